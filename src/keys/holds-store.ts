import { z } from 'zod'
import { change, type Db, select, uidFromBytes, uidToBytes } from '../shared/db'

/** A use that a registration holds until it is finished. */
export interface HeldUse {
  registrationUid: string
  keyUid: string
}

/** Why a hold ended without an account. */
export const releaseReasons = ['lapsed', 'revoked', 'login-taken', 'account-exists', 'erased'] as const
export type ReleaseReason = (typeof releaseReasons)[number]

const Row = z
  .object({ uid: z.instanceof(Buffer), key_uid: z.instanceof(Buffer) })
  .transform((row): HeldUse => ({
    registrationUid: uidFromBytes(row.uid),
    keyUid: uidFromBytes(row.key_uid),
  }))

const isHeld = "state = 'awaiting-confirmation'"
const marks = (list: readonly unknown[]): string => list.map(() => '?').join()

/** Locks all holds of these keys; before the keys themselves, as everybody does. */
export const lockHoldsOfKeys = (trx: Db, keyUids: readonly string[]): Promise<HeldUse[]> =>
  lockHeld(trx, keyUids, { column: 'key_uid', index: 'registrations_by_key_and_state' })

/** Locks those of the holds that are still there. */
export const lockHolds = (trx: Db, registrationUids: readonly string[]): Promise<HeldUse[]> =>
  lockHeld(trx, registrationUids, { column: 'uid', index: 'PRIMARY' })

async function lockHeld(
  trx: Db,
  uids: readonly string[],
  { column, index }: { column: 'uid' | 'key_uid'; index: string },
): Promise<HeldUse[]> {
  if (uids.length === 0) return []
  return select(
    trx,
    Row,
    `SELECT uid, key_uid FROM registrations FORCE INDEX (${index})
     WHERE ${column} IN (${marks(uids)}) AND ${isHeld} ORDER BY uid FOR UPDATE`,
    uids.map(uidToBytes),
  )
}

/** Some of the holds whose time is over, the longest first. */
export async function listLapsedHolds(db: Db, now: Date, limit: number): Promise<HeldUse[]> {
  return select(
    db,
    Row,
    `SELECT uid, key_uid FROM registrations WHERE ${isHeld} AND hold_until <= ? ORDER BY hold_until LIMIT ?`,
    [now, limit],
  )
}

/** Ends holds that are locked, gives their uses back, and forgets what their accounts would have been. */
export async function endHolds(
  trx: Db,
  holds: readonly HeldUse[],
  { reason, now }: { reason: ReleaseReason; now: Date },
): Promise<void> {
  const uids = holds.map(({ registrationUid }) => uidToBytes(registrationUid))
  await change(
    trx,
    `UPDATE registrations SET state = 'released', ended_at = ?, end_reason = ? WHERE uid IN (${marks(uids)})`,
    [now, reason, ...uids],
  )
  await change(trx, `DELETE FROM pending_accounts WHERE registration_uid IN (${marks(uids)})`, uids)
  for (const [keyUid, uses] of Array.from(countByKey(holds)).sort())
    await change(trx, 'UPDATE registration_keys SET uses_held = uses_held - ? WHERE uid = ?', [
      uses,
      uidToBytes(keyUid),
    ])
}

function countByKey(holds: readonly HeldUse[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { keyUid } of holds) counts.set(keyUid, (counts.get(keyUid) ?? 0) + 1)
  return counts
}

/**
 * Makes the held use a completed one, or answers false. The end of the key and a limit that was lowered do not count:
 * the use was taken in time. Lock the hold first.
 */
export async function completeHeldUse(trx: Db, keyUid: string): Promise<boolean> {
  const { affectedRows } = await change(
    trx,
    `UPDATE registration_keys SET uses_held = uses_held - 1, uses_completed = uses_completed + 1
     WHERE uid = ? AND revoked_at IS NULL AND paused_at IS NULL AND uses_held > 0
       AND NOT EXISTS (SELECT 1 FROM switches WHERE name = 'redemption-stopped')`,
    [uidToBytes(keyUid)],
  )
  return affectedRows === 1
}
