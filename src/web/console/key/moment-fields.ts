import { DateTime } from 'luxon'
import type { RegistrationKey } from '../../../keys'
import { statedEnd } from '../../../shared/ends'

/** A moment in a form: a day, and a time of it where the whole day is not meant. */
export interface MomentFields {
  /** As `<input type="date">` has it. */
  day: string
  /** As `<input type="time">` has it. */
  time: string
}

const nothing: MomentFields = { day: '', time: '' }

export function beginFields({ notBefore }: RegistrationKey, zone: string): MomentFields {
  if (notBefore === undefined) return nothing
  const local = DateTime.fromJSDate(notBefore, { zone })
  return fieldsOf(local, local.toMillis() === local.startOf('day').toMillis())
}

/** What people are told; the last millisecond of a day is that day. */
export function endFields(key: RegistrationKey, zone: string): MomentFields {
  const stated = statedEnd(key, zone)
  if (stated === undefined) return nothing
  const local = DateTime.fromJSDate(stated, { zone })
  const next = local.plus({ milliseconds: 1 })
  return fieldsOf(local, next.toISODate() !== local.toISODate())
}

const fieldsOf = (local: DateTime, isWholeDay: boolean): MomentFields => ({
  day: local.toFormat('yyyy-MM-dd'),
  time: isWholeDay ? '' : local.toFormat('HH:mm'),
})

/** ISO 8601; a time without a day is no moment, and is told as such. */
export const textOf = ({ day, time }: MomentFields): string => (time === '' ? day : `${day}T${time}`)
