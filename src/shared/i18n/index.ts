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
  pt: () => (require('./pt') as typeof import('./pt')).pt,
})

/** `a, b or c` */
export const anyOf = (language: Language, texts: readonly string[]): string =>
  new Intl.ListFormat(locales[language], { type: 'disjunction' }).format(texts)

/** `in 10 seconds`, `in 3 minutes`: how long to wait. */
export const inTime = (language: Language, seconds: number): string => {
  const [n, unit] =
    seconds < 100 ? [seconds, 'second' as const] : [Math.ceil(seconds / 60), 'minute' as const]
  return new Intl.RelativeTimeFormat(locales[language]).format(n, unit)
}
