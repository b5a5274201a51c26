import { z } from 'zod'
import { type Db, select, uidToBytes } from '../shared/db'

/** What the page says of a key that it refuses. */
export interface RefusedKey {
  uid: string
  /** In `glpi_users`; undefined: the server itself, or somebody who is not to be named. */
  inviterId: number | undefined
  /** As GLPI writes it. */
  language: string | undefined
  notBefore: Date | undefined
  expiresAt: Date | undefined
  graceDays: number
}

const Row = z.object({
  issuer_users_id: z.number().nullable(),
  shares_inviter: z.number(),
  language: z.string().nullable(),
  not_before: z.date().nullable(),
  expires_at: z.date().nullable(),
  grace_days: z.number(),
})

export async function findRefusedKey(db: Db, uid: string): Promise<RefusedKey | undefined> {
  const [row] = await select(
    db,
    Row,
    `SELECT issuer_users_id, shares_inviter, language, not_before, expires_at, grace_days
     FROM registration_keys WHERE uid = ?`,
    [uidToBytes(uid)],
  )
  return (
    row && {
      uid,
      inviterId: row.shares_inviter === 1 ? (row.issuer_users_id ?? undefined) : undefined,
      language: row.language ?? undefined,
      notBefore: row.not_before ?? undefined,
      expiresAt: row.expires_at ?? undefined,
      graceDays: row.grace_days,
    }
  )
}
