import { z } from 'zod'
import { change, type Db, duplicateKeyOf, select } from '../shared/db'

/** Which call it is: whose, under which Idempotency-Key. */
export interface CallId {
  usersId: number
  keyHash: Buffer
}

export interface RememberedCall {
  requestHash: Buffer
  leasedUntil: Date | undefined
  /** JSON; undefined until it is done. */
  refs: string | undefined
}

/** @returns false when there is one already */
export async function insertCall(
  db: Db,
  { usersId, keyHash }: CallId,
  call: { requestHash: Buffer; lease: Buffer; leasedUntil: Date; now: Date },
): Promise<boolean> {
  try {
    await change(
      db,
      `INSERT INTO api_calls (users_id, key_hash, request_hash, made_at, lease, leased_until) VALUES (?, ?, ?, ?, ?, ?)`,
      [usersId, keyHash, call.requestHash, call.now, call.lease, call.leasedUntil],
    )
    return true
  } catch (error) {
    if (duplicateKeyOf(error) === undefined) throw error
    return false
  }
}

const CallRow = z
  .object({
    request_hash: z.instanceof(Buffer),
    leased_until: z.date().nullable(),
    refs: z.string().nullable(),
  })
  .transform((row): RememberedCall => ({
    requestHash: row.request_hash,
    leasedUntil: row.leased_until ?? undefined,
    refs: row.refs ?? undefined,
  }))

export async function findCall(db: Db, { usersId, keyHash }: CallId): Promise<RememberedCall | undefined> {
  const [call] = await select(
    db,
    CallRow,
    'SELECT request_hash, leased_until, refs FROM api_calls WHERE users_id = ? AND key_hash = ?',
    [usersId, keyHash],
  )
  return call
}

/** Takes over what its server has given up, or forgets a day later. @returns whether it was there to be had */
export async function takeOverCall(
  db: Db,
  { usersId, keyHash }: CallId,
  take: { requestHash: Buffer; lease: Buffer; leasedUntil: Date; now: Date; forgottenBefore: Date },
): Promise<boolean> {
  const { affectedRows } = await change(
    db,
    `UPDATE api_calls SET request_hash = ?, made_at = ?, lease = ?, leased_until = ?, refs = NULL
     WHERE users_id = ? AND key_hash = ? AND (made_at < ? OR (refs IS NULL AND leased_until < ? AND request_hash = ?))`,
    [
      take.requestHash,
      take.now,
      take.lease,
      take.leasedUntil,
      usersId,
      keyHash,
      take.forgottenBefore,
      take.now,
      take.requestHash,
    ],
  )
  return affectedRows === 1
}

export async function renewLease(
  db: Db,
  { usersId, keyHash }: CallId,
  { lease, leasedUntil }: { lease: Buffer; leasedUntil: Date },
): Promise<void> {
  await change(
    db,
    'UPDATE api_calls SET leased_until = ? WHERE users_id = ? AND key_hash = ? AND lease = ?',
    [leasedUntil, usersId, keyHash, lease],
  )
}

/** @returns false when somebody else has taken the call over: then nothing of it may be committed */
export async function finishCall(
  db: Db,
  { usersId, keyHash }: CallId,
  { lease, refs }: { lease: Buffer; refs: string },
): Promise<boolean> {
  const { affectedRows } = await change(
    db,
    `UPDATE api_calls SET refs = ?, lease = NULL, leased_until = NULL WHERE users_id = ? AND key_hash = ? AND lease = ?`,
    [refs, usersId, keyHash, lease],
  )
  return affectedRows === 1
}

/** What failed may be tried again at once. */
export async function forgetCall(db: Db, { usersId, keyHash }: CallId, lease: Buffer): Promise<void> {
  await change(db, 'DELETE FROM api_calls WHERE users_id = ? AND key_hash = ? AND lease = ?', [
    usersId,
    keyHash,
    lease,
  ])
}
