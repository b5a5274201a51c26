import type { Language } from '..'
import { frame as enFrame } from './en/frame'
import { making as enMaking } from './en/making'
import { signIn as enSignIn } from './en/sign-in'
import { frame as frFrame } from './fr/frame'
import { making as frMaking } from './fr/making'
import { signIn as frSignIn } from './fr/sign-in'
import type { FrameMessages } from './messages/frame'
import type { MakingMessages } from './messages/making'
import type { SignInMessages } from './messages/sign-in'

/** Every word an administrator reads, by area of the console. A dictionary that lacks one does not compile. */
export interface ConsoleMessages {
  frame: FrameMessages
  making: MakingMessages
  signIn: SignInMessages
}

const dictionaries: Record<Language, ConsoleMessages> = {
  en: { frame: enFrame, making: enMaking, signIn: enSignIn },
  fr: { frame: frFrame, making: frMaking, signIn: frSignIn },
}

export function consoleMessagesFor(language: Language): ConsoleMessages {
  return dictionaries[language]
}
