import { type Db, quoteName } from '../shared/db'
import { type Fact, type Question, readFacts } from '../shared/facts-store'
import { interfaceFrom } from './profiles-store'
import type { Profile } from './rights'
import type { GlpiSide } from './side'

/** What an account made with a key receives in GLPI. */
export interface Grant {
  authorisations: readonly Authorisation[]
  groupIds: readonly number[]
  /** What the person is, and where they sit; 0, as in GLPI: nothing said. */
  usertitlesId: number
  usercategoriesId: number
  locationsId: number
}

/** A grant as people ask for one: what they leave out is nothing. */
export type AskedGrant = Pick<Grant, 'authorisations'> & Partial<Grant>

export const wholeGrant = (asked: AskedGrant): Grant => ({
  groupIds: [],
  usertitlesId: 0,
  usercategoriesId: 0,
  locationsId: 0,
  ...asked,
})

/** A profile in an entity, and in all below it when recursive. */
export interface Authorisation {
  profilesId: number
  entitiesId: number
  isRecursive: boolean
}

/** The rows of GLPI's that a grant points to. No foreign key keeps them there. */
export interface GrantTargets {
  profiles: ReadonlyMap<number, { storedName: string; interface: Profile['interface'] }>
  entities: ReadonlyMap<number, { storedPath: string }>
  groups: ReadonlyMap<number, Placed>
  titles: ReadonlySet<number>
  categories: ReadonlySet<number>
  locations: ReadonlyMap<number, Placed>
}

/** Where in the tree of entities something is, and whether it is shared with those below. */
export interface Placed {
  entitiesId: number
  isRecursive: boolean
}

const kinds = ['profile', 'entity', 'group', 'title', 'category', 'location'] as const
type Kind = (typeof kinds)[number]

const placed = 'CAST(entities_id AS CHAR) AS text, CAST(is_recursive AS CHAR) AS detail'
const nothingMore = "'' AS text, '' AS detail"

const sources: Record<Kind, { table: string; columns: string; where?: string }> = {
  profile: {
    table: 'glpi_profiles',
    columns: "COALESCE(name, '') AS text, COALESCE(interface, '') AS detail",
  },
  entity: { table: 'glpi_entities', columns: "COALESCE(completename, name, '') AS text, '' AS detail" },
  group: { table: 'glpi_groups', columns: placed, where: 'is_usergroup = 1 AND ' },
  title: { table: 'glpi_usertitles', columns: nothingMore },
  category: { table: 'glpi_usercategories', columns: nothingMore },
  location: { table: 'glpi_locations', columns: placed },
}

/** In one round trip for all of them. */
export const readGrantTargets = async (db: Db, side: GlpiSide, grant: Grant): Promise<GrantTargets> =>
  targetsFrom(await readFacts(db, [targetsQuestion(side, grant)]))

/** Asks only for what the grant names: most name no more than a profile and an entity. */
export function targetsQuestion(side: GlpiSide, grant: Grant): Question {
  const wanted: Record<Kind, readonly number[]> = {
    profile: grant.authorisations.map(({ profilesId }) => profilesId),
    entity: grant.authorisations.map(({ entitiesId }) => entitiesId),
    group: grant.groupIds,
    title: orNone(grant.usertitlesId),
    category: orNone(grant.usercategoriesId),
    location: orNone(grant.locationsId),
  }
  const glpi = quoteName(side.database)
  const named = kinds.filter((kind) => wanted[kind].length > 0)
  return {
    selects: named.map((kind) => {
      const { table, columns, where = '' } = sources[kind]
      const marks = wanted[kind].map(() => '?').join()
      return `SELECT '${kind}' AS what, id, ${columns} FROM ${glpi}.${table} WHERE ${where}id IN (${marks})`
    }),
    bindings: named.flatMap((kind) => wanted[kind]),
  }
}

const orNone = (id: number): readonly number[] => (id === 0 ? [] : [id])

/** Names come as their columns hold them. */
export function targetsFrom(facts: readonly Fact[]): GrantTargets {
  const of = (kind: Kind) => facts.filter(({ what }) => what === kind)
  const placesOf = (kind: Kind) =>
    new Map(
      of(kind).map((row) => [row.id, { entitiesId: Number(row.text), isRecursive: row.detail === '1' }]),
    )

  return {
    profiles: new Map(
      of('profile').map((row) => [row.id, { storedName: row.text, interface: interfaceFrom(row.detail) }]),
    ),
    entities: new Map(of('entity').map((row) => [row.id, { storedPath: row.text }])),
    groups: placesOf('group'),
    titles: new Set(of('title').map(({ id }) => id)),
    categories: new Set(of('category').map(({ id }) => id)),
    locations: placesOf('location'),
  }
}
