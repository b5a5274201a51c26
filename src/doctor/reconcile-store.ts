import { z } from 'zod'
import { type Db, isColumnDenied, select, uidFromBytes } from '../shared/db'
import { AppError } from '../shared/errors'

/** A completed registration beside the account that has its number now. */
export interface RegistrationBesideAccount {
  uid: string
  keyUid: string
  usersId: number
  /** Undefined once its details are forgotten. */
  login: string | undefined
  completedAt: Date
  account: { login: string; createdAt: Date | undefined } | undefined
}

const Bytes = z.instanceof(Buffer)
const Text = z.string().nullable()

const RegistrationRow = z
  .object({
    uid: Bytes,
    key_uid: Bytes,
    users_id: z.number().nullable(),
    login: Text,
    completed_at: z.date(),
    account_id: z.number().nullable(),
    account_login: Text,
    account_created_at: z.date().nullable(),
  })
  .transform((row): RegistrationBesideAccount => ({
    uid: uidFromBytes(row.uid),
    keyUid: uidFromBytes(row.key_uid),
    usersId: row.users_id ?? 0,
    login: row.login || undefined,
    completedAt: row.completed_at,
    account:
      row.account_id === null
        ? undefined
        : { login: row.account_login ?? '', createdAt: row.account_created_at ?? undefined },
  }))

/** The next registrations in order of uid, after `after`. */
export async function listBesideAccounts(
  db: Db,
  glpiDatabase: string,
  { after, limit }: { after: Buffer; limit: number },
): Promise<RegistrationBesideAccount[]> {
  try {
    return await select(
      db,
      RegistrationRow,
      `SELECT r.uid, r.key_uid, r.users_id, d.login, COALESCE(r.completed_at, r.created_at) AS completed_at,
         u.id AS account_id, u.name AS account_login, u.date_creation AS account_created_at
       FROM registrations r
       LEFT JOIN registration_details d ON d.registration_uid = r.uid
       LEFT JOIN ??.glpi_users u ON u.id = r.users_id
       WHERE r.uid > ? AND r.state = 'completed' ORDER BY r.uid LIMIT ?`,
      [glpiDatabase, after, limit],
    )
  } catch (cause) {
    if (!isColumnDenied(cause)) throw cause
    throw new AppError(
      'GLPI_UNSUPPORTED',
      'the account may not read when GLPI made its accounts: apply what "glpi-invite db grants --account runtime" prints',
      { cause },
    )
  }
}

/** What a key counted beside what was registered with it. */
export interface CountedUses {
  keyUid: string
  completed: { counted: number; registered: number }
  held: { counted: number; registered: number }
}

const UsesRow = z
  .object({
    uid: Bytes,
    uses_completed: z.number(),
    uses_held: z.number(),
    completed: z.coerce.number(),
    held: z.coerce.number(),
  })
  .transform((row): CountedUses => ({
    keyUid: uidFromBytes(row.uid),
    completed: { counted: row.uses_completed, registered: row.completed },
    held: { counted: row.uses_held, registered: row.held },
  }))

/** The next keys in order of uid, after `after`; in one statement, so that nobody registers in between. */
export const listCountedUses = (
  db: Db,
  { after, limit }: { after: Buffer; limit: number },
): Promise<CountedUses[]> =>
  select(
    db,
    UsesRow,
    `SELECT k.uid, k.uses_completed, k.uses_held, COALESCE(SUM(r.state = 'completed'), 0) AS completed,
       COALESCE(SUM(r.state LIKE 'awaiting%'), 0) AS held
     FROM (SELECT uid, uses_completed, uses_held FROM registration_keys WHERE uid > ? ORDER BY uid LIMIT ?) AS k
     LEFT JOIN registrations r ON r.key_uid = k.uid
     GROUP BY k.uid, k.uses_completed, k.uses_held ORDER BY k.uid`,
    [after, limit],
  )
