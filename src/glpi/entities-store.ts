import { z } from 'zod'
import { type Db, select } from '../shared/db'
import { decodeFor } from './encoding'
import { pathsOf } from './paths'
import type { GlpiSide } from './side'

export interface Entity {
  id: number
  name: string
  /** The names on the way from the root, joined with ` > `. */
  path: string
}

const EntityRow = z.object({
  id: z.number(),
  name: z.string().nullable(),
  entities_id: z.number().nullable(),
})

/** Every entity with its path, in order of path. */
export async function listEntities(db: Db, side: GlpiSide): Promise<Entity[]> {
  const rows = await select(db, EntityRow, 'SELECT id, name, entities_id FROM ??.glpi_entities', [
    side.database,
  ])
  const entities = rows.map(({ id, name, entities_id }) => ({
    id,
    name: decodeFor(side, name ?? ''),
    parentId: entities_id,
  }))
  const pathOf = pathsOf(entities)
  return entities
    .map(({ id, name }) => ({ id, name, path: pathOf(id) }))
    .sort((one, other) => one.path.localeCompare(other.path))
}

const Id = z.object({ id: z.number() })

/**
 * An entity and all above it, as the parent columns tell it. GLPI's caches of ancestors and sons are filled lazily
 * and may be stale, so they are not read. `UNION` without `ALL` ends a circle.
 */
export async function findEntityAndAncestors(db: Db, side: GlpiSide, id: number): Promise<number[]> {
  const rows = await select(
    db,
    Id,
    `WITH RECURSIVE way_up (id, parent) AS (
       SELECT id, entities_id FROM ??.glpi_entities WHERE id = ?
       UNION
       SELECT above.id, above.entities_id FROM ??.glpi_entities above JOIN way_up ON above.id = way_up.parent
     )
     SELECT id FROM way_up`,
    [side.database, id, side.database],
  )
  return rows.map((row) => row.id)
}
