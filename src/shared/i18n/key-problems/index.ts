import type { Language } from '..'
import { en } from './en'
import { fr } from './fr'
import type { KeyProblemWords } from './messages'

export type { KeyProblemMessages } from './messages'

/** In a dictionary of their own: pages and mails say the same of a key. */
export const keyProblemWords: Readonly<Record<Language, KeyProblemWords>> = { en, fr }
