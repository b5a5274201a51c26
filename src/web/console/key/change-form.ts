import { DateTime } from 'luxon'
import { z } from 'zod'
import type { ChangeProblem, DetailedKey, KeyChange } from '../../../keys'
import type { ChangeProblemName } from '../../../shared/i18n/console/messages/key'

const Text = z.string().catch('')

/** The form as it was sent, with what it showed when it was made. */
export const ChangeForm = z
  .object({
    label: Text,
    limit: Text,
    unlimited: Text,
    end: Text,
    never: Text,
    'was-label': Text,
    'was-limit': Text,
    'was-end': Text,
  })
  .transform((form) => ({
    values: {
      label: form.label.trim(),
      limit: form.limit.trim(),
      isUnlimited: form.unlimited !== '',
      end: form.end.trim(),
      isNever: form.never !== '',
    },
    was: { label: form['was-label'], limit: form['was-limit'], end: form['was-end'] },
  }))
export type ChangeForm = z.output<typeof ChangeForm>

export type ChangeField = 'label' | 'limit' | 'begin' | 'end' | 'form'
export type ChangeProblems = Partial<Record<ChangeField, ChangeProblemName>>

const unlimited = 'unlimited'
const never = 'never'

export function changeFormOf(key: DetailedKey, zone: string): ChangeForm {
  const end = key.expiresAt === undefined ? '' : localTime(key.expiresAt, zone)
  const limit = key.maxUses === undefined ? '' : String(key.maxUses)
  return {
    values: {
      label: key.label,
      limit,
      isUnlimited: key.maxUses === undefined,
      end,
      isNever: key.expiresAt === undefined,
    },
    was: { label: key.label, limit: limit || unlimited, end: end || never },
  }
}

/**
 * What somebody changed in the form. The rest is not asked for: it may have been changed by others since, and the end
 * of a key is finer than a field for it.
 */
export function readChange(
  { values, was }: ChangeForm,
  zone: string,
): { wanted: KeyChange; problems: ChangeProblems } {
  const limit = values.isUnlimited ? unlimited : values.limit
  const end = values.isNever ? never : values.end
  const wanted: KeyChange = {}
  const problems: ChangeProblems = {}
  if (values.label !== was.label.trim()) wanted.label = values.label
  if (limit === unlimited) {
    if (was.limit !== unlimited) wanted.maxUses = unlimited
  } else if (!/^\d{1,9}$/.test(limit)) problems.limit = 'limit-unreadable'
  else if (limit !== was.limit) wanted.maxUses = Number(limit)
  if (end === never) {
    if (was.end !== never) wanted.expiresAt = never
  } else if (end !== was.end) {
    const instant = DateTime.fromISO(end, { zone })
    if (instant.isValid) wanted.expiresAt = instant.toJSDate()
    else problems.end = 'end-unreadable'
  }
  return { wanted, problems }
}

/** Beside which field a problem stands. */
export const fieldOf: Record<ChangeProblem, ChangeField> = {
  'label-too-long': 'label',
  'limit-out-of-range': 'limit',
  'end-in-past': 'end',
  'end-before-begin': 'end',
  unbounded: 'limit',
  revoked: 'form',
  'begin-after-end': 'begin',
  'nothing-more': 'form',
  'still-used-up': 'limit',
  'nobody-could-use-it': 'form',
  'overlap-out-of-range': 'form',
  'replaced-since': 'form',
}

/** As `datetime-local` wants it. */
const localTime = (instant: Date, zone: string): string =>
  DateTime.fromJSDate(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm")
