import { randomBytes } from 'node:crypto'
import { createKey, invitationLink, type NewKey, printedForm } from '../../src/keys'
import type { Issuer } from '../../src/glpi'
import { keepSecret } from './evidence'
import type { TestApp } from './test-app'
import type { TestDatabase } from './test-database'

export interface GivenKey {
  uid: string
  code: string
  link: string
}

const dayMs = 86_400_000

/** A key for Self-Service in the root entity, one use, seven days: say what is different. */
export async function givenKey(
  app: TestApp,
  wanted: Partial<NewKey> & { issuer?: Issuer } = {},
): Promise<GivenKey> {
  const { issuer = { kind: 'system' }, ...fields } = wanted
  const { key, code } = await createKey(
    app.context,
    { issuer, actor: { kind: 'system' } },
    {
      label: '',
      maxUses: 1,
      notBefore: undefined,
      expiresAt: new Date(app.clock.now().getTime() + 7 * dayMs),
      grant: { authorisations: [{ profilesId: 1, entitiesId: 0, isRecursive: true }], groupIds: [] },
      addresses: [],
      ...fields,
    },
  )
  keepSecret(code.normalForm)
  keepSecret(printedForm(code))
  return { uid: key.uid, code: printedForm(code), link: invitationLink(app.context.config.publicUrl, code) }
}

/** Somebody who is in GLPI already. @returns the id */
export async function givenGlpiUser(
  { glpiDatabase, sql }: TestDatabase,
  user: { name?: string; email?: string; authtype?: number; firstname?: string; realname?: string } = {},
): Promise<number> {
  const name = user.name ?? `someone-${randomBytes(4).toString('hex')}`
  await sql(
    'INSERT INTO ??.glpi_users (name, firstname, realname, authtype, auths_id) VALUES (?, ?, ?, ?, 0)',
    [glpiDatabase, name, user.firstname ?? '', user.realname ?? '', user.authtype ?? 1],
  )
  const [row] = await sql<{ id: number }>('SELECT LAST_INSERT_ID() AS id')
  const id = row?.id ?? 0
  if (user.email !== undefined) {
    await sql('INSERT INTO ??.glpi_useremails (users_id, email, is_default) VALUES (?, ?, 1)', [
      glpiDatabase,
      id,
      user.email,
    ])
  }
  return id
}

export async function usesOf(
  { database }: TestApp,
  { uid }: GivenKey,
): Promise<{ completed: number; held: number }> {
  const [row] = await database.sql<{ completed: number; held: number }>(
    'SELECT uses_completed AS completed, uses_held AS held FROM ??.registration_keys WHERE uid = ?',
    [database.database, Buffer.from(uid.replaceAll('-', ''), 'hex')],
  )
  if (row === undefined) throw new Error(`there is no key ${uid}`)
  return { completed: row.completed, held: row.held }
}

/** What GLPI has of somebody, table by table, or undefined. */
export async function glpiUser(
  { database: { glpiDatabase, sql } }: TestApp,
  login: string,
): Promise<Record<string, unknown> | undefined> {
  const [row] = await sql<Record<string, unknown>>('SELECT * FROM ??.glpi_users WHERE name = ?', [
    glpiDatabase,
    login,
  ])
  return row
}

export async function countGlpiUsers({ database: { glpiDatabase, sql } }: TestApp): Promise<number> {
  const [row] = await sql<{ n: number }>('SELECT COUNT(*) AS n FROM ??.glpi_users', [glpiDatabase])
  return Number(row?.n)
}
