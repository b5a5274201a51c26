import { maxUsesCeiling } from '../shared/max-uses'
import { AppError } from '../shared/errors'
import type { DetailedKey } from './key'
import { labelLength } from './wanted-keys'

/** What a key is called, and how far it reaches. */
export type Terms = Pick<DetailedKey, 'label' | 'maxUses' | 'notBefore' | 'expiresAt' | 'graceDays'>

/** What is left out stays as it is. */
export interface KeyChange {
  label?: string | undefined
  maxUses?: number | 'unlimited' | undefined
  /** `now`: it begins at once. */
  notBefore?: Date | 'now' | undefined
  expiresAt?: Date | 'never' | undefined
  /** How many days before that new end it is said to end. */
  graceDays?: number | undefined
}

/** What is wrong with a change, for the page that tells it. */
export type ChangeProblem =
  | 'label-too-long'
  | 'limit-out-of-range'
  | 'end-in-past'
  | 'end-before-begin'
  | 'begin-after-end'
  | 'unbounded'
  | 'revoked'
  | 'nothing-more'
  | 'still-used-up'
  | 'nobody-could-use-it'
  | 'overlap-out-of-range'
  | 'replaced-since'
  | 'addresses-forgotten'

export class ChangeRefused extends AppError {
  constructor(
    readonly problem: ChangeProblem,
    reason: string,
  ) {
    super('INPUT_INVALID', reason, { pointer: pointers[problem] })
  }
}

/** Which part of the change it is about; undefined: all of it. */
const pointers: Record<ChangeProblem, string | undefined> = {
  'label-too-long': '/label',
  'limit-out-of-range': '/maxUses',
  'end-in-past': '/expiresAt',
  'end-before-begin': '/expiresAt',
  'begin-after-end': '/notBefore',
  unbounded: '/maxUses',
  revoked: undefined,
  'nothing-more': undefined,
  'still-used-up': '/maxUses',
  'nobody-could-use-it': undefined,
  'overlap-out-of-range': '/overlap',
  'replaced-since': undefined,
  'addresses-forgotten': '/emails',
}

export function termsAfter(before: Terms, wanted: KeyChange): Terms {
  const { label, maxUses, notBefore, expiresAt, graceDays } = wanted
  return {
    label: label?.trim() ?? before.label,
    maxUses: maxUses === 'unlimited' ? undefined : (maxUses ?? before.maxUses),
    notBefore: notBefore === 'now' ? undefined : (notBefore ?? before.notBefore),
    expiresAt: expiresAt === 'never' ? undefined : (expiresAt ?? before.expiresAt),
    graceDays: expiresAt === 'never' ? 0 : expiresAt === undefined ? before.graceDays : (graceDays ?? 0),
  }
}

/** What was wrong before is nobody's mistake now: only what is changed has to be right. */
export function ensureTermsSound(before: Terms, after: Terms, now: Date): void {
  const { label, maxUses, notBefore, expiresAt } = after
  if (Array.from(label).length > labelLength)
    throw new ChangeRefused('label-too-long', `the label has more than ${labelLength} characters`)
  if (maxUses !== undefined && !(Number.isInteger(maxUses) && maxUses >= 1 && maxUses <= maxUsesCeiling))
    throw new ChangeRefused('limit-out-of-range', `the number of uses must be from 1 to ${maxUsesCeiling}`)
  if (maxUses === undefined && expiresAt === undefined)
    throw new ChangeRefused('unbounded', 'an unlimited key must have an end')
  if (expiresAt === undefined) return
  const endIsNew = !isSameInstant(expiresAt, before.expiresAt)
  if (endIsNew && expiresAt <= now)
    throw new ChangeRefused('end-in-past', 'the end of the key is in the past: revoke it instead')
  if (notBefore === undefined || expiresAt > notBefore) return
  if (endIsNew) throw new ChangeRefused('end-before-begin', 'the key would end before it begins')
  if (!isSameInstant(notBefore, before.notBefore))
    throw new ChangeRefused('begin-after-end', 'the key would begin when it has ended')
}

export const isWider = (before: Terms, after: Terms): boolean =>
  (after.maxUses ?? Infinity) > (before.maxUses ?? Infinity) ||
  (after.expiresAt?.getTime() ?? Infinity) > (before.expiresAt?.getTime() ?? Infinity) ||
  (after.notBefore?.getTime() ?? -Infinity) < (before.notBefore?.getTime() ?? -Infinity)

export const isSameTerms = (one: Terms, other: Terms): boolean =>
  one.label === other.label &&
  one.maxUses === other.maxUses &&
  one.graceDays === other.graceDays &&
  isSameInstant(one.notBefore, other.notBefore) &&
  isSameInstant(one.expiresAt, other.expiresAt)

const isSameInstant = (one: Date | undefined, other: Date | undefined): boolean =>
  one?.getTime() === other?.getTime()

/**
 * For the record: `null` is unlimited, at once, or never. What the label said is not kept: it may name somebody. Ends are
 * the real ones, at which the key stops working.
 */
export function differences(before: Terms, after: Terms) {
  const change = <T>(one: T, other: T) => (one === other ? undefined : { before: one, after: other })
  const iso = (at: Date | undefined) => at?.toISOString() ?? null
  return {
    label: after.label === before.label ? undefined : 'changed',
    limit: change(before.maxUses ?? null, after.maxUses ?? null),
    begin: change(iso(before.notBefore), iso(after.notBefore)),
    end: change(iso(before.expiresAt), iso(after.expiresAt)),
    graceDays:
      before.graceDays + after.graceDays === 0
        ? undefined
        : { before: before.graceDays, after: after.graceDays },
  }
}
