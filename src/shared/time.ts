import { DateTime } from 'luxon'

/** GLPI's `timestamp` columns hold whole seconds; MySQL would round the rest up, MariaDB cut it. */
export function cutToSeconds(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / 1000) * 1000)
}

const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const

/** `30m`, `12h`, `7d` or `2w` in milliseconds; undefined for anything else, and for nothing at all (`0d`). */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d{1,5})([mhdw])$/.exec(text.trim())
  if (match === null) return undefined
  const ms = Number(match[1]) * unitMs[match[2] as keyof typeof unitMs]
  return ms > 0 ? ms : undefined
}

/** A day, as date fields and ISO 8601 have it: 2026-12-31. */
export const dayForm = /^\d{4}-\d{2}-\d{2}$/

/**
 * An instant from ISO 8601. A bare date means the end of that day in `timeZone`, as people mean it when they say
 * "until the 31st"; a time without an offset is taken in `timeZone` too. Undefined when it is not a date.
 */
export function parseEnd(text: string, timeZone: string): Date | undefined {
  const trimmed = text.trim()
  const parsed = DateTime.fromISO(trimmed, { zone: timeZone })
  if (!parsed.isValid) return undefined
  const bareDate = dayForm.test(trimmed)
  return (bareDate ? parsed.endOf('day') : parsed).toJSDate()
}

/** The same for a beginning: a bare date means the start of that day. */
export function parseStart(text: string, timeZone: string): Date | undefined {
  const parsed = DateTime.fromISO(text.trim(), { zone: timeZone })
  return parsed.isValid ? parsed.toJSDate() : undefined
}

export function isTimeZone(name: string): boolean {
  return DateTime.now().setZone(name).isValid
}

/** One day of a calendar, from midnight to midnight: 23 to 25 hours where clocks are changed. */
export interface Day {
  /** `2026-11-21` */
  date: string
  start: Date
  /** The start of the next one. */
  end: Date
}

/** Today and the days before it, oldest first, as the people in `timeZone` count them. */
export function lastDays(now: Date, timeZone: string, count: number): Day[] {
  const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day')
  return Array.from({ length: count }, (_, index) => {
    const day = today.minus({ days: count - 1 - index })
    return {
      date: day.toISODate() ?? '',
      start: day.toJSDate(),
      end: day.plus({ days: 1 }).startOf('day').toJSDate(),
    }
  })
}

/** The day of the calendar in `timeZone`, as `2026-11-21`. */
export const dayAt = (instant: Date, timeZone: string): string =>
  DateTime.fromJSDate(instant, { zone: timeZone }).toFormat('yyyy-MM-dd')
