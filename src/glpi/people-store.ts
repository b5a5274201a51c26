import { z } from 'zod'
import { type Db, select } from '../shared/db'
import { decodeFor } from './encoding'
import type { GlpiSide } from './side'

/** Somebody in GLPI, for showing. */
export interface PersonName {
  login: string
  /** First and last name, or the login when GLPI has neither. */
  name: string
}

const Row = z.object({
  id: z.number(),
  name: z.string().nullable(),
  realname: z.string().nullable(),
  firstname: z.string().nullable(),
})

/** The names behind ids, as they are now; whoever GLPI has no more is missing. */
export async function readPeople(
  db: Db,
  side: GlpiSide,
  ids: Iterable<number>,
): Promise<Map<number, PersonName>> {
  const wanted = Array.from(new Set(ids))
  if (wanted.length === 0) return new Map()
  const rows = await select(
    db,
    Row,
    `SELECT id, name, realname, firstname FROM ??.glpi_users WHERE id IN (${wanted.map(() => '?').join()})`,
    [side.database, ...wanted],
  )
  return new Map(
    rows.map((row) => {
      const login = decodeFor(side, row.name ?? '')
      const full = [row.firstname, row.realname].map((part) => decodeFor(side, part ?? '').trim())
      return [row.id, { login, name: full.filter((part) => part !== '').join(' ') || login }]
    }),
  )
}

/** Which of these logins somebody has already, under whatever kind of account. */
export async function findTakenLogins(db: Db, side: GlpiSide, logins: readonly string[]): Promise<string[]> {
  if (logins.length === 0) return []
  const query = `SELECT COALESCE(name, '') AS name FROM ??.glpi_users WHERE name IN (${logins.map(() => '?').join()})`
  const rows = await select(db, z.object({ name: z.string() }), query, [side.database, ...logins])
  return rows.map(({ name }) => name)
}

/** Whoever has this login, under whatever kind of account: usually one, or nobody. */
export async function findIdsOfLogin(db: Db, side: GlpiSide, login: string): Promise<number[]> {
  const query = 'SELECT id FROM ??.glpi_users WHERE name = ?'
  const rows = await select(db, z.object({ id: z.number() }), query, [side.database, login])
  return rows.map(({ id }) => id)
}
