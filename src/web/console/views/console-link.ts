import type { ConsolePageView } from './page'

export interface ConsoleLinkView extends ConsolePageView {
  lead: string
  csrf: string
  /** A finished sentence that takes the button's place. */
  error: string | undefined
}
