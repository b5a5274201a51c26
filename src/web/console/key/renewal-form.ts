import { isEmail } from '../../../glpi'
import { type DetailedKey, type Renewal, stateOf } from '../../../keys'
import { endAfter, type EndRules } from '../../../shared/ends'
import { ChangeForm, changeFormOf, type ChangeProblems, readEnd, readLimit } from './change-form'
import { splitUp } from '../making/check-carried'
import { endFields } from './moment-fields'

export const RenewalForm = ChangeForm
export type RenewalForm = ChangeForm

/** What most people mean by it: a week from now, or a place more where all are taken. */
const usualLife = '7d'

export function renewalFormOf(key: DetailedKey, rules: EndRules, now: Date): RenewalForm {
  const { values, was } = changeFormOf(key, rules.timeZone)
  const soon = endAfter(usualLife, now, rules)
  const isSoon = soon !== undefined && key.expiresAt !== undefined && key.expiresAt < soon.expiresAt
  const isUsedUp = stateOf({ ...key, pausedAt: undefined, expiresAt: undefined }, now) === 'used-up'
  return {
    values: {
      ...values,
      limit: isUsedUp ? String(key.usesCompleted + 1) : values.limit,
      end: isSoon ? endFields({ ...key, ...soon }, rules.timeZone) : values.end,
    },
    was,
  }
}

/** What the form asks for beyond what the key has. */
export function readRenewal(
  { values, was }: RenewalForm,
  typed: string,
  rules: EndRules,
): { wanted: Renewal; problems: ChangeProblems } {
  const [limit, end] = [readLimit(values, was.limit), readEnd(values, was.end, rules)]
  const addresses = splitUp(typed)
  return {
    wanted: { ...limit.wanted, ...end.wanted, ...(addresses.length > 0 ? { addresses } : {}) },
    problems: {
      ...limit.problems,
      ...end.problems,
      ...(addresses.every(isEmail) ? {} : { addresses: 'addresses-unreadable' }),
    },
  }
}

/** How long the old link may go on working; the longest is the longest there is. */
export const overlaps = ['none', 'hour', 'day', 'week', 'month'] as const
export type Overlap = (typeof overlaps)[number]

const hourMs = 3_600_000

export const overlapMsOf: Record<Overlap, number> = {
  none: 0,
  hour: hourMs,
  day: 24 * hourMs,
  week: 7 * 24 * hourMs,
  month: 30 * 24 * hourMs,
}
