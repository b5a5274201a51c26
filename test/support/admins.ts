import { randomBytes } from 'node:crypto'
import type { KeyKeeper } from '../../src/keys'
import type { TestDatabase } from './test-database'

export interface GivenAdmin {
  login: string
  usersId: number
  profilesId: number
  entitiesId: number
}

/** Bits of GLPI's rights. */
export const rights = { read: 1, update: 2, create: 4 } as const

/**
 * Somebody with a central profile of their own, just these rights, and the password of the sample company.
 *
 * @param entity by name; the root entity when left out
 */
export async function givenAdmin(
  { glpiDatabase, sql }: TestDatabase,
  wanted: { user: number; config?: number; entity?: string; isRecursive?: boolean; login?: string },
): Promise<GivenAdmin> {
  const { user, config = 0, entity, isRecursive = true } = wanted
  const login = wanted.login ?? `admin-${randomBytes(4).toString('hex')}`
  const insert = async (statement: string, bindings: unknown[]): Promise<number> => {
    await sql(statement, bindings)
    return (await sql<{ id: number }>('SELECT LAST_INSERT_ID() AS id'))[0]?.id ?? 0
  }

  const profilesId = await insert("INSERT INTO ??.glpi_profiles (name, interface) VALUES (?, 'central')", [
    glpiDatabase,
    `Profile of ${login}`,
  ])
  for (const [name, bits] of Object.entries({ user, config })) {
    await insert('INSERT INTO ??.glpi_profilerights (profiles_id, name, rights) VALUES (?, ?, ?)', [
      glpiDatabase,
      profilesId,
      name,
      bits,
    ])
  }
  const usersId = await insert(
    `INSERT INTO ??.glpi_users (name, password, password_last_update, authtype, auths_id, is_active)
     SELECT ?, password, password_last_update, 1, 0, 1 FROM ??.glpi_users WHERE name = 'marie.curie'`,
    [glpiDatabase, login, glpiDatabase],
  )
  const [row] = await sql<{ id: number }>('SELECT id FROM ??.glpi_entities WHERE name = ?', [
    glpiDatabase,
    entity ?? 'Root entity',
  ])
  if (row === undefined) throw new Error(`the sample company has no entity ${entity ?? ''}`)
  await insert(
    `INSERT INTO ??.glpi_profiles_users (users_id, profiles_id, entities_id, is_recursive) VALUES (?, ?, ?, ?)`,
    [glpiDatabase, usersId, profilesId, row.id, isRecursive ? 1 : 0],
  )
  return { login, usersId, profilesId, entitiesId: row.id }
}

/** That person as the use cases of keys know them. */
export const keeperOf = (
  { usersId, profilesId, entitiesId }: GivenAdmin,
  { mayMake }: { mayMake: boolean },
): KeyKeeper => ({
  actor: { kind: 'user', usersId },
  issuer: { kind: 'user', usersId, profilesId, entitiesId },
  mayMake,
})
