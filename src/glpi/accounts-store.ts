import { z } from 'zod'
import { type Db, select } from '../shared/db'
import { cutToSeconds } from '../shared/time'
import type { GlpiSide } from './side'

/** Somebody's row in GLPI, as far as signing in goes. */
export interface Account {
  usersId: number
  /** GLPI's own: found by GLPI's login form in its database, not in a directory. */
  isLocal: boolean
  passwordHash: string | undefined
  passwordLastUpdate: Date | undefined
  isActive: boolean
  beginsAt: Date | undefined
  endsAt: Date | undefined
}

const AccountRow = z
  .object({
    id: z.number(),
    authtype: z.number(),
    auths_id: z.number(),
    password: z.string().nullable(),
    password_last_update: z.date().nullable(),
    is_active: z.number(),
    is_deleted: z.number(),
    begin_date: z.date().nullable(),
    end_date: z.date().nullable(),
  })
  .transform((row): Account => ({
    usersId: row.id,
    isLocal: row.authtype === 1 && row.auths_id === 0,
    passwordHash: row.password ?? undefined,
    passwordLastUpdate: row.password_last_update ?? undefined,
    isActive: row.is_active === 1 && row.is_deleted === 0,
    beginsAt: row.begin_date ?? undefined,
    endsAt: row.end_date ?? undefined,
  }))

const accountColumns = `id, authtype, auths_id, password, password_last_update, is_active, is_deleted, begin_date,
  end_date`

/** Everybody with this login, without regard to case and accents, as GLPI compares: one for each source at most. */
export async function listAccountsCalled(db: Db, side: GlpiSide, login: string): Promise<Account[]> {
  return select(db, AccountRow, `SELECT ${accountColumns} FROM ??.glpi_users WHERE name = ?`, [
    side.database,
    login,
  ])
}

export async function findAccount(db: Db, side: GlpiSide, usersId: number): Promise<Account | undefined> {
  const [account] = await select(db, AccountRow, `SELECT ${accountColumns} FROM ??.glpi_users WHERE id = ?`, [
    side.database,
    usersId,
  ])
  return account
}

/** Strict on both sides, as GLPI is. */
export function isWithinDates({ beginsAt, endsAt }: Account, now: Date): boolean {
  const second = cutToSeconds(now)
  return (beginsAt === undefined || beginsAt < second) && (endsAt === undefined || endsAt > second)
}

const Weight = z.object({ weight: z.instanceof(Buffer).nullable() })

/**
 * What the server compares when it compares logins: the same for `Zoé`, `ZOE` and `zoe`, whether or not anybody is
 * called so. For counting tries, where one person must not pass for several.
 */
export async function readLoginWeight(db: Db, login: string): Promise<string> {
  const [row] = await select(
    db,
    Weight,
    'SELECT WEIGHT_STRING(CONVERT(? USING utf8mb4) COLLATE utf8mb4_unicode_ci) AS weight',
    [login.slice(0, 255)],
  )
  // Comparing pads with spaces, so `root` is also whatever adds spaces to it, and signs that weigh nothing after them.
  return (row?.weight?.toString('hex') ?? '').replace(/(?:0209)+$/, '')
}
