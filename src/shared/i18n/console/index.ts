import type { Language } from '..'
import { audit as enAudit } from './en/audit'
import { frame as enFrame } from './en/frame'
import { signIn as enSignIn } from './en/sign-in'
import { key as enKey } from './en/key'
import { audit as frAudit } from './fr/audit'
import { frame as frFrame } from './fr/frame'
import { key as frKey } from './fr/key'
import { signIn as frSignIn } from './fr/sign-in'
import type { AuditMessages } from './messages/audit'
import type { FrameMessages } from './messages/frame'
import type { KeyMessages } from './messages/key'
import type { SignInMessages } from './messages/sign-in'

/** Every word an administrator reads, by area of the console. A dictionary that lacks one does not compile. */
export interface ConsoleMessages {
  frame: FrameMessages
  signIn: SignInMessages
  key: KeyMessages
  audit: AuditMessages
}

const dictionaries: Record<Language, ConsoleMessages> = {
  en: { frame: enFrame, signIn: enSignIn, key: enKey, audit: enAudit },
  fr: { frame: frFrame, signIn: frSignIn, key: frKey, audit: frAudit },
}

export function consoleMessagesFor(language: Language): ConsoleMessages {
  return dictionaries[language]
}
