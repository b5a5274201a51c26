import { recordEvent } from '../audit'
import type { GlpiWatch } from '../glpi'
import type { Clock } from '../shared/clock'
import { type Db, inTransaction } from '../shared/db'
import { AppError } from '../shared/errors'
import type { Random } from '../shared/random'
import { replaceTerms, replaceWords } from './change-key-store'
import { ensureCouldMake, type KeyKeeper } from './could-make'
import { maxUsesCeiling } from './make-keys'
import type { DetailedKey } from './key'
import { getKey } from './revoke-key'

export interface ChangeKeyDeps {
  db: Db
  glpi: GlpiWatch
  clock: Clock
  random: Random
}

/** What is left out stays as it is. */
export interface KeyChange {
  label?: string | undefined
  maxUses?: number | 'unlimited' | undefined
  expiresAt?: Date | 'never' | undefined
}

/** What is wrong with a change, for the page that tells it. */
export type ChangeProblem =
  'label-too-long' | 'limit-out-of-range' | 'end-in-past' | 'end-before-begin' | 'unbounded' | 'revoked'

export class ChangeRefused extends AppError {
  constructor(
    readonly problem: ChangeProblem,
    reason: string,
  ) {
    super('INPUT_INVALID', reason)
  }
}

type Terms = Pick<DetailedKey, 'label' | 'maxUses' | 'expiresAt'>

const labelLength = 255
const maxAttempts = 5

/**
 * Changes what a key is called and how far it reaches. Whoever makes it reach further must be able to make the key that
 * it becomes; for anything else the right to change keys is enough, which the door has checked.
 *
 * A limit below what is used is no error: the key is then used up.
 *
 * @throws {AppError} NOT_FOUND, INPUT_INVALID, NOT_ALLOWED, KEY_ISSUER_REFUSED, KEY_GRANT_REFUSED
 */
export async function changeKey(
  deps: ChangeKeyDeps,
  by: KeyKeeper,
  keyUid: string,
  wanted: KeyChange,
): Promise<DetailedKey> {
  const side = await deps.glpi.side()
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const before = await getKey(deps.db, keyUid)
    if (before.revokedAt !== undefined)
      throw new ChangeRefused('revoked', 'the key is revoked, so it stays as it is')
    const after = applied(before, wanted)
    const now = deps.clock.now()
    ensureSound(before, after, now)
    if (sameTerms(before, after)) return before
    if (isWider(before, after)) await ensureCouldMake(deps.db, side, by, { ...before, ...after }, now)

    const done = await inTransaction(deps.db, async (trx) => {
      if (!(await replaceTerms(trx, keyUid, before, after))) return false
      if (after.label !== before.label) await replaceWords(trx, keyUid, after.label)
      const details = differences(before, after)
      await recordEvent(trx, deps, { kind: 'key.changed', actor: by.actor, keyUid, details })
      return true
    })
    if (done) return getKey(deps.db, keyUid)
  }
  throw new AppError('SERVER_BUSY', `key ${keyUid} is being changed by others all the time`)
}

function applied({ label, maxUses, expiresAt }: Terms, wanted: KeyChange): Terms {
  return {
    label: wanted.label?.trim() ?? label,
    maxUses: wanted.maxUses === 'unlimited' ? undefined : (wanted.maxUses ?? maxUses),
    expiresAt: wanted.expiresAt === 'never' ? undefined : (wanted.expiresAt ?? expiresAt),
  }
}

function ensureSound(before: DetailedKey, { label, maxUses, expiresAt }: Terms, now: Date): void {
  if (Array.from(label).length > labelLength) {
    throw new ChangeRefused('label-too-long', `the label has more than ${labelLength} characters`)
  }
  if (maxUses !== undefined && !(Number.isInteger(maxUses) && maxUses >= 1 && maxUses <= maxUsesCeiling)) {
    throw new ChangeRefused('limit-out-of-range', `the number of uses must be from 1 to ${maxUsesCeiling}`)
  }
  if (maxUses === undefined && expiresAt === undefined)
    throw new ChangeRefused('unbounded', 'an unlimited key must have an end')
  if (expiresAt === undefined || isSameInstant(expiresAt, before.expiresAt)) return
  if (expiresAt <= now)
    throw new ChangeRefused('end-in-past', 'the end of the key is in the past: revoke it instead')
  if (before.notBefore !== undefined && expiresAt <= before.notBefore)
    throw new ChangeRefused('end-before-begin', 'the key would end before it begins')
}

const isWider = (before: Terms, after: Terms): boolean =>
  (after.maxUses ?? Infinity) > (before.maxUses ?? Infinity) ||
  (after.expiresAt?.getTime() ?? Infinity) > (before.expiresAt?.getTime() ?? Infinity)

const sameTerms = (one: Terms, other: Terms): boolean =>
  one.label === other.label && one.maxUses === other.maxUses && isSameInstant(one.expiresAt, other.expiresAt)

const isSameInstant = (one: Date | undefined, other: Date | undefined): boolean =>
  one?.getTime() === other?.getTime()

/** For the record: `null` is unlimited, or never. What the label said is not kept: it may name somebody. */
function differences(before: Terms, after: Terms) {
  const end = ({ expiresAt }: Terms) => expiresAt?.toISOString() ?? null
  return {
    label: after.label === before.label ? undefined : 'changed',
    limit:
      after.maxUses === before.maxUses
        ? undefined
        : { before: before.maxUses ?? null, after: after.maxUses ?? null },
    end: end(before) === end(after) ? undefined : { before: end(before), after: end(after) },
  }
}
