import { DateTime } from 'luxon'
import { dayForm, parseDuration } from './time'
import type { WorkDays } from './work-days'

/** How ends are set here; part of the configuration. */
export interface EndRules {
  /** In which days end. */
  timeZone: string
  /** On which of them a key may be said to end. */
  workDays: WorkDays
  /** How many days a key then still works. */
  graceDays: number
}

export interface End {
  /** The instant at which the key stops working. */
  expiresAt: Date
  /** How many of the days before it are grace: nobody is told of them. */
  graceDays: number
}

const daysForm = /^(\d{1,5})([dw])$/

/**
 * The end that somebody names. A date is a day, whose end is meant, as people mean it when they say "until the 31st";
 * a time of a day is exactly that instant, taken in the organisation's zone where it says none. Undefined when it is
 * neither.
 */
export function endAt(text: string, rules: EndRules): End | undefined {
  const typed = text.trim()
  const named = DateTime.fromISO(typed, { zone: rules.timeZone })
  if (!named.isValid || named.year > lastYear) return undefined
  return dayForm.test(typed) ? endOfDay(named, rules) : exactly(named)
}

/**
 * The end so long after `begin`: `7d` and `2w` count days, and mean the end of the last one; `30m` and `12h` are exact.
 * Undefined for anything else.
 */
export function endAfter(duration: string, begin: Date, rules: EndRules): End | undefined {
  const ms = parseDuration(duration)
  if (ms === undefined) return undefined
  const [, count, unit] = daysForm.exec(duration.trim()) ?? []
  const start = DateTime.fromJSDate(begin, { zone: rules.timeZone })
  if (count === undefined) return exactly(start.plus({ milliseconds: ms }))
  return endOfDay(start.plus({ days: Number(count) * (unit === 'w' ? 7 : 1) }), rules)
}

/** What is told of an end: it is earlier than the real one by the days of grace. */
export function statedEnd<T extends Date | undefined>(
  { expiresAt, graceDays }: { expiresAt: T; graceDays: number },
  timeZone: string,
): T
export function statedEnd(
  { expiresAt, graceDays }: { expiresAt: Date | undefined; graceDays: number },
  timeZone: string,
): Date | undefined {
  if (expiresAt === undefined || graceDays === 0) return expiresAt
  return withGrace(expiresAt, -graceDays, timeZone)
}

/** The instant at which a key really ends that is said to end at this one. */
export function withGrace(stated: Date, graceDays: number, timeZone: string): Date {
  // By way of the instant after it: the end of a day is reckoned as the beginning of the next one.
  const after = DateTime.fromMillis(stated.getTime() + 1, { zone: timeZone })
  const moved = after.plus({ days: graceDays })
  const isMidnight = after.toMillis() === startOfDay(after).toMillis()
  return new Date((isMidnight ? startOfDay(moved) : moved).toMillis() - 1)
}

function endOfDay(within: DateTime, { workDays, graceDays, timeZone }: EndRules): End {
  let day = within.set({ hour: 12 }) // which every day has
  while (!workDays.has(day.weekday)) day = day.plus({ days: 1 })
  const stated = new Date(startOfDay(day.plus({ days: 1 })).toMillis() - 1)
  return { expiresAt: withGrace(stated, graceDays, timeZone), graceDays }
}

/** Where clocks are put back at one, midnight is twice, and the day begins with the first. */
function startOfDay(within: DateTime): DateTime {
  const start = within.startOf('day')
  const hourBefore = start.minus({ hours: 1 })
  return hourBefore.toISODate() === start.toISODate() ? hourBefore : start
}

const exactly = (instant: DateTime): End => ({ expiresAt: instant.toJSDate(), graceDays: 0 })

/** Beyond it the database has no dates. */
const lastYear = 9_000
