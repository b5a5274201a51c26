import type { Language } from '..'
import { audit as enAudit } from './en/audit'
import { frame as enFrame } from './en/frame'
import { home as enHome } from './en/home'
import { key as enKey } from './en/key'
import { keyList as enKeyList } from './en/key-list'
import { mails as enMails } from './en/mails'
import { making as enMaking } from './en/making'
import { presets as enPresets } from './en/presets'
import { privacy as enPrivacy } from './en/privacy'
import { signIn as enSignIn } from './en/sign-in'
import { status as enStatus } from './en/status'
import { transfer as enTransfer } from './en/transfer'
import { audit as frAudit } from './fr/audit'
import { frame as frFrame } from './fr/frame'
import { home as frHome } from './fr/home'
import { key as frKey } from './fr/key'
import { keyList as frKeyList } from './fr/key-list'
import { mails as frMails } from './fr/mails'
import { making as frMaking } from './fr/making'
import { presets as frPresets } from './fr/presets'
import { privacy as frPrivacy } from './fr/privacy'
import { signIn as frSignIn } from './fr/sign-in'
import { status as frStatus } from './fr/status'
import { transfer as frTransfer } from './fr/transfer'
import type { AuditMessages } from './messages/audit'
import type { FrameMessages } from './messages/frame'
import type { HomeMessages } from './messages/home'
import type { KeyMessages } from './messages/key'
import type { KeyListMessages } from './messages/key-list'
import type { MailsMessages } from './messages/mails'
import type { MakingMessages } from './messages/making'
import type { PresetsMessages } from './messages/presets'
import type { PrivacyMessages } from './messages/privacy'
import type { SignInMessages } from './messages/sign-in'
import type { StatusMessages } from './messages/status'
import type { TransferMessages } from './messages/transfer'

/** Every word an administrator reads, by area of the console. A dictionary that lacks one does not compile. */
export interface ConsoleMessages {
  audit: AuditMessages
  frame: FrameMessages
  home: HomeMessages
  key: KeyMessages
  keyList: KeyListMessages
  mails: MailsMessages
  making: MakingMessages
  presets: PresetsMessages
  privacy: PrivacyMessages
  signIn: SignInMessages
  status: StatusMessages
  transfer: TransferMessages
}

const dictionaries: Record<Language, ConsoleMessages> = {
  en: {
    audit: enAudit,
    frame: enFrame,
    home: enHome,
    key: enKey,
    keyList: enKeyList,
    mails: enMails,
    making: enMaking,
    presets: enPresets,
    privacy: enPrivacy,
    signIn: enSignIn,
    status: enStatus,
    transfer: enTransfer,
  },
  fr: {
    audit: frAudit,
    frame: frFrame,
    home: frHome,
    key: frKey,
    keyList: frKeyList,
    mails: frMails,
    making: frMaking,
    presets: frPresets,
    privacy: frPrivacy,
    signIn: frSignIn,
    status: frStatus,
    transfer: frTransfer,
  },
}

export function consoleMessagesFor(language: Language): ConsoleMessages {
  return dictionaries[language]
}
