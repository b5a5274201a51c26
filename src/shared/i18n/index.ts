import { en } from './en'
import { fr } from './fr'
import type { Messages } from './messages'

export type { Explanation } from './explanation'
export type { Messages } from './messages'

export const languages = ['en', 'fr'] as const
export type Language = (typeof languages)[number]

const dictionaries: Record<Language, Messages> = { en, fr }

export function messagesFor(language: Language): Messages {
  return dictionaries[language]
}

/** Ours for what GLPI calls `fr_FR` or `fr_CA`; undefined when we have none, or GLPI says nothing. */
export function languageFrom(glpiLanguage: string | undefined): Language | undefined {
  const primary = glpiLanguage?.slice(0, 2).toLowerCase()
  return languages.find((language) => language === primary)
}

/** `a, b or c` */
export const anyOf = (language: Language, texts: readonly string[]): string =>
  new Intl.ListFormat(language, { type: 'disjunction' }).format(texts)

/** The language the browser likes best among ours; `fr-CA` is content with `fr`. */
export function negotiateLanguage(acceptLanguage: string | undefined, fallback: Language): Language {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map(readWish)
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight) // stable: equal weights keep the order they were sent in

  for (const { primary } of wishes) {
    if (primary === '*') return fallback
    const language = languages.find((ours) => ours === primary)
    if (language !== undefined) return language
  }
  return fallback
}

interface Wish {
  primary: string
  weight: number
}

/** Reads `fr-CA;q=0.8`. A weight that is no number counts as 0: the rest of the header still does. */
function readWish(text: string): Wish {
  const [tag = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))
  const weight = quality === undefined ? 1 : Number(quality.slice(2))
  return { primary: tag.split('-')[0] ?? '', weight: Number.isNaN(weight) ? 0 : weight }
}
