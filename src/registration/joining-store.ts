import { z } from 'zod'
import { type Db, select, uidFromBytes } from '../shared/db'

/** Somebody who joined, for the mail that tells their inviter. */
export interface Joiner {
  registrationUid: string
  keyUid: string
  usersId: number
  completedAt: Date
}

const JoinerRow = z
  .object({
    uid: z.instanceof(Buffer),
    key_uid: z.instanceof(Buffer),
    users_id: z.number(),
    completed_at: z.date(),
  })
  .transform((row): Joiner => ({
    registrationUid: uidFromBytes(row.uid),
    keyUid: uidFromBytes(row.key_uid),
    usersId: row.users_id,
    completedAt: row.completed_at,
  }))

/**
 * Who joined within some time with this issuer's keys for several people or of batches, the first one first. Those of
 * keys for one person are told one by one.
 */
export function listJoinersOf(
  db: Db,
  issuersId: number,
  { from, to, limit }: { from: Date; to: Date; limit: number },
): Promise<Joiner[]> {
  return select(
    db,
    JoinerRow,
    `SELECT r.uid, r.key_uid, r.users_id, r.completed_at
     FROM registrations r FORCE INDEX (registrations_by_time) JOIN registration_keys k ON k.uid = r.key_uid
     WHERE r.completed_at >= ? AND r.completed_at < ? AND r.state = 'completed' AND r.users_id IS NOT NULL
       AND k.issuer_users_id = ? AND NOT COALESCE(k.max_uses = 1 AND k.batch_uid IS NULL, 0)
     ORDER BY r.completed_at, r.uid LIMIT ?`,
    [from, to, issuersId, limit],
  )
}
