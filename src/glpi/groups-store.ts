import { z } from 'zod'
import { type Db, select } from '../shared/db'
import { decodeFor } from './encoding'
import type { Placed } from './grant-store'
import { pathsOf } from './paths'
import type { GlpiSide } from './side'

/** A group that people can be members of. */
export interface Group extends Placed {
  id: number
  name: string
  /** The names on the way from the top, joined with ` > `. */
  path: string
}

const GroupRow = z.object({
  id: z.number(),
  name: z.string().nullable(),
  parent: z.number(),
  entities_id: z.number(),
  is_recursive: z.number(),
  is_usergroup: z.number(),
})

/** In order of path. */
export async function listGroups(db: Db, side: GlpiSide): Promise<Group[]> {
  const rows = await select(
    db,
    GroupRow,
    'SELECT id, name, groups_id AS parent, entities_id, is_recursive, is_usergroup FROM ??.glpi_groups',
    [side.database],
  )
  const names = new Map(rows.map(({ id, name }) => [id, decodeFor(side, name ?? '')]))
  const pathOf = pathsOf(rows.map(({ id, parent }) => ({ id, name: names.get(id) ?? '', parentId: parent })))
  return rows
    .filter(({ is_usergroup }) => is_usergroup === 1)
    .map(({ id, entities_id, is_recursive }) => ({
      id,
      name: names.get(id) ?? '',
      path: pathOf(id),
      entitiesId: entities_id,
      isRecursive: is_recursive === 1,
    }))
    .sort((one, other) => one.path.localeCompare(other.path))
}
