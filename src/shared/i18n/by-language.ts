import type { Language } from './languages'

/**
 * Words of which a language is loaded when somebody first reads it: a server hardly ever speaks all of them, and each
 * would stay in its memory. A language that is missing here does not compile, nor does one that lacks a word.
 *
 * @NOTE The paths stand literally in each `require`, for those who look for what is used, and what is packed.
 */
export function byLanguage<Words>(
  load: Readonly<Record<Language, () => Words>>,
): (language: Language) => Words {
  const loaded = new Map<Language, Words>()
  return (language) => {
    const known = loaded.get(language)
    if (known !== undefined) return known
    const words = load[language]()
    loaded.set(language, words)
    return words
  }
}
