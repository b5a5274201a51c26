import { type Language, locales } from './languages'

/** Writes whole numbers as the readers of a language do: `5,000`, `5.000`, `5 000`. */
export function figuresIn(language: Language): (n: number) => string {
  const format = new Intl.NumberFormat(locales[language])
  return (n) => format.format(n)
}
