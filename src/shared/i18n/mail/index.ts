import { byLanguage } from '../by-language'
import type { MailMessages } from './messages'

export type { MailMessages } from './messages'

export const mailMessagesFor = byLanguage<MailMessages>({
  en: () => (require('./en') as typeof import('./en')).en,
  fr: () => (require('./fr') as typeof import('./fr')).fr,
  de: () => (require('./de') as typeof import('./de')).de,
  es: () => (require('./es') as typeof import('./es')).es,
  it: () => (require('./it') as typeof import('./it')).it,
  pt: () => (require('./pt') as typeof import('./pt')).pt,
})
