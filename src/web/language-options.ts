import { glpiLanguages } from '../glpi'
import type { Language } from '../shared/i18n'

let named: { value: string; text: string }[] | undefined

/** GLPI's languages, each by the name that its speakers give it: whoever looks for theirs reads no other. */
export function languageOptions(): readonly { value: string; text: string }[] {
  named ??= glpiLanguages
    .map((value) => ({ value, text: ownName(value) }))
    .sort((one, other) => one.text.localeCompare(other.text))
  return named
}

function ownName(code: string): string {
  const tag = code.replace('_', '-')
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? code
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
}

/** What GLPI calls the language of the page. */
export const glpiLanguageOf = (language: Language): string =>
  usual[language] ?? glpiLanguages.find((code) => code.startsWith(`${language}_`)) ?? ''

/** Where the first in the list is not what is meant. */
const usual: Readonly<Record<string, string>> = {
  en: 'en_GB',
  es: 'es_ES',
  fr: 'fr_FR',
}
