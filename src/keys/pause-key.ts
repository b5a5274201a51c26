import { type EventActor, type EventKind, recordEvent } from '../audit'
import { type Db, inTransaction } from '../shared/db'
import { markPaused, markResumed } from './change-key-store'
import type { DetailedKey } from './key'
import { getKey, type RevokeKeyDeps } from './revoke-key'

/**
 * Puts a key on hold until it is resumed; pausing twice is no error and is recorded once. A revoked key stays revoked.
 *
 * @throws {AppError} NOT_FOUND
 */
export function pauseKey(deps: RevokeKeyDeps, actor: EventActor, keyUid: string): Promise<DetailedKey> {
  return mark(deps, actor, keyUid, 'key.paused', (trx) => markPaused(trx, keyUid, deps.clock.now()))
}

/** @throws {AppError} NOT_FOUND */
export function resumeKey(deps: RevokeKeyDeps, actor: EventActor, keyUid: string): Promise<DetailedKey> {
  return mark(deps, actor, keyUid, 'key.resumed', (trx) => markResumed(trx, keyUid))
}

function mark(
  deps: RevokeKeyDeps,
  actor: EventActor,
  keyUid: string,
  kind: EventKind,
  write: (trx: Db) => Promise<boolean>,
): Promise<DetailedKey> {
  return inTransaction(deps.db, async (trx) => {
    if (await write(trx)) await recordEvent(trx, deps, { kind, actor, keyUid })
    return getKey(trx, keyUid)
  })
}
