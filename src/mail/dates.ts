import { DateTime } from 'luxon'
import { type Language, locales } from '../shared/i18n'

/** How a mail writes instants: in the organisation's zone, which is named, since the reader may be anywhere. */
export interface Dates {
  /** `Friday 27 November 2026, 23:59 (Europe/Paris)` */
  instant: (instant: Date) => string
  /** `Friday 27 November` */
  day: (instant: Date) => string
}

/** Words of prose, and not the figures of a table. French cuts the hour with an h. */
const patterns: Record<Language, { day: string; yearAndTime: string }> = {
  en: { day: 'cccc d LLLL', yearAndTime: ' yyyy, HH:mm' },
  fr: { day: 'cccc d LLLL', yearAndTime: " yyyy 'à' H\u00a0'h'\u00a0mm" },
  de: { day: 'cccc, d. LLLL', yearAndTime: " yyyy, HH:mm 'Uhr'" },
  es: { day: "cccc d 'de' LLLL", yearAndTime: " 'de' yyyy, HH:mm" },
  it: { day: 'cccc d LLLL', yearAndTime: " yyyy 'alle ore' HH:mm" },
  pt: { day: "cccc, d 'de' LLLL", yearAndTime: " 'de' yyyy 'às' HH:mm" },
}

/** Where the first day of a month is counted, and not numbered. */
const firsts: Partial<Record<Language, string>> = { fr: '1er', it: '1º', pt: '1º' }

export function createDates(language: Language, timeZone: string): Dates {
  const { day, yearAndTime } = patterns[language]
  const write = (instant: Date, pattern: string) => {
    const text = DateTime.fromJSDate(instant, { zone: timeZone })
      .setLocale(locales[language])
      .toFormat(pattern)
    return text.replace(/(?<= )1(?= \p{L})/u, firsts[language] ?? '1')
  }
  return {
    instant: (instant) => `${write(instant, `${day}${yearAndTime}`)} (${timeZone})`,
    day: (instant) => write(instant, day),
  }
}
