import { z } from 'zod'
import type { ChangeProblem, DetailedKey, KeyChange } from '../../../keys'
import { endAt, type EndRules } from '../../../shared/ends'
import type { ChangeProblemName } from '../../../shared/i18n/console/messages/key'
import { parseStart } from '../../../shared/time'
import { beginFields, endFields, type MomentFields, textOf } from './moment-fields'

const Text = z.string().trim().catch('')

/** The form as it was sent, with what it showed when it was made. */
export const ChangeForm = z
  .object({
    label: Text,
    limit: Text,
    unlimited: Text,
    begin: Text,
    'begin-time': Text,
    end: Text,
    'end-time': Text,
    never: Text,
    'was-label': Text,
    'was-limit': Text,
    'was-begin': Text,
    'was-end': Text,
  })
  .transform((form) => ({
    values: {
      label: form.label,
      limit: form.limit,
      isUnlimited: form.unlimited !== '',
      begin: { day: form.begin, time: form['begin-time'] },
      end: { day: form.end, time: form['end-time'] },
      isNever: form.never !== '',
    },
    was: {
      label: form['was-label'],
      limit: form['was-limit'],
      begin: form['was-begin'],
      end: form['was-end'],
    },
  }))
export type ChangeForm = z.output<typeof ChangeForm>

export type ChangeField = 'label' | 'limit' | 'begin' | 'end' | 'overlap' | 'addresses' | 'form'
export type ChangeProblems = Partial<Record<ChangeField, ChangeProblemName>>

const unlimited = 'unlimited'
const never = 'never'

export function changeFormOf(key: DetailedKey, zone: string): ChangeForm {
  const [begin, end] = [beginFields(key, zone), endFields(key, zone)]
  const limit = key.maxUses === undefined ? '' : String(key.maxUses)
  return {
    values: {
      label: key.label,
      limit,
      isUnlimited: key.maxUses === undefined,
      begin,
      end,
      isNever: key.expiresAt === undefined,
    },
    was: { label: key.label, limit: limit || unlimited, begin: textOf(begin), end: textOf(end) || never },
  }
}

/**
 * What somebody changed in the form. The rest is not asked for: it may have been changed by others since, and the end
 * of a key is finer than a field for it.
 */
export function readChange(
  { values, was }: ChangeForm,
  rules: EndRules,
): { wanted: KeyChange; problems: ChangeProblems } {
  const limit = readLimit(values, was.limit)
  const begin = readBegin(values.begin, was.begin, rules.timeZone)
  const end = readEnd(values, was.end, rules)
  return {
    wanted: {
      ...(values.label === was.label.trim() ? {} : { label: values.label }),
      ...limit.wanted,
      ...begin.wanted,
      ...end.wanted,
    },
    problems: { ...limit.problems, ...begin.problems, ...end.problems },
  }
}

interface Read {
  wanted?: KeyChange
  problems?: ChangeProblems
}

export function readLimit({ limit, isUnlimited }: ChangeForm['values'], was: string): Read {
  if (isUnlimited) return was === unlimited ? {} : { wanted: { maxUses: unlimited } }
  if (!/^\d{1,9}$/.test(limit)) return { problems: { limit: 'limit-unreadable' } }
  return limit === was ? {} : { wanted: { maxUses: Number(limit) } }
}

function readBegin(fields: MomentFields, was: string, zone: string): Read {
  const text = textOf(fields)
  if (text === was) return {}
  if (text === '') return { wanted: { notBefore: 'now' } }
  const notBefore = parseStart(text, zone)
  return notBefore === undefined ? { problems: { begin: 'begin-unreadable' } } : { wanted: { notBefore } }
}

export function readEnd({ end, isNever }: ChangeForm['values'], was: string, rules: EndRules): Read {
  if (isNever) return was === never ? {} : { wanted: { expiresAt: never } }
  const text = textOf(end)
  if (text === was) return {}
  const read = endAt(text, rules)
  return read === undefined ? { problems: { end: 'end-unreadable' } } : { wanted: read }
}

/** Beside which field a problem stands. */
export const fieldOf: Record<ChangeProblem, ChangeField> = {
  'label-too-long': 'label',
  'limit-out-of-range': 'limit',
  'end-in-past': 'end',
  'end-before-begin': 'end',
  'begin-after-end': 'begin',
  unbounded: 'limit',
  revoked: 'form',
  'nothing-more': 'form',
  'still-used-up': 'limit',
  'nobody-could-use-it': 'form',
  'overlap-out-of-range': 'overlap',
  'replaced-since': 'form',
  'addresses-forgotten': 'addresses',
}
