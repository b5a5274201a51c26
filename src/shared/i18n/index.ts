import { byLanguage } from './by-language'
import { type Language, locales } from './languages'
import type { Messages } from './messages'

export type { Explanation } from './explanation'
export { directions, type Language, languageFrom, languages, locales, negotiateLanguage } from './languages'
export type { Messages } from './messages'

export const messagesFor = byLanguage<Messages>({
  en: () => (require('./en') as typeof import('./en')).en,
  fr: () => (require('./fr') as typeof import('./fr')).fr,
  de: () => (require('./de') as typeof import('./de')).de,
  es: () => (require('./es') as typeof import('./es')).es,
  it: () => (require('./it') as typeof import('./it')).it,
})

/** `a, b or c` */
export const anyOf = (language: Language, texts: readonly string[]): string =>
  new Intl.ListFormat(locales[language], { type: 'disjunction' }).format(texts)
