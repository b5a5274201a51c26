/** Those in which every dictionary is complete. */
export const languages = ['en', 'fr', 'de', 'es', 'it', 'pt'] as const
export type Language = (typeof languages)[number]

/** What `Intl` and luxon call the kind of each language that we write. */
export const locales: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  fr: 'fr-FR',
  de: 'de-DE',
  es: 'es-ES',
  it: 'it-IT',
  pt: 'pt-BR',
}

/** Where their lines begin. */
export const directions: Readonly<Record<Language, 'ltr' | 'rtl'>> = {
  en: 'ltr',
  fr: 'ltr',
  de: 'ltr',
  es: 'ltr',
  it: 'ltr',
  pt: 'ltr',
}

/** Ours for what GLPI calls `fr_FR` or `fr_CA`; undefined when we have none, or nothing is said. */
export function languageFrom(code: string | undefined): Language | undefined {
  const primary = code?.trim().toLowerCase().split(/[-_]/)[0]
  return languages.find((language) => language === primary)
}

/** The language the browser likes best among ours; `fr-CA` is content with `fr`. */
export function negotiateLanguage(acceptLanguage: string | undefined, fallback: Language): Language {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map(readWish)
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight) // stable: equal weights keep the order they were sent in

  for (const { tag } of wishes) {
    if (tag === '*') return fallback
    const language = languageFrom(tag)
    if (language !== undefined) return language
  }
  return fallback
}

interface Wish {
  tag: string
  weight: number
}

/** Reads `fr-CA;q=0.8`. A weight that is no number counts as 0: the rest of the header still does. */
function readWish(text: string): Wish {
  const [tag = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))
  const weight = quality === undefined ? 1 : Number(quality.slice(2))
  return { tag, weight: Number.isNaN(weight) ? 0 : weight }
}
