import { z } from 'zod'
import { type Db, select, uidFromBytes } from '../shared/db'

export interface Undecided {
  uid: string
  /** Who answers for its key; undefined: the server itself. */
  issuersId: number | undefined
  until: Date
}

const Row = z
  .object({
    uid: z.instanceof(Buffer),
    issuer_users_id: z.number().nullable(),
    hold_until: z.date(),
  })
  .transform((row): Undecided => ({
    uid: uidFromBytes(row.uid),
    issuersId: row.issuer_users_id ?? undefined,
    until: row.hold_until,
  }))

/** Registrations that wait for a decision until then at the latest. */
export const listUndecided = (
  db: Db,
  { now, upTo, limit }: { now: Date; upTo: Date; limit: number },
): Promise<Undecided[]> =>
  select(
    db,
    Row,
    `SELECT r.uid, k.issuer_users_id, r.hold_until
     FROM registrations r JOIN registration_keys k ON k.uid = r.key_uid
     WHERE r.state = 'awaiting-approval' AND r.hold_until > ? AND r.hold_until <= ?
     ORDER BY r.hold_until, r.uid LIMIT ?`,
    [now, upTo, limit],
  )
