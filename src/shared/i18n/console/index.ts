import type { Language } from '..'
import { frame as enFrame } from './en/frame'
import { keyList as enKeyList } from './en/key-list'
import { signIn as enSignIn } from './en/sign-in'
import { frame as frFrame } from './fr/frame'
import { keyList as frKeyList } from './fr/key-list'
import { signIn as frSignIn } from './fr/sign-in'
import type { FrameMessages } from './messages/frame'
import type { KeyListMessages } from './messages/key-list'
import type { SignInMessages } from './messages/sign-in'

/** Every word an administrator reads, by area of the console. A dictionary that lacks one does not compile. */
export interface ConsoleMessages {
  frame: FrameMessages
  keyList: KeyListMessages
  signIn: SignInMessages
}

const dictionaries: Record<Language, ConsoleMessages> = {
  en: { frame: enFrame, keyList: enKeyList, signIn: enSignIn },
  fr: { frame: frFrame, keyList: frKeyList, signIn: frSignIn },
}

export function consoleMessagesFor(language: Language): ConsoleMessages {
  return dictionaries[language]
}
