import { z } from 'zod'
import { type Db, select } from '../shared/db'

/** What the database server says about itself, and about who we are to it. */
export interface ServerFacts {
  version: string
  /** The host part of the account we are signed in as. */
  accountHost: string
  /** A name, an offset, or `SYSTEM`. */
  globalTimeZone: string
  /** An abbreviation such as `CET`. */
  systemTimeZone: string
}

const Facts = z.object({
  version: z.string(),
  account: z.string(),
  globalTimeZone: z.string(),
  systemTimeZone: z.string(),
})

export async function readServerFacts(db: Db): Promise<ServerFacts> {
  const [row] = await select(
    db,
    Facts,
    `SELECT VERSION() AS version, CURRENT_USER() AS account,
       @@GLOBAL.time_zone AS globalTimeZone, @@system_time_zone AS systemTimeZone`,
  )
  const { account, ...facts } = Facts.parse(row)
  return { ...facts, accountHost: account.slice(account.lastIndexOf('@') + 1) }
}

/** The statements that would give the account what it has. One of them holds the hash of its password. */
export async function readGrants(db: Db): Promise<string[]> {
  const rows = await select(db, z.record(z.string(), z.string()), 'SHOW GRANTS FOR CURRENT_USER()')
  return rows.flatMap((row) => Object.values(row))
}

export async function readServerClock(db: Db): Promise<Date> {
  const [row] = await select(db, z.object({ now: z.date() }), 'SELECT UTC_TIMESTAMP(3) AS now')
  return z.date().parse(row?.now)
}

/** Minutes that sessions who choose no time zone are ahead of UTC at an instant; undefined if the server cannot tell. */
export async function readServerOffset(db: Db, instant: Date): Promise<number | undefined> {
  const literal = instant.toISOString().slice(0, 19).replace('T', ' ')
  const [row] = await select(
    db,
    z.object({ minutes: z.number().nullable() }),
    `SELECT TIMESTAMPDIFF(MINUTE, CAST(? AS DATETIME), CONVERT_TZ(?, '+00:00', @@GLOBAL.time_zone)) AS minutes`,
    [literal, literal],
  )
  return row?.minutes ?? undefined
}
