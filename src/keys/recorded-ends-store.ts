import { z } from 'zod'
import { change, type Db, retryTransient, select, uidFromBytes } from '../shared/db'

/** A place among the ends of keys. */
export interface EndMark {
  expiresAt: Date
  keyUid: Buffer
}

const Mark = z
  .object({ expires_at: z.date(), key_uid: z.instanceof(Buffer) })
  .transform((row): EndMark => ({ expiresAt: row.expires_at, keyUid: row.key_uid }))

/** Up to where ends are recorded; where nobody has looked before, from `now` on. */
export async function readEndMark(db: Db, now: Date): Promise<EndMark> {
  const [row] = await select(db, Mark, 'SELECT expires_at, key_uid FROM recorded_ends WHERE id = 1')
  if (row !== undefined) return row
  const first = { expiresAt: now, keyUid: Buffer.alloc(16) }
  await retryTransient(() =>
    change(db, 'INSERT IGNORE INTO recorded_ends (id, expires_at, key_uid) VALUES (1, ?, ?)', [
      first.expiresAt,
      first.keyUid,
    ]),
  )
  return first
}

/** Of two who record the same ends one is told false. */
export async function moveEndMark(trx: Db, from: EndMark, to: EndMark): Promise<boolean> {
  const { affectedRows } = await change(
    trx,
    'UPDATE recorded_ends SET expires_at = ?, key_uid = ? WHERE id = 1 AND expires_at = ? AND key_uid = ?',
    [to.expiresAt, to.keyUid, from.expiresAt, from.keyUid],
  )
  return affectedRows === 1
}

export interface EndedKey extends EndMark {
  uid: string
  /** It was over before that: revoked, or used up. */
  wasOver: boolean
}

const Ended = z
  .object({ uid: z.instanceof(Buffer), expires_at: z.date(), was_over: z.coerce.boolean() })
  .transform((row): EndedKey => ({
    uid: uidFromBytes(row.uid),
    expiresAt: row.expires_at,
    keyUid: row.uid,
    wasOver: row.was_over,
  }))

/** The keys that ended behind a mark, up to an instant, in order. In two pieces, each of which the index has in one. */
export async function listEndedKeys(
  db: Db,
  after: EndMark,
  { upTo, limit }: { upTo: Date; limit: number },
): Promise<EndedKey[]> {
  const piece = (range: string) =>
    `(SELECT uid, expires_at, (revoked_at IS NOT NULL OR is_used_up = 1) AS was_over
      FROM registration_keys FORCE INDEX (registration_keys_by_end)
      WHERE ${range} ORDER BY expires_at, uid LIMIT ?)`
  return select(
    db,
    Ended,
    `${piece('expires_at = ? AND uid > ?')} UNION ALL ${piece('expires_at > ? AND expires_at <= ?')}
     ORDER BY expires_at, uid LIMIT ?`,
    [after.expiresAt, after.keyUid, limit, after.expiresAt, upTo, limit, limit],
  )
}
