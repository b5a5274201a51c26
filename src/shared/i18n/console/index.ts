import type { Language } from '..'
import { frame as enFrame } from './en/frame'
import { keyList as enKeyList } from './en/key-list'
import { making as enMaking } from './en/making'
import { signIn as enSignIn } from './en/sign-in'
import { frame as frFrame } from './fr/frame'
import { keyList as frKeyList } from './fr/key-list'
import { making as frMaking } from './fr/making'
import { signIn as frSignIn } from './fr/sign-in'
import type { FrameMessages } from './messages/frame'
import type { KeyListMessages } from './messages/key-list'
import type { MakingMessages } from './messages/making'
import type { SignInMessages } from './messages/sign-in'

/** Every word an administrator reads, by area of the console. A dictionary that lacks one does not compile. */
export interface ConsoleMessages {
  frame: FrameMessages
  keyList: KeyListMessages
  making: MakingMessages
  signIn: SignInMessages
}

const dictionaries: Record<Language, ConsoleMessages> = {
  en: {
    frame: enFrame,
    keyList: enKeyList,
    making: enMaking,
    signIn: enSignIn,
  },
  fr: {
    frame: frFrame,
    keyList: frKeyList,
    making: frMaking,
    signIn: frSignIn,
  },
}

export function consoleMessagesFor(language: Language): ConsoleMessages {
  return dictionaries[language]
}
