import { z } from 'zod'
import { change, type Db, select, uidFromBytes, uidToBytes } from '../shared/db'

/** What a registration waits for while it holds a use. */
export const waitingStates = ['awaiting-confirmation', 'awaiting-approval'] as const
export type WaitingState = (typeof waitingStates)[number]

/** A use that a registration holds until it is finished. */
export interface HeldUse {
  registrationUid: string
  keyUid: string
  state: WaitingState
}

/**
 * Why a hold ended without an account: `lapsed` is for nobody confirmed, `undecided` for nobody approved in time,
 * `not-unique` for something else that GLPI's rules let one person have.
 */
export const releaseReasons = [
  'lapsed',
  'undecided',
  'rejected',
  'revoked',
  'login-taken',
  'phone-taken',
  'mobile-taken',
  'number-taken',
  'not-unique',
  'account-exists',
  'erased',
] as const
export type ReleaseReason = (typeof releaseReasons)[number]

const Row = z
  .object({ uid: z.instanceof(Buffer), key_uid: z.instanceof(Buffer), state: z.enum(waitingStates) })
  .transform((row): HeldUse => ({
    registrationUid: uidFromBytes(row.uid),
    keyUid: uidFromBytes(row.key_uid),
    state: row.state,
  }))

const isHeld = `state IN ('${waitingStates.join("', '")}')`
const marks = (list: readonly unknown[]): string => list.map(() => '?').join()

/** Locks all holds of these keys; before the keys themselves, as everybody does. */
export async function lockHoldsOfKeys(trx: Db, keyUids: readonly string[]): Promise<HeldUse[]> {
  if (keyUids.length === 0) return []
  return select(
    trx,
    Row,
    `SELECT uid, key_uid, state FROM registrations FORCE INDEX (registrations_by_key_and_state)
     WHERE key_uid IN (${marks(keyUids)}) AND ${isHeld} ORDER BY uid FOR UPDATE`,
    keyUids.map(uidToBytes),
  )
}

/** Locks those of the holds that are still there; with `endedBy`, that were over by then: one may have begun anew. */
export async function lockHolds(
  trx: Db,
  registrationUids: readonly string[],
  endedBy?: Date,
): Promise<HeldUse[]> {
  if (registrationUids.length === 0) return []
  const isOver = endedBy === undefined ? '' : 'AND hold_until <= ?'
  return select(
    trx,
    Row,
    `SELECT uid, key_uid, state FROM registrations FORCE INDEX (PRIMARY)
     WHERE uid IN (${marks(registrationUids)}) AND ${isHeld} ${isOver} ORDER BY uid FOR UPDATE`,
    [...registrationUids.map(uidToBytes), ...(endedBy === undefined ? [] : [endedBy])],
  )
}

/** Some of the holds whose time is over, the longest first. */
export async function listLapsedHolds(db: Db, now: Date, limit: number): Promise<HeldUse[]> {
  return select(
    db,
    Row,
    `SELECT uid, key_uid, state FROM registrations WHERE ${isHeld} AND hold_until <= ? ORDER BY hold_until LIMIT ?`,
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
 * Locks a key, so that it cannot be revoked until the end of the transaction; false when it was. Lock the hold first.
 */
export async function lockUnrevoked(trx: Db, keyUid: string): Promise<boolean> {
  const rows = await select(
    trx,
    z.object({ uid: z.instanceof(Buffer) }),
    'SELECT uid FROM registration_keys WHERE uid = ? AND revoked_at IS NULL FOR UPDATE',
    [uidToBytes(keyUid)],
  )
  return rows.length === 1
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
