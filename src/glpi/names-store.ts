import { z } from 'zod'
import { type Db, select } from '../shared/db'
import { decodeFor } from './encoding'
import { pathsOf } from './paths'
import type { GlpiSide } from './side'

/** What to call people, profiles and entities; undefined for one that GLPI has no more. */
export interface Names {
  user(id: number): string | undefined
  profile(id: number): string | undefined
  /** The names on the way from the root, joined with ` > `. */
  entityPath(id: number): string | undefined
}

const Row = z.object({
  kind: z.enum(['user', 'profile', 'entity']),
  id: z.coerce.number(),
  name: z.string(),
  first: z.string(),
  last: z.string(),
  parent: z.coerce.number().nullable(),
})

/**
 * The names of these, in one round trip: for pages that show few of many. An entity's path is read by going up, since
 * GLPI's own column for it mixes encoded and plain names.
 */
export async function readNames(
  db: Db,
  side: GlpiSide,
  ids: {
    users?: readonly number[] | undefined
    profiles?: readonly number[] | undefined
    entities?: readonly number[] | undefined
  },
): Promise<Names> {
  const users = orNone(ids.users)
  const profiles = orNone(ids.profiles)
  const entityIds = orNone(ids.entities)
  const rows = await select(
    db,
    Row,
    `WITH RECURSIVE way_up (id, name, parent) AS (
       SELECT id, name, entities_id FROM ??.glpi_entities WHERE id IN (${marks(entityIds)})
       UNION
       SELECT above.id, above.name, above.entities_id FROM ??.glpi_entities above
       JOIN way_up ON above.id = way_up.parent
     )
     SELECT 'entity' AS kind, id, COALESCE(name, '') AS name, '' AS first, '' AS last, parent FROM way_up
     UNION ALL SELECT 'profile', id, COALESCE(name, ''), '', '', NULL
     FROM ??.glpi_profiles WHERE id IN (${marks(profiles)})
     UNION ALL SELECT 'user', id, COALESCE(name, ''), COALESCE(firstname, ''), COALESCE(realname, ''), NULL
     FROM ??.glpi_users WHERE id IN (${marks(users)})`,
    [side.database, ...entityIds, side.database, side.database, ...profiles, side.database, ...users],
  )
  const of = (kind: z.output<typeof Row>['kind']) => rows.filter((row) => row.kind === kind)
  const text = (stored: string) => decodeFor(side, stored)
  const userNames = new Map(
    of('user').map((row) => [row.id, fullName(text(row.first), text(row.last), text(row.name))]),
  )
  const profileNames = new Map(of('profile').map((row) => [row.id, text(row.name)]))
  const entities = of('entity').map(({ id, name, parent }) => ({ id, name: text(name), parentId: parent }))
  const known = new Set(entities.map(({ id }) => id))
  const pathOf = pathsOf(entities)
  return {
    user: (id) => userNames.get(id),
    profile: (id) => profileNames.get(id),
    entityPath: (id) => (known.has(id) ? pathOf(id) : undefined),
  }
}

/** `IN ()` is no SQL; no row has a negative id. */
const orNone = (ids: readonly number[] = []): readonly number[] =>
  ids.length === 0 ? [-1] : Array.from(new Set(ids))
const marks = (ids: readonly number[]): string => ids.map(() => '?').join()

const fullName = (first: string, last: string, login: string): string => `${first} ${last}`.trim() || login
