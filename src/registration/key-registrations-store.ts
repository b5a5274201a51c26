import { z } from 'zod'
import type { GlpiSide } from '../glpi'
import { type Db, select, uidFromBytes, uidToBytes } from '../shared/db'
import type { Moment } from '../shared/moment'
import { type Acceptance, acceptanceFrom } from './accepted-terms'

/** A registration as the page of its key tells it. Undefined: the details were emptied, or GLPI has the account no more. */
export interface ListedRegistration {
  uid: string
  at: Date
  usersId: number
  login: string | undefined
  email: string | undefined
  ip: string | undefined
  userAgent: string | undefined
  accepted: Acceptance | undefined
  account: { isActive: boolean; isDeleted: boolean; lastLogin: Date | undefined } | undefined
}

const Row = z
  .object({
    uid: z.instanceof(Buffer),
    created_at: z.date(),
    users_id: z.number().nullable(),
    login: z.string().nullable(),
    email: z.string().nullable(),
    ip: z.string().nullable(),
    user_agent: z.string().nullable(),
    terms_version: z.string().nullable(),
    terms_accepted_at: z.date().nullable(),
    is_active: z.number().nullable(),
    is_deleted: z.number().nullable(),
    last_login: z.date().nullable(),
  })
  .transform((row): ListedRegistration => ({
    uid: uidFromBytes(row.uid),
    at: row.created_at,
    usersId: row.users_id ?? 0,
    login: row.login || undefined, // emptied details are NULL or ''
    email: row.email || undefined,
    ip: row.ip || undefined,
    userAgent: row.user_agent || undefined,
    accepted: acceptanceFrom(row),
    account:
      row.is_active === null
        ? undefined
        : {
            isActive: row.is_active === 1,
            isDeleted: row.is_deleted === 1,
            lastLogin: row.last_login ?? undefined,
          },
  }))

/** The registrations of a key, the newest first, after `after`. */
export async function listRegistrations(
  db: Db,
  side: GlpiSide,
  keyUid: string,
  { after, limit }: { after: Moment | undefined; limit: number },
): Promise<ListedRegistration[]> {
  const before = after === undefined ? '' : 'AND (r.created_at < ? OR (r.created_at = ? AND r.uid < ?))'
  return select(
    db,
    Row,
    `SELECT r.uid, r.created_at, r.users_id, d.login, d.email, d.ip, d.user_agent, r.terms_version, r.terms_accepted_at,
       u.is_active, u.is_deleted, u.last_login
     FROM registrations r
     LEFT JOIN registration_details d ON d.registration_uid = r.uid
     LEFT JOIN ??.glpi_users u ON u.id = r.users_id
     WHERE r.key_uid = ? AND r.state = 'completed' ${before}
     ORDER BY r.created_at DESC, r.uid DESC LIMIT ?`,
    [
      side.database,
      uidToBytes(keyUid),
      ...(after === undefined ? [] : [after.at, after.at, uidToBytes(after.uid)]),
      limit,
    ],
  )
}

const Counts = z.object({ made: z.coerce.number(), signed_in: z.coerce.number() })

/** How many accounts were made with a key, and how many of them have been signed in with. */
export async function countAccounts(
  db: Db,
  side: GlpiSide,
  keyUid: string,
): Promise<{ made: number; signedIn: number }> {
  const [row] = await select(
    db,
    Counts,
    `SELECT COUNT(*) AS made, COUNT(u.last_login) AS signed_in
     FROM registrations r LEFT JOIN ??.glpi_users u ON u.id = r.users_id
     WHERE r.key_uid = ? AND r.state = 'completed'`,
    [side.database, uidToBytes(keyUid)],
  )
  return { made: row?.made ?? 0, signedIn: row?.signed_in ?? 0 }
}
