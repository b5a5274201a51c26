import type { ApprovalsMessages } from './approvals'
import type { AuditMessages } from './audit'
import type { ChangingMessages } from './changing'
import type { FormFieldMessages } from './form-fields'
import type { FrameMessages } from './frame'
import type { HomeMessages } from './home'
import type { KeyMessages } from './key'
import type { KeyListMessages } from './key-list'
import type { MailsMessages } from './mails'
import type { MakingMessages } from './making'
import type { PresetsMessages } from './presets'
import type { PrivacyMessages } from './privacy'
import type { RequestsMessages } from './requests'
import type { SignInMessages } from './sign-in'
import type { StatusMessages } from './status'
import type { TokensMessages } from './tokens'
import type { TransferMessages } from './transfer'
import type { WebhooksMessages } from './webhooks'

/** Every word an administrator reads, by area of the console. A dictionary that lacks one does not compile. */
export interface ConsoleMessages {
  approvals: ApprovalsMessages
  audit: AuditMessages
  changing: ChangingMessages
  formFields: FormFieldMessages
  frame: FrameMessages
  home: HomeMessages
  key: KeyMessages
  keyList: KeyListMessages
  mails: MailsMessages
  making: MakingMessages
  presets: PresetsMessages
  privacy: PrivacyMessages
  requests: RequestsMessages
  signIn: SignInMessages
  status: StatusMessages
  tokens: TokensMessages
  transfer: TransferMessages
  webhooks: WebhooksMessages
}
