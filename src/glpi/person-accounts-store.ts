import { z } from 'zod'
import { type Bindings, type Db, select } from '../shared/db'
import { decodeFor, encodeFor } from './encoding'
import type { GlpiSide } from './side'

/** Somebody's account with what they are known by, as typed. */
export interface PersonAccount {
  usersId: number
  login: string
  firstname: string
  realname: string
  emails: string[]
}

const Row = z.object({
  id: z.number(),
  name: z.string().nullable(),
  realname: z.string().nullable(),
  firstname: z.string().nullable(),
})
const Email = z.object({ users_id: z.number(), email: z.string().nullable() })

/** The accounts that have this address, deleted or not: GLPI lets several share one. */
export const listAccountsWithAddress = (db: Db, side: GlpiSide, email: string): Promise<PersonAccount[]> =>
  listAccounts(db, side, 'u.id IN (SELECT e.users_id FROM ??.glpi_useremails e WHERE e.email = ?)', [
    side.database,
    encodeFor(side, email),
  ])

/** The accounts that have this login, from a directory or not. */
export const listAccountsWithLogin = (db: Db, side: GlpiSide, login: string): Promise<PersonAccount[]> =>
  listAccounts(db, side, 'u.name = ?', [login])

export async function findAccountsById(
  db: Db,
  side: GlpiSide,
  ids: readonly number[],
): Promise<PersonAccount[]> {
  if (ids.length === 0) return []
  return listAccounts(db, side, `u.id IN (${ids.map(() => '?').join()})`, ids)
}

async function listAccounts(
  db: Db,
  side: GlpiSide,
  condition: string,
  bindings: Bindings,
): Promise<PersonAccount[]> {
  const users = await select(
    db,
    Row,
    `SELECT u.id, u.name, u.realname, u.firstname FROM ??.glpi_users u WHERE ${condition} ORDER BY u.id`,
    [side.database, ...bindings],
  )
  if (users.length === 0) return []
  const emails = await select(
    db,
    Email,
    `SELECT users_id, email FROM ??.glpi_useremails WHERE users_id IN (${users.map(() => '?').join()}) ORDER BY id`,
    [side.database, ...users.map(({ id }) => id)],
  )
  const plain = (text: string | null) => decodeFor(side, text ?? '').trim()
  return users.map((user) => ({
    usersId: user.id,
    login: plain(user.name),
    firstname: plain(user.firstname),
    realname: plain(user.realname),
    emails: emails.flatMap(({ users_id: id, email }) => (id === user.id && email ? [plain(email)] : [])),
  }))
}
