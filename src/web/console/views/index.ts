import type { ConsoleLinkView } from './console-link'
import type { ConsoleErrorView } from './error'
import type { BatchMadeView, BatchPreviewView, MadeView, NewBatchView, NewKeyView } from './making'
import type { SignInView } from './sign-in'

export type { ConsolePageView, FrameView } from './page'

/** Which template of `views/console` takes which view object. */
export interface ConsoleViews {
  'sign-in': SignInView
  'console-link': ConsoleLinkView
  'new-key': NewKeyView
  made: MadeView
  'new-batch': NewBatchView
  'batch-preview': BatchPreviewView
  'batch-made': BatchMadeView
  error: ConsoleErrorView
}
