import { DateTime } from 'luxon'
import { AppError } from '../shared/errors'
import { cutToSeconds } from '../shared/time'
import type { AccountValidity } from './carried'

/** What GLPI's `timestamp` columns can hold last; its next second would begin again in 1901. */
export const lastAccountEnd = new Date('2038-01-19T03:14:07.000Z')

/** For `begin_date` and `end_date` of an account, in whole seconds. */
export interface AccountDates {
  /** Undefined: at once. */
  beginsAt: Date | undefined
  /** Undefined: never. */
  endsAt: Date | undefined
}

/**
 * The dates of an account that is made now. Days and months are counted from the day it begins, to the end of the last
 * one, as people in `timeZone` count them; a month after 31 January is the last day of February.
 */
export function reckonAccountDates(
  { from, end }: AccountValidity,
  now: Date,
  timeZone: string,
): AccountDates {
  const beginsAt = from !== undefined && from > now ? cutToSeconds(from) : undefined
  if (end === undefined) return { beginsAt, endsAt: undefined }
  if (end.kind === 'date') return { beginsAt, endsAt: cutToSeconds(end.at) }
  const first = DateTime.fromJSDate(beginsAt ?? now, { zone: timeZone })
  const last = first.plus(end.kind === 'days' ? { days: end.days } : { months: end.months })
  return { beginsAt, endsAt: cutToSeconds(last.endOf('day').toJSDate()) }
}

/**
 * The dates of an account that is made now, when GLPI can hold them and there would be an account to sign in to.
 *
 * @throws {AppError} ACCOUNT_END_PAST, ACCOUNT_END_TOO_LATE
 */
export function accountDatesOf(validity: AccountValidity, now: Date, timeZone: string): AccountDates {
  const dates = reckonAccountDates(validity, now, timeZone)
  const { beginsAt, endsAt } = dates
  if (endsAt !== undefined && endsAt <= (beginsAt ?? now))
    throw new AppError('ACCOUNT_END_PAST', `an account would have ended at ${endsAt.toISOString()}`, {
      pointer: '/account',
    })
  const last = endsAt ?? beginsAt
  if (last !== undefined && last > lastAccountEnd)
    throw new AppError(
      'ACCOUNT_END_TOO_LATE',
      `GLPI cannot hold ${last.toISOString()}: its last date is in 2038`,
      { pointer: '/account' },
    )
  return dates
}
