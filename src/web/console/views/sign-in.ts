import type { ConsolePageView } from './page'

export interface SignInView extends ConsolePageView {
  lead: string
  /** For the hidden field `csrf`. */
  csrf: string
  /** Where the person wanted to go, or empty. */
  next: string
  login: string
  /** The name under which a proxy has signed them in already, to go on with; undefined where none has. */
  proxyUser: string | undefined
  /** A finished sentence. */
  error: string | undefined
}
