import { DateTime } from 'luxon'
import { statedEnd } from '../../shared/ends'
import { type Language, locales } from '../../shared/i18n'
import { consoleMessagesFor } from '../../shared/i18n/console'

/** How this reader writes instants and numbers; all times are the organisation's, with its zone where it matters. */
export interface Format {
  /** `Fri 27 Nov 2026, 18:00` */
  instant: (instant: Date) => string
  /** `27 Nov 2026` */
  day: (instant: Date) => string
  /** `27 Nov` */
  shortDay: (instant: Date) => string
  /** `2026-11-27T18:00:00+01:00`, for `<time datetime>`. */
  iso: (instant: Date) => string
  /** `3 days`, `5 hours`, `over`, `never`: how long until then, cut to its largest unit. */
  timeLeft: (end: Date | undefined, now: Date) => string
  /** The end that is told of a key, before its days of grace. */
  endOf: (key: { expiresAt: Date | undefined; graceDays: number }) => Date | undefined
  number: (n: number) => string
  /** `12K`, for places that are small. */
  shortNumber: (n: number) => string
}

/** Short, since they stand in tables. */
const patterns: Record<Language, { weekday: string; day: string; year: string }> = {
  en: { weekday: 'ccc ', day: 'd LLL', year: ' yyyy' },
  fr: { weekday: 'ccc ', day: 'd LLL', year: ' yyyy' },
  de: { weekday: 'EEE, ', day: 'd. MMM', year: ' yyyy' },
  es: { weekday: 'ccc, ', day: 'd LLL', year: ' yyyy' },
  it: { weekday: 'ccc ', day: 'd LLL', year: ' yyyy' },
  pt: { weekday: 'ccc ', day: 'd LLL', year: ' yyyy' },
}

export function createFormat(language: Language, timeZone: string): Format {
  const { time } = consoleMessagesFor(language).frame
  const { weekday, day, year } = patterns[language]
  const local = (instant: Date) =>
    DateTime.fromJSDate(instant, { zone: timeZone }).setLocale(locales[language])
  const numbers = new Intl.NumberFormat(locales[language])
  const short = new Intl.NumberFormat(locales[language], { notation: 'compact' })

  return {
    instant: (instant) => local(instant).toFormat(`${weekday}${day}${year}, HH:mm`),
    day: (instant) => local(instant).toFormat(`${day}${year}`),
    shortDay: (instant) => local(instant).toFormat(day),
    iso: (instant) => local(instant).toISO({ suppressMilliseconds: true }) ?? instant.toISOString(),
    timeLeft: (end, now) => {
      if (end === undefined) return time.never
      const minutes = Math.floor((end.getTime() - now.getTime()) / 60_000)
      if (minutes < 0) return time.over
      if (minutes < 60) return time.minutes(Math.max(1, minutes))
      return minutes < 48 * 60
        ? time.hours(Math.floor(minutes / 60))
        : time.days(Math.floor(minutes / (24 * 60)))
    },
    endOf: (key) => statedEnd(key, timeZone),
    number: (n) => numbers.format(n),
    shortNumber: (n) => short.format(n),
  }
}
