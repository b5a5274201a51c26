import type { Language } from '..'
import { audit as enAudit } from './en/audit'
import { frame as enFrame } from './en/frame'
import { key as enKey } from './en/key'
import { keyList as enKeyList } from './en/key-list'
import { making as enMaking } from './en/making'
import { signIn as enSignIn } from './en/sign-in'
import { audit as frAudit } from './fr/audit'
import { frame as frFrame } from './fr/frame'
import { key as frKey } from './fr/key'
import { keyList as frKeyList } from './fr/key-list'
import { making as frMaking } from './fr/making'
import { signIn as frSignIn } from './fr/sign-in'
import type { AuditMessages } from './messages/audit'
import type { FrameMessages } from './messages/frame'
import type { KeyMessages } from './messages/key'
import type { KeyListMessages } from './messages/key-list'
import type { MakingMessages } from './messages/making'
import type { SignInMessages } from './messages/sign-in'

/** Every word an administrator reads, by area of the console. A dictionary that lacks one does not compile. */
export interface ConsoleMessages {
  audit: AuditMessages
  frame: FrameMessages
  key: KeyMessages
  keyList: KeyListMessages
  making: MakingMessages
  signIn: SignInMessages
}

const dictionaries: Record<Language, ConsoleMessages> = {
  en: {
    audit: enAudit,
    frame: enFrame,
    key: enKey,
    keyList: enKeyList,
    making: enMaking,
    signIn: enSignIn,
  },
  fr: {
    audit: frAudit,
    frame: frFrame,
    key: frKey,
    keyList: frKeyList,
    making: frMaking,
    signIn: frSignIn,
  },
}

export function consoleMessagesFor(language: Language): ConsoleMessages {
  return dictionaries[language]
}
