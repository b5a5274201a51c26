import { DateTime } from 'luxon'
import type { Config } from '../shared/config'

const hour = 8

/** When the weekly mails were due last: at eight in the morning of the first working day, in the organisation's zone. */
export function digestMoment(now: Date, { timeZone, workDays }: Pick<Config, 'timeZone' | 'workDays'>): Date {
  const first = firstOf(workDays)
  const local = DateTime.fromJSDate(now, { zone: timeZone })
  const day = local.minus({ days: (local.weekday - first + 7) % 7 })
  const moment = day.startOf('day').set({ hour })
  return (moment > local ? moment.minus({ weeks: 1 }) : moment).toJSDate()
}

/** The working day after the longest rest, so Monday in Paris and Sunday in Cairo; Monday where there is no rest. */
function firstOf(workDays: ReadonlySet<number>): number {
  const restBefore = (day: number): number => {
    let days = 0
    while (days < 7 && !workDays.has(((day - 2 - days + 14) % 7) + 1)) days += 1
    return days
  }
  return Array.from(workDays)
    .sort((one, other) => one - other)
    .reduce((first, day) => (restBefore(day) > restBefore(first) ? day : first))
}
