import type { ApprovalReviewView, ApprovalsView } from './approvals'
import type { AuditView } from './audit'
import type { ConsoleLinkView } from './console-link'
import type { ConsoleErrorView } from './error'
import type { HomeView } from './home'
import type { KeyRevocationView, KeysView, KeyTransferView } from './keys'
import type { BatchMadeView, BatchPreviewView, MadeView, NewBatchView, NewKeyView } from './making'
import type { KeyCarriedView, KeyLinkView, KeyView } from './key'
import type { PresetDeletionView, PresetsView, PresetTransferView, PresetView } from './presets'
import type { PrivacyView } from './privacy'
import type { RequestsView, RequestView } from './requests'
import type { SignInView } from './sign-in'
import type { KillSwitchView, StatusView } from './status'
import type {
  NewTokenView,
  TokenMadeView,
  TokenRevocationView,
  TokenRotationView,
  TokensView,
} from './tokens'

import type {
  NewWebhookView,
  WebhookDeletionView,
  WebhookSecretView,
  WebhooksView,
  WebhookView,
} from './webhooks'

export type { ConsolePageView, FrameView, NavCount } from './page'

/** Which template of `views/console` takes which view object. */
export interface ConsoleViews {
  'sign-in': SignInView
  'console-link': ConsoleLinkView
  keys: KeysView
  'key-revocation': KeyRevocationView
  'key-transfer': KeyTransferView
  'new-key': NewKeyView
  made: MadeView
  'new-batch': NewBatchView
  'batch-preview': BatchPreviewView
  'batch-made': BatchMadeView
  error: ConsoleErrorView
  key: KeyView
  'key-carried': KeyCarriedView
  'key-link': KeyLinkView
  approvals: ApprovalsView
  'approval-review': ApprovalReviewView
  audit: AuditView
  home: HomeView
  status: StatusView
  presets: PresetsView
  preset: PresetView
  'preset-transfer': PresetTransferView
  'preset-deletion': PresetDeletionView
  privacy: PrivacyView
  requests: RequestsView
  request: RequestView
  tokens: TokensView
  'new-token': NewTokenView
  'token-made': TokenMadeView
  'token-rotation': TokenRotationView
  'token-revocation': TokenRevocationView
  'kill-switch': KillSwitchView
  webhooks: WebhooksView
  webhook: WebhookView
  'new-webhook': NewWebhookView
  'webhook-secret': WebhookSecretView
  'webhook-deletion': WebhookDeletionView
}
