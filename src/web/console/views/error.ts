import type { ConsolePageView } from './page'

export interface ConsoleErrorView extends ConsolePageView {
  heading: string
  reason: string
  advice: string
  requestId: string
}
