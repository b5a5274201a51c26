import { z } from 'zod'
import { type Db, select } from '../shared/db'
import { decodeFor } from './encoding'
import type { Placed } from './grant-store'
import { pathsOf } from './paths'
import type { GlpiSide } from './side'

/** Something to choose for a person. */
export interface Dropdown {
  id: number
  name: string
}

const DropdownRow = z.object({ id: z.number(), name: z.string().nullable() })

/** What people are by profession, in order of name; the same for all entities. */
export const listUserTitles = (db: Db, side: GlpiSide): Promise<Dropdown[]> =>
  listDropdown(db, side, 'glpi_usertitles')

/** What kinds of people there are, in order of name; the same for all entities. */
export const listUserCategories = (db: Db, side: GlpiSide): Promise<Dropdown[]> =>
  listDropdown(db, side, 'glpi_usercategories')

async function listDropdown(
  db: Db,
  side: GlpiSide,
  table: 'glpi_usertitles' | 'glpi_usercategories',
): Promise<Dropdown[]> {
  const rows = await select(db, DropdownRow, `SELECT id, name FROM ??.${table} ORDER BY name, id`, [
    side.database,
  ])
  return rows.map(({ id, name }) => ({ id, name: decodeFor(side, name ?? '') }))
}

const LocationRow = z.object({
  id: z.number(),
  name: z.string().nullable(),
  parent: z.number(),
  entities_id: z.number(),
  is_recursive: z.number(),
})

export interface Location extends Dropdown, Placed {
  /** The names on the way from the top, joined with ` > `. */
  path: string
}

/** Where people sit, in order of path. */
export async function listLocations(db: Db, side: GlpiSide): Promise<Location[]> {
  const rows = await select(
    db,
    LocationRow,
    'SELECT id, name, locations_id AS parent, entities_id, is_recursive FROM ??.glpi_locations',
    [side.database],
  )
  const names = new Map(rows.map(({ id, name }) => [id, decodeFor(side, name ?? '')]))
  const nameOf = (id: number) => names.get(id) ?? ''
  const pathOf = pathsOf(rows.map(({ id, parent }) => ({ id, name: nameOf(id), parentId: parent })))
  return rows
    .map(({ id, entities_id, is_recursive }) => ({
      id,
      name: nameOf(id),
      path: pathOf(id),
      entitiesId: entities_id,
      isRecursive: is_recursive === 1,
    }))
    .sort((one, other) => one.path.localeCompare(other.path))
}
