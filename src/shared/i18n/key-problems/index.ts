import { byLanguage } from '../by-language'
import type { KeyProblemWords } from './messages'

export type { KeyProblemMessages } from './messages'

/** In a dictionary of their own: pages and mails say the same of a key. */
export const keyProblemWordsFor = byLanguage<KeyProblemWords>({
  en: () => (require('./en') as typeof import('./en')).en,
  fr: () => (require('./fr') as typeof import('./fr')).fr,
  de: () => (require('./de') as typeof import('./de')).de,
  es: () => (require('./es') as typeof import('./es')).es,
  it: () => (require('./it') as typeof import('./it')).it,
  pt: () => (require('./pt') as typeof import('./pt')).pt,
})
