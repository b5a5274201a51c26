import type { ConsolePageView } from './page'

export interface SignInView extends ConsolePageView {
  lead: string
  /** For the hidden field `csrf`. */
  csrf: string
  /** Where the person wanted to go, or empty. */
  next: string
  login: string
  /** A finished sentence. */
  error: string | undefined
}
