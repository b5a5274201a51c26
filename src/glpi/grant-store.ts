import { z } from 'zod'
import { type Db, select } from '../shared/db'
import { interfaceFrom } from './profiles-store'
import type { Profile } from './rights'
import type { GlpiSide } from './side'

/** What an account made with a key receives in GLPI. */
export interface Grant {
  authorisations: readonly Authorisation[]
  groupIds: readonly number[]
}

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
  groups: ReadonlyMap<number, { entitiesId: number; isRecursive: boolean }>
}

const Row = z.object({
  kind: z.enum(['profile', 'entity', 'group']),
  id: z.number(),
  text: z.string(),
  detail: z.string(),
})

/** One round trip for all three: this runs inside every registration. Names come as their columns hold them. */
export async function readGrantTargets(db: Db, side: GlpiSide, grant: Grant): Promise<GrantTargets> {
  const profileIds = grant.authorisations.map(({ profilesId }) => profilesId)
  const entityIds = grant.authorisations.map(({ entitiesId }) => entitiesId)
  const rows = await select(
    db,
    Row,
    `SELECT 'profile' AS kind, id, COALESCE(name, '') AS text, COALESCE(interface, '') AS detail
     FROM ??.glpi_profiles WHERE id IN (${marks(profileIds)})
     UNION ALL SELECT 'entity', id, COALESCE(completename, name, ''), ''
     FROM ??.glpi_entities WHERE id IN (${marks(entityIds)})
     UNION ALL SELECT 'group', id, CAST(entities_id AS CHAR), CAST(is_recursive AS CHAR)
     FROM ??.glpi_groups WHERE is_usergroup = 1 AND id IN (${marks(grant.groupIds)})`,
    [
      side.database,
      ...orNone(profileIds),
      side.database,
      ...orNone(entityIds),
      side.database,
      ...orNone(grant.groupIds),
    ],
  )
  const of = (kind: z.output<typeof Row>['kind']) => rows.filter((row) => row.kind === kind)

  return {
    profiles: new Map(
      of('profile').map((row) => [row.id, { storedName: row.text, interface: interfaceFrom(row.detail) }]),
    ),
    entities: new Map(of('entity').map((row) => [row.id, { storedPath: row.text }])),
    groups: new Map(
      of('group').map((row) => [row.id, { entitiesId: Number(row.text), isRecursive: row.detail === '1' }]),
    ),
  }
}

/** `IN ()` is not SQL; NULL matches nothing. */
const orNone = (ids: readonly number[]): readonly (number | null)[] => (ids.length === 0 ? [null] : ids)
const marks = (ids: readonly number[]): string =>
  orNone(ids)
    .map(() => '?')
    .join()
