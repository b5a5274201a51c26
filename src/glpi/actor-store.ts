import { z } from 'zod'
import { type Db, select } from '../shared/db'
import { cutToSeconds } from '../shared/time'
import { right } from './rights'
import type { GlpiSide } from './side'

/** Who answers for a key: somebody in GLPI with the profile and entity they acted under, or this server itself. */
export type Issuer = { kind: 'system' } | ({ kind: 'user' } & UserIssuer)

export interface UserIssuer {
  usersId: number
  profilesId: number
  entitiesId: number
}

const reachable = `u.is_active = 1 AND u.is_deleted = 0
  AND (u.begin_date IS NULL OR u.begin_date < ?) AND (u.end_date IS NULL OR u.end_date > ?)`

/**
 * Whether GLPI would let this person act so now, and whether over the entities below too; undefined when it would not:
 * deactivated, deleted, outside their dates, or without that authorisation any more.
 */
export async function findStanding(
  db: Db,
  side: GlpiSide,
  issuer: UserIssuer,
  now: Date,
): Promise<{ isRecursive: boolean } | undefined> {
  const second = cutToSeconds(now)
  const [row] = await select(
    db,
    z.object({ is_recursive: z.number() }),
    `SELECT pu.is_recursive FROM ??.glpi_users u JOIN ??.glpi_profiles_users pu ON pu.users_id = u.id
     WHERE u.id = ? AND ${reachable} AND pu.profiles_id = ? AND pu.entities_id = ?
     ORDER BY pu.is_recursive DESC LIMIT 1`,
    [side.database, side.database, issuer.usersId, second, second, issuer.profilesId, issuer.entitiesId],
  )
  return row === undefined ? undefined : { isRecursive: row.is_recursive === 1 }
}

/** Whether GLPI would let this person in now: there, active, and within their dates. */
export async function isReachable(db: Db, side: GlpiSide, usersId: number, now: Date): Promise<boolean> {
  const second = cutToSeconds(now)
  const rows = await select(
    db,
    z.object({ id: z.number() }),
    `SELECT u.id FROM ??.glpi_users u WHERE u.id = ? AND ${reachable}`,
    [side.database, usersId, second, second],
  )
  return rows.length > 0
}

const Candidate = z.object({ users_id: z.number(), profiles_id: z.number(), entities_id: z.number() })

/**
 * The authorisations of the person with this login, the one that GLPI would open at sign-in first: the preferred
 * profile if held, else by name. Empty when there is no such person, or GLPI would not let them in.
 */
export async function listAuthorisationsOf(
  db: Db,
  side: GlpiSide,
  login: string,
  now: Date,
): Promise<UserIssuer[]> {
  const second = cutToSeconds(now)
  const rows = await select(
    db,
    Candidate,
    `SELECT u.id AS users_id, pu.profiles_id, pu.entities_id
     FROM ??.glpi_users u JOIN ??.glpi_profiles_users pu ON pu.users_id = u.id
     JOIN ??.glpi_profiles p ON p.id = pu.profiles_id
     WHERE u.name = ? AND ${reachable}
     ORDER BY u.authtype = 1 DESC, pu.profiles_id = u.profiles_id DESC, p.name, pu.entities_id`,
    [side.database, side.database, side.database, login, second, second],
  )
  return rows.map((row) => ({
    usersId: row.users_id,
    profilesId: row.profiles_id,
    entitiesId: row.entities_id,
  }))
}

/** Whether the profile this person acts under may change GLPI's configuration. */
export async function mayChangeConfig(db: Db, side: GlpiSide, { profilesId }: UserIssuer): Promise<boolean> {
  const rows = await select(
    db,
    z.object({ rights: z.number() }),
    `SELECT rights FROM ??.glpi_profilerights WHERE profiles_id = ? AND name = 'config'`,
    [side.database, profilesId],
  )
  return rows.some(({ rights }) => (rights & right.update) === right.update)
}
