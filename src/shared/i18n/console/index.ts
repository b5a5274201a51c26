import { byLanguage } from '../by-language'
import type { ConsoleMessages } from './messages'

export type { ConsoleMessages } from './messages'

export const consoleMessagesFor = byLanguage<ConsoleMessages>({
  en: () => (require('./en') as typeof import('./en')).en,
  fr: () => (require('./fr') as typeof import('./fr')).fr,
  de: () => (require('./de') as typeof import('./de')).de,
  es: () => (require('./es') as typeof import('./es')).es,
  it: () => (require('./it') as typeof import('./it')).it,
  pt: () => (require('./pt') as typeof import('./pt')).pt,
})
