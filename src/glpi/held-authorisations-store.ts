import { z } from 'zod'
import { type Db, select } from '../shared/db'
import { cutToSeconds } from '../shared/time'
import { decodeFor } from './encoding'
import { interfaceFrom } from './profiles-store'
import { right } from './rights'
import type { GlpiSide } from './side'

/** One authorisation of somebody, and what it lets them do as far as we ask. */
export interface HeldAuthorisation {
  profilesId: number
  profileName: string
  entitiesId: number
  entityPath: string
  isRecursive: boolean
  may: {
    readUsers: boolean
    createUsers: boolean
    updateUsers: boolean
    updateConfig: boolean
  }
}

/** The person behind one of their authorisations, as GLPI's tables are now. */
export interface ActingUser extends HeldAuthorisation {
  login: string
  firstname: string
  realname: string
  language: string | undefined
  passwordLastUpdate: Date | undefined
}

const heldColumns = `pu.profiles_id, p.name AS profile_name, p.interface, pu.entities_id, e.name AS entity_name,
  e.completename, pu.is_recursive,
  (SELECT rights FROM ??.glpi_profilerights WHERE profiles_id = p.id AND name = 'user') AS user_rights,
  (SELECT rights FROM ??.glpi_profilerights WHERE profiles_id = p.id AND name = 'config') AS config_rights`

/** No foreign key keeps these together: an authorisation for a profile or an entity that is gone is none. */
const heldTables = `??.glpi_users u JOIN ??.glpi_profiles_users pu ON pu.users_id = u.id
  JOIN ??.glpi_profiles p ON p.id = pu.profiles_id JOIN ??.glpi_entities e ON e.id = pu.entities_id`

const names = ({ database }: GlpiSide): string[] => Array<string>(6).fill(database)

const HeldRow = z.object({
  profiles_id: z.number(),
  profile_name: z.string().nullable(),
  interface: z.string().nullable(),
  entities_id: z.number(),
  entity_name: z.string().nullable(),
  completename: z.string().nullable(),
  is_recursive: z.number(),
  user_rights: z.number().nullable(),
  config_rights: z.number().nullable(),
})

/** Somebody's authorisations, the one that GLPI would open at sign-in first: the preferred profile, then by name. */
export async function listHeldAuthorisations(
  db: Db,
  side: GlpiSide,
  usersId: number,
): Promise<HeldAuthorisation[]> {
  const rows = await select(
    db,
    HeldRow,
    `SELECT ${heldColumns} FROM ${heldTables} WHERE u.id = ?
     ORDER BY pu.profiles_id = u.profiles_id DESC, p.name, p.id,
       pu.entities_id = u.entities_id DESC, pu.entities_id, pu.is_recursive DESC`,
    [...names(side), usersId],
  )
  const held = rows.map((row) => heldFrom(side, row))
  // Nothing keeps GLPI's table from holding the same twice; the recursive one stands first.
  return held.filter((one, index) => held.findIndex((other) => isSame(one, other)) === index)
}

const isSame = (one: HeldAuthorisation, other: HeldAuthorisation): boolean =>
  one.profilesId === other.profilesId && one.entitiesId === other.entitiesId

const ActingRow = HeldRow.extend({
  login: z.string(),
  firstname: z.string().nullable(),
  realname: z.string().nullable(),
  language: z.string().nullable(),
  password_last_update: z.date().nullable(),
})

/** Undefined when GLPI would not let them act so now: deactivated, deleted, outside their dates, or demoted. */
export async function findActingUser(
  db: Db,
  side: GlpiSide,
  who: { usersId: number; profilesId: number; entitiesId: number },
  now: Date,
): Promise<ActingUser | undefined> {
  const second = cutToSeconds(now)
  const [row] = await select(
    db,
    ActingRow,
    `SELECT u.name AS login, u.firstname, u.realname, u.language, u.password_last_update, ${heldColumns}
     FROM ${heldTables}
     WHERE u.id = ? AND u.is_active = 1 AND u.is_deleted = 0
       AND (u.begin_date IS NULL OR u.begin_date < ?) AND (u.end_date IS NULL OR u.end_date > ?)
       AND pu.profiles_id = ? AND pu.entities_id = ?
     ORDER BY pu.is_recursive DESC LIMIT 1`,
    [...names(side), who.usersId, second, second, who.profilesId, who.entitiesId],
  )
  if (row === undefined) return undefined
  return {
    ...heldFrom(side, row),
    login: decodeFor(side, row.login),
    firstname: decodeFor(side, row.firstname ?? ''),
    realname: decodeFor(side, row.realname ?? ''),
    language: row.language ?? undefined,
    passwordLastUpdate: row.password_last_update ?? undefined,
  }
}

function heldFrom(side: GlpiSide, row: z.output<typeof HeldRow>): HeldAuthorisation {
  // GLPI looks at these rights under the standard interface only; rows left over from another one count for nothing.
  const isCentral = interfaceFrom(row.interface) === 'central'
  const has = (rights: number | null, bit: number) => isCentral && ((rights ?? 0) & bit) === bit
  return {
    profilesId: row.profiles_id,
    profileName: decodeFor(side, row.profile_name ?? ''),
    entitiesId: row.entities_id,
    entityPath: pathFrom(side, row.completename ?? row.entity_name ?? ''),
    isRecursive: row.is_recursive === 1,
    may: {
      readUsers: has(row.user_rights, right.read),
      createUsers: has(row.user_rights, right.create),
      updateUsers: has(row.user_rights, right.update),
      updateConfig: has(row.config_rights, right.update),
    },
  }
}

/** The names in a path are encoded one by one, and the ` > ` between them is not. */
const pathFrom = (side: GlpiSide, completename: string): string =>
  completename
    .split(' > ')
    .map((name) => decodeFor(side, name))
    .join(' > ')
