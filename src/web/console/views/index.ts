import type { AuditView } from './audit'
import type { ConsoleLinkView } from './console-link'
import type { ConsoleErrorView } from './error'
import type { KeyLinkView, KeyView } from './key'
import type { SignInView } from './sign-in'

export type { ConsolePageView, FrameView } from './page'

/** Which template of `views/console` takes which view object. */
export interface ConsoleViews {
  'sign-in': SignInView
  'console-link': ConsoleLinkView
  error: ConsoleErrorView
  key: KeyView
  'key-link': KeyLinkView
  audit: AuditView
}
