import { type EventActor, recordEvent } from '../audit'
import { withdrawInvitations } from '../mail'
import type { Clock } from '../shared/clock'
import { type Db, inTransaction } from '../shared/db'
import { AppError } from '../shared/errors'
import type { Random } from '../shared/random'
import { writeRevocationReason } from './change-key-store'
import { lockHoldsOfKeys } from './holds-store'
import type { DetailedKey } from './key'
import { findKey, markRevoked } from './keys-store'
import { releaseHoldsOfKeys } from './release-holds'

export interface RevokeKeyDeps {
  db: Db
  clock: Clock
  random: Random
}

const reasonLength = 255

/**
 * Ends a key for good. Accounts made with it stay; registrations that wait are released. Revoking twice is no error and is recorded once; the first reason
 * stands. It is kept with the key and not in the record: it may name somebody.
 *
 * @throws {AppError} NOT_FOUND, INPUT_INVALID
 */
export async function revokeKey(
  deps: RevokeKeyDeps,
  actor: EventActor,
  keyUid: string,
  reason?: string,
): Promise<DetailedKey> {
  const why = reason?.trim() ?? ''
  if (Array.from(why).length > reasonLength)
    throw new AppError('INPUT_INVALID', `the reason has more than ${reasonLength} characters`, {
      pointer: '/reason',
    })
  return inTransaction(deps.db, async (trx) => {
    await lockHoldsOfKeys(trx, [keyUid])
    if (await markRevoked(trx, keyUid, deps.clock.now())) {
      if (why !== '') await writeRevocationReason(trx, keyUid, why)
      await withdrawInvitations(trx, [keyUid], { why: 'revoked', now: deps.clock.now() })
      await recordEvent(trx, deps, { kind: 'key.revoked', actor, keyUid })
      await releaseHoldsOfKeys(trx, deps, { actor }, [keyUid])
    }
    return getKey(trx, keyUid)
  })
}

/** @throws {AppError} NOT_FOUND */
export async function getKey(db: Db, keyUid: string): Promise<DetailedKey> {
  const key = await findKey(db, keyUid)
  if (key === undefined) throw new AppError('NOT_FOUND', `there is no key ${keyUid}`)
  return key
}
