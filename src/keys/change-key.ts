import { recordEvent } from '../audit'
import type { GlpiWatch } from '../glpi'
import type { Clock } from '../shared/clock'
import { type Db, inTransaction } from '../shared/db'
import { AppError } from '../shared/errors'
import type { Random } from '../shared/random'
import { replaceTerms, replaceWords } from './change-key-store'
import { ensureCouldMake, type KeyKeeper } from './could-make'
import type { DetailedKey } from './key'
import {
  ChangeRefused,
  differences,
  ensureTermsSound,
  isSameTerms,
  isWider,
  type KeyChange,
  termsAfter,
} from './key-terms'
import { ensureWithinPolicy, type KeyPolicy } from './policy'
import { getKey } from './revoke-key'

export interface ChangeKeyDeps {
  db: Db
  glpi: GlpiWatch
  clock: Clock
  random: Random
  config: KeyPolicy
}

/**
 * Changes what a key is called and how far it reaches. Whoever makes it reach further must be able to make the key that
 * it becomes; for anything else the right to change keys is enough, which the door has checked.
 *
 * A limit below what is used is no error: the key is then used up.
 *
 * @throws {AppError} NOT_FOUND, INPUT_INVALID, NOT_ALLOWED, KEY_ISSUER_REFUSED, KEY_GRANT_REFUSED, POLICY_EXCEEDED
 */
export async function changeKey(
  deps: ChangeKeyDeps,
  by: KeyKeeper,
  keyUid: string,
  wanted: KeyChange,
): Promise<DetailedKey> {
  const side = await deps.glpi.side()
  return untilNobodyElseDoes(keyUid, async () => {
    const before = await getKey(deps.db, keyUid)
    if (before.revokedAt !== undefined)
      throw new ChangeRefused('revoked', 'the key is revoked, so it stays as it is')
    const after = termsAfter(before, wanted)
    const now = deps.clock.now()
    ensureTermsSound(before, after, now)
    if (isSameTerms(before, after)) return before
    ensureWithinPolicy(deps.config, before, after, now)
    if (isWider(before, after)) await ensureCouldMake(deps.db, side, by, { ...before, ...after }, now)

    return inTransaction(deps.db, async (trx) => {
      if (!(await replaceTerms(trx, keyUid, before, after))) return undefined
      if (after.label !== before.label) await replaceWords(trx, keyUid, after.label)
      const details = differences(before, after)
      await recordEvent(trx, deps, { kind: 'key.changed', actor: by.actor, keyUid, details })
      return getKey(trx, keyUid)
    })
  })
}

const maxAttempts = 5

/**
 * Does something to a key as it was read, and reads it again when it was changed in between, which `attempt` tells by
 * answering undefined.
 *
 * @throws {AppError} SERVER_BUSY
 */
export async function untilNobodyElseDoes<T>(
  keyUid: string,
  attempt: () => Promise<T | undefined>,
): Promise<T> {
  for (let tries = 1; tries <= maxAttempts; tries += 1) {
    const done = await attempt()
    if (done !== undefined) return done
  }
  throw new AppError('SERVER_BUSY', `key ${keyUid} is being changed by others all the time`)
}
