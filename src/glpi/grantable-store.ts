import type { Db } from '../shared/db'
import type { UserIssuer } from './actor-store'
import { listLocations, listUserCategories, listUserTitles } from './dropdowns-store'
import { findEntityAndAncestors, listEntities } from './entities-store'
import type { Placed } from './grant-store'
import { listGroups } from './groups-store'
import { listProfiles, readRights } from './profiles-store'
import { hasRight, mayGrantProfile, right } from './rights'
import { type EntityScope, isInScope } from './scope-store'
import type { GlpiSide } from './side'

export interface Choice {
  id: number
  /** For trees the whole path. */
  name: string
  /** For trees the last part of it. */
  short: string
}

/** A profile; one of the back office is for keys that are for one person, who proves their address. */
export interface ProfileChoice extends Choice {
  opensBackOffice: boolean
}

/** What somebody may put into a key for one person: each of these alone is accepted by `ensureMayGrant`, and nothing else. */
export interface Grantable {
  profiles: ProfileChoice[]
  /** GLPI's default profile, when it is among them. */
  defaultProfilesId: number | undefined
  entities: Choice[]
  groups: Choice[]
  titles: Choice[]
  categories: Choice[]
  locations: Choice[]
}

/**
 * The choices of a form that makes keys, for somebody who acts under this authorisation with this scope. Whoever may
 * not create users may give nothing at all.
 */
export async function listGrantable(
  db: Db,
  side: GlpiSide,
  { issuer, scope }: { issuer: UserIssuer; scope: EntityScope },
): Promise<Grantable> {
  const profiles = await listGrantableProfiles(db, side, issuer)
  if (profiles.length === 0) return nothing
  const above = new Set(await findEntityAndAncestors(db, side, issuer.entitiesId))
  const isVisible = ({ entitiesId, isRecursive }: Placed) =>
    isInScope(scope, entitiesId) || (isRecursive && above.has(entitiesId))

  return {
    profiles: profiles.map((one) => ({ ...bare(one), opensBackOffice: one.interface === 'central' })),
    defaultProfilesId: profiles.find(({ isDefault }) => isDefault)?.id,
    entities: (await listEntities(db, side)).filter(({ id }) => isInScope(scope, id)).map(byPath),
    groups: (await listGroups(db, side)).filter(isVisible).map(byPath),
    titles: (await listUserTitles(db, side)).map(bare),
    categories: (await listUserCategories(db, side)).map(bare),
    locations: (await listLocations(db, side)).filter(isVisible).map(byPath),
  }
}

/** The same for the server itself, which may give whatever there is. */
export async function listEverythingGrantable(db: Db, side: GlpiSide): Promise<Grantable> {
  const profiles = await listProfiles(db, side)
  return {
    profiles: profiles.map((one) => ({ ...bare(one), opensBackOffice: one.interface === 'central' })),
    defaultProfilesId: profiles.find(({ isDefault }) => isDefault)?.id,
    entities: (await listEntities(db, side)).map(byPath),
    groups: (await listGroups(db, side)).map(byPath),
    titles: (await listUserTitles(db, side)).map(bare),
    categories: (await listUserCategories(db, side)).map(bare),
    locations: (await listLocations(db, side)).map(byPath),
  }
}

async function listGrantableProfiles(db: Db, side: GlpiSide, issuer: UserIssuer) {
  const profiles = await listProfiles(db, side)
  const own = profiles.find(({ id }) => id === issuer.profilesId)
  if (own === undefined) return []
  const rights = await readRights(db, side)
  if (!hasRight(rights.of(own.id), 'user', right.create)) return []
  return profiles.filter((profile) => mayGrantProfile(rights, own, profile))
}

const bare = ({ id, name }: { id: number; name: string }): Choice => ({ id, name, short: name })
const byPath = ({ id, name, path }: { id: number; name: string; path: string }): Choice => ({
  id,
  name: path,
  short: name,
})

const nothing: Grantable = {
  profiles: [],
  defaultProfilesId: undefined,
  entities: [],
  groups: [],
  titles: [],
  categories: [],
  locations: [],
}
