import { z } from 'zod'
import { type GlpiWatch, hasRight, readScope, rightBits } from '../glpi'
import type { Clock } from '../shared/clock'
import { change, type Db, select } from '../shared/db'
import { AppError } from '../shared/errors'
import type { Permission } from '../shared/permissions'
import type { Actor } from './actor'

export interface SessionIdentity {
  usersId: number
  profilesId: number
  entitiesId: number
  /** Milliseconds since 1970; null when GLPI has no date. */
  passwordLastUpdate: number | null
  /** Milliseconds since 1970. */
  startedAt: number
}

export interface Choice {
  profilesId: number
  profileName: string
  entitiesId: number
  entityPath: string
  isRecursive: boolean
}

interface Deps {
  db: Db
  glpi: GlpiWatch
  clock: Clock
}

const Row = z.object({
  id: z.number(),
  name: z.string(),
  password: z.string().nullable(),
  language: z.string().nullable(),
  profiles_id: z.number(),
  entities_id: z.number(),
  is_recursive: z.number(),
  profile: z.string(),
  entity: z.string(),
})

const query = `SELECT u.id, u.name, u.password, u.language, pu.profiles_id, pu.entities_id, pu.is_recursive,
  p.name AS profile, e.completename AS entity
  FROM ??.glpi_users u JOIN ??.glpi_profiles_users pu ON pu.users_id = u.id
  JOIN ??.glpi_profiles p ON p.id = pu.profiles_id JOIN ??.glpi_entities e ON e.id = pu.entities_id
  WHERE u.is_active = 1 AND u.is_deleted = 0`

async function rowsOf({ db, glpi }: Deps, where: string, value: string | number) {
  const { database } = await glpi.side()
  return select(db, Row, `${query} AND ${where}`, [database, database, database, database, value])
}

export async function signIn(
  deps: Deps,
  { login, password }: { login: string; password: string; from: { ip: string; userAgent: string } },
): Promise<SessionIdentity> {
  const rows = await rowsOf(deps, 'u.authtype = 1 AND u.name = ?', login)
  const { compare } = await import('bcrypt')
  for (const row of rows) {
    const actor = await loadActor(deps, identityOf(row, deps))
    if (actor?.permissions.has('see-keys') !== true) continue
    if (await compare(password, (row.password ?? '').replace('$2y$', '$2b$'))) return identityOf(row, deps)
  }
  throw new AppError('SIGN_IN_FAILED', 'login or password')
}

const identityOf = (row: z.output<typeof Row>, { clock }: Deps): SessionIdentity => ({
  usersId: row.id,
  profilesId: row.profiles_id,
  entitiesId: row.entities_id,
  passwordLastUpdate: null,
  startedAt: clock.now().getTime(),
})

export async function loadActor(deps: Deps, identity: SessionIdentity): Promise<Actor | undefined> {
  const rows = await rowsOf(deps, 'u.id = ?', identity.usersId)
  const row = rows.find(
    (one) => one.profiles_id === identity.profilesId && one.entities_id === identity.entitiesId,
  )
  const [out] = await select(
    deps.db,
    z.object({ at: z.date() }),
    'SELECT at FROM admin_sign_outs WHERE users_id = ? AND at >= ?',
    [identity.usersId, new Date(identity.startedAt)],
  )
  if (row === undefined || out !== undefined) return undefined
  const side = await deps.glpi.side()
  const isRecursive = row.is_recursive === 1
  const rights = new Map(
    (
      await select(
        deps.db,
        z.object({ name: z.string(), rights: z.number() }),
        `SELECT name, rights FROM ??.glpi_profilerights WHERE profiles_id = ? AND name IN ('user', 'config')`,
        [side.database, row.profiles_id],
      )
    ).map((one) => [one.name, one.rights]),
  )
  const permissions = new Set<Permission>()
  if (hasRight(rights, 'user', rightBits.read)) permissions.add('see-keys')
  if (hasRight(rights, 'user', rightBits.create)) permissions.add('create-keys')
  if (hasRight(rights, 'user', rightBits.update)) permissions.add('update-keys')
  if (hasRight(rights, 'config', rightBits.update)) permissions.add('configure')
  return {
    ...identity,
    login: row.name,
    name: row.name,
    language: row.language ?? undefined,
    profileName: row.profile,
    entityPath: row.entity,
    isRecursive,
    scope: await readScope(deps.db, side, { entitiesId: row.entities_id, isRecursive }),
    permissions,
  }
}

export async function listChoices(deps: Deps, usersId: number): Promise<Choice[]> {
  return (await rowsOf(deps, 'u.id = ?', usersId)).map((row) => ({
    profilesId: row.profiles_id,
    profileName: row.profile,
    entitiesId: row.entities_id,
    entityPath: row.entity,
    isRecursive: row.is_recursive === 1,
  }))
}

export async function signOutEverywhere({ db, clock }: Deps, usersId: number): Promise<void> {
  await change(
    db,
    'INSERT INTO admin_sign_outs (users_id, at) VALUES (?, ?) ON DUPLICATE KEY UPDATE at = VALUES(at)',
    [usersId, clock.now()],
  )
}
