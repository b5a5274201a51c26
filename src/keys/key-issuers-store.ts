import { z } from 'zod'
import { type EntityScope, isInScope } from '../glpi'
import { type Db, select } from '../shared/db'

const issuersAtMost = 200
const pairsAtMost = 2_000

/** Who has made keys in these entities, for a choice: some of them where they are very many. */
export async function listIssuers(db: Db, scope: EntityScope): Promise<(number | 'system')[]> {
  // Answered from one index entry for each pair, however many keys there are.
  const rows = await select(
    db,
    z.object({ issuer_users_id: z.number().nullable(), entities_id: z.number() }),
    `SELECT issuer_users_id, entities_id
     FROM registration_keys FORCE INDEX (registration_keys_by_issuer_and_entity)
     GROUP BY issuer_users_id, entities_id LIMIT ?`,
    [pairsAtMost],
  )
  const issuers = rows
    .filter((row) => isInScope(scope, row.entities_id))
    .map((row) => row.issuer_users_id ?? 'system')
  return Array.from(new Set(issuers)).slice(0, issuersAtMost)
}

/** How many keys somebody answers for that people may still come to use. */
export async function countKeysOfIssuer(db: Db, usersId: number, now: Date): Promise<number> {
  const [row] = await select(
    db,
    z.object({ n: z.coerce.number() }),
    `SELECT COUNT(*) AS n FROM registration_keys
     WHERE issuer_users_id = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)
       AND (max_uses IS NULL OR uses_completed < max_uses)`,
    [usersId, now],
  )
  return row?.n ?? 0
}
