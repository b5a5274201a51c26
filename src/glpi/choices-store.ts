import { z } from 'zod'
import { type Db, select } from '../shared/db'
import { listLocations, listUserCategories, listUserTitles } from './dropdowns-store'
import { type Authorisation, type Placed, readGrantTargets, wholeGrant } from './grant-store'
import type { GlpiSide } from './side'

/** What new users may choose for themselves, where the key asks for it. */
export type ChosenField = 'title' | 'category' | 'location'

/** One of a list, with the text that people read. */
export interface ListedChoice {
  id: number
  text: string
}

/**
 * What can be chosen in GLPI by somebody who gets these authorisations. Titles and categories are the same for all
 * entities; locations are those that GLPI offers in the entities of such a person: their own, those above that share
 * theirs downwards, and those below where the authorisation reaches down.
 */
export async function listChoices(
  db: Db,
  side: GlpiSide,
  field: ChosenField,
  authorisations: readonly Authorisation[],
): Promise<ListedChoice[]> {
  if (field !== 'location') {
    const list = field === 'title' ? listUserTitles : listUserCategories
    return (await list(db, side)).map(({ id, name }) => ({ id, text: name }))
  }
  const locations = await listLocations(db, side)
  const tree = await readTree(db, side)
  return locations
    .filter((place) => isVisible(place, authorisations, tree))
    .map(({ id, path }) => ({ id, text: path }))
}

/** What one of them is called; undefined: GLPI has it no more. */
export async function findChoiceName(
  db: Db,
  side: GlpiSide,
  field: ChosenField,
  id: number,
): Promise<string | undefined> {
  const all = {
    title: () => listUserTitles(db, side),
    category: () => listUserCategories(db, side),
    location: async () => (await listLocations(db, side)).map((one) => ({ ...one, name: one.path })),
  }
  return (await all[field]()).find((one) => one.id === id)?.name
}

/** Which of these choices GLPI has no more, or has where the person cannot see it; 0 is no choice. */
export async function findGoneChoices(
  db: Db,
  side: GlpiSide,
  chosen: Readonly<Partial<Record<ChosenField, number>>>,
  authorisations: readonly Authorisation[],
): Promise<ChosenField[]> {
  const { title = 0, category = 0, location = 0 } = chosen
  if (title === 0 && category === 0 && location === 0) return []
  const asked = { usertitlesId: title, usercategoriesId: category, locationsId: location }
  const targets = await readGrantTargets(db, side, wholeGrant({ authorisations: [], ...asked }))
  const place = targets.locations.get(location)
  const isPlaceThere = place !== undefined && isVisible(place, authorisations, await readTree(db, side))
  return [
    ...(title !== 0 && !targets.titles.has(title) ? (['title'] as const) : []),
    ...(category !== 0 && !targets.categories.has(category) ? (['category'] as const) : []),
    ...(location !== 0 && !isPlaceThere ? (['location'] as const) : []),
  ]
}

function isVisible(place: Placed, authorisations: readonly Authorisation[], tree: Tree): boolean {
  return authorisations.some(
    ({ entitiesId, isRecursive }) =>
      place.entitiesId === entitiesId ||
      (place.isRecursive && tree.isBelow(entitiesId, place.entitiesId)) ||
      (isRecursive && tree.isBelow(place.entitiesId, entitiesId)),
  )
}

interface Tree {
  isBelow(id: number, above: number): boolean
}

const EntityRow = z.object({ id: z.number(), entities_id: z.number().nullable() })

async function readTree(db: Db, side: GlpiSide): Promise<Tree> {
  const rows = await select(db, EntityRow, 'SELECT id, entities_id FROM ??.glpi_entities', [side.database])
  const parents = new Map(rows.map(({ id, entities_id: parent }) => [id, parent]))
  function isBelow(id: number, above: number, seen: readonly number[] = []): boolean {
    const parent = parents.get(id)
    if (parent === undefined || parent === null || seen.includes(parent)) return false
    return parent === above || isBelow(parent, above, [...seen, id])
  }
  return { isBelow }
}
