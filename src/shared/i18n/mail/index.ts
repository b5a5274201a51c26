import type { Language } from '..'
import { en } from './en'
import { fr } from './fr'
import type { MailMessages } from './messages'

export type { MailMessages } from './messages'

const dictionaries: Record<Language, MailMessages> = { en, fr }

export function mailMessagesFor(language: Language): MailMessages {
  return dictionaries[language]
}
