import { z } from 'zod'
import { type Db, select } from '../shared/db'
import type { GlpiSide } from './side'

/** Which entities somebody looks after: an authorisation covers its entity, and the tree below when it is recursive. */
export type EntityScope = { kind: 'all' } | { kind: 'some'; ids: readonly number[] }

const rootEntity = 0

/** @returns `all` for the whole tree, so that nobody carries a list of every entity about */
export async function readScope(
  db: Db,
  side: GlpiSide,
  { entitiesId, isRecursive }: { entitiesId: number; isRecursive: boolean },
): Promise<EntityScope> {
  if (!isRecursive) return { kind: 'some', ids: [entitiesId] }
  if (entitiesId === rootEntity) return { kind: 'all' }
  // `UNION` without `ALL` ends a circle; GLPI's caches of sons may be stale and are not read.
  const rows = await select(
    db,
    z.object({ id: z.number() }),
    `WITH RECURSIVE below (id) AS (
       SELECT id FROM ??.glpi_entities WHERE id = ?
       UNION
       SELECT son.id FROM ??.glpi_entities son JOIN below ON son.entities_id = below.id
     )
     SELECT id FROM below`,
    [side.database, entitiesId, side.database],
  )
  return { kind: 'some', ids: rows.map(({ id }) => id) }
}

export const isInScope = (scope: EntityScope, entitiesId: number): boolean =>
  scope.kind === 'all' || scope.ids.includes(entitiesId)
