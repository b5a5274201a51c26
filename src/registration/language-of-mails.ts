import type { Terms } from '../keys'
import { languageFrom } from '../shared/i18n'

/** That of the key, or else the one in which the form was read. */
export const languageOfMails = ({ language }: Pick<Terms, 'language'>, read: string): string =>
  languageFrom(language) ?? read
