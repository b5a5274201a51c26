import { randomBytes } from 'node:crypto'
import { signIn } from '../../src/admins'
import type { SessionIdentity } from '../../src/admins'
import { SignInRefused } from '../../src/shared/errors'
import { givenGlpiUser } from './builders'
import { keepSecret } from './evidence'
import type { TestApp } from './test-app'

export const profiles = {
  selfService: 1,
  observer: 2,
  admin: 3,
  superAdmin: 4,
  technician: 6,
  readOnly: 8,
} as const

export interface GivenAdmin {
  usersId: number
  login: string
  password: string
}

interface Wanted {
  login?: string
  profilesId?: number
  entitiesId?: number
  isRecursive?: boolean
  authtype?: number
  /** Columns of `glpi_users` that matter. */
  row?: Record<string, string | number | Date | null>
}

/** A Super-Admin of the root entity and all below, unless told otherwise. */
export async function givenAdmin(app: TestApp, wanted: Wanted = {}): Promise<GivenAdmin> {
  const { glpiDatabase, sql } = app.database
  const login = wanted.login ?? `admin-${randomBytes(5).toString('hex')}`
  const password = `words of ${randomBytes(6).toString('hex')}`
  keepSecret(password)
  const usersId = await givenGlpiUser(app.database, { name: login, authtype: wanted.authtype ?? 1 })
  const row = { password: await app.context.passwords.hash(password), ...wanted.row }
  await sql('UPDATE ??.glpi_users SET ? WHERE id = ?', [glpiDatabase, row, usersId])
  if (wanted.profilesId !== 0) await giveProfile(app, usersId, wanted)
  return { usersId, login, password }
}

export async function giveProfile(
  { database: { glpiDatabase, sql } }: TestApp,
  usersId: number,
  { profilesId = profiles.superAdmin, entitiesId = 0, isRecursive = true }: Wanted = {},
): Promise<void> {
  await sql(
    `INSERT INTO ??.glpi_profiles_users (users_id, profiles_id, entities_id, is_recursive, is_dynamic)
     VALUES (?, ?, ?, ?, 0)`,
    [glpiDatabase, usersId, profilesId, entitiesId, isRecursive ? 1 : 0],
  )
}

export async function givenEntity(
  { database: { glpiDatabase, sql } }: TestApp,
  { parent = 0, row = {} }: { parent?: number; row?: Record<string, number> } = {},
): Promise<number> {
  const name = `entity ${randomBytes(4).toString('hex')}`
  const [last] = await sql<{ id: number }>('SELECT MAX(id) AS id FROM ??.glpi_entities', [glpiDatabase])
  const id = (last?.id ?? 0) + 1
  await sql('INSERT INTO ??.glpi_entities SET ?', [
    glpiDatabase,
    { id, name, completename: `Root entity > ${name}`, entities_id: parent, level: 2, ...row },
  ])
  return id
}

export const origin = { ip: '192.0.2.7', userAgent: 'test' }

/** Signs in without a page. */
export async function enter(
  app: TestApp,
  { login, password }: { login: string; password: string },
  more: { ip?: string; deviceToken?: string } = {},
): Promise<{ identity: SessionIdentity; deviceToken: string }> {
  const from = { ...origin, ip: more.ip ?? origin.ip }
  return signIn(app.context, { login, password, from, deviceToken: more.deviceToken })
}

/** What came of it: `in`, the code of the failure, or the reason of the refusal. */
export async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'in'
  } catch (error) {
    if (error instanceof SignInRefused) return error.refusal
    return (error as { code?: string }).code ?? String(error)
  }
}

export interface AuditRow {
  kind: string
  actor_kind: string
  actor_users_id: number | null
  details: Record<string, unknown> | null
  ip: string | null
  user_agent: string | null
}

/** What was recorded, the newest first. */
export async function auditRows({ database: { database, sql } }: TestApp, limit = 1): Promise<AuditRow[]> {
  const rows = await sql<Omit<AuditRow, 'details'> & { details: string | null }>(
    `SELECT e.kind, e.actor_kind, e.actor_users_id, e.details, n.ip, n.user_agent
     FROM ??.audit_events e LEFT JOIN ??.event_network n ON n.event_uid = e.uid
     ORDER BY e.at DESC, e.uid DESC LIMIT ?`,
    [database, database, limit],
  )
  return rows.map((row) => ({
    ...row,
    details: row.details === null ? null : (JSON.parse(row.details) as Record<string, unknown>),
  }))
}
