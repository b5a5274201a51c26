import type { UserIssuer } from '../../src/glpi'
import { givenAdmin, type GivenAdmin } from './admins'
import type { TestDatabase } from './test-database'

/** Somebody who may make any key, and reads mail there. */
export async function givenInviter(
  database: TestDatabase,
  { email, language }: { email?: string; language?: string } = {},
): Promise<GivenAdmin & { issuer: { kind: 'user' } & UserIssuer }> {
  const admin = await givenAdmin(database, { user: 7, config: 3 })
  const { usersId, profilesId, entitiesId } = admin
  await database.sql('UPDATE ??.glpi_users SET language = ? WHERE id = ?', [
    database.glpiDatabase,
    language ?? null,
    usersId,
  ])
  if (email !== undefined)
    await database.sql('INSERT INTO ??.glpi_useremails (users_id, email, is_default) VALUES (?, ?, 1)', [
      database.glpiDatabase,
      usersId,
      email,
    ])
  return { ...admin, issuer: { kind: 'user', usersId, profilesId, entitiesId } }
}
