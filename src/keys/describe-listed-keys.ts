import { readNames } from '../glpi'
import type { KeyProblem } from '../shared/key-problems'
import { type DescribeDeps, type KeySummary, type Named, summariseKey } from './describe-key'
import { isLasting } from './key'
import type { KeyOfList } from './key-list-store'

/** A key of a list, as programs are told it: what a table of keys shows. */
export interface ListedKeyDescription extends KeySummary {
  authorisations: { profile: Named; entity: Named; recursive: boolean }[]
  /** Null: the server itself, or somebody whom GLPI has no more. */
  issuerName: string | null
  batch: string | null
  revokedReason: string | null
  problem: KeyProblem | null
}

/** With the names of a whole page in one round trip. */
export async function describeListedKeys(
  { db, glpi, clock, config }: Pick<DescribeDeps, 'db' | 'glpi' | 'clock' | 'config'>,
  keys: readonly KeyOfList[],
): Promise<ListedKeyDescription[]> {
  if (keys.length === 0) return []
  const granted = keys.flatMap(({ authorisations }) => authorisations)
  const names = await readNames(db, await glpi.side(), {
    users: keys.flatMap(({ issuer }) => (issuer.kind === 'user' ? [issuer.usersId] : [])),
    profiles: granted.map(({ profilesId }) => profilesId),
    entities: granted.map(({ entitiesId }) => entitiesId),
  })
  return keys.map((key) => ({
    ...summariseKey(key, key.hint, { clock, config }),
    authorisations: key.authorisations.map(({ profilesId, entitiesId, isRecursive }) => ({
      profile: { id: profilesId, name: names.profile(profilesId) ?? null },
      entity: { id: entitiesId, name: names.entityPath(entitiesId) ?? null },
      recursive: isRecursive,
    })),
    issuerName: key.issuer.kind === 'user' ? (names.user(key.issuer.usersId) ?? null) : null,
    batch: key.batchUid ?? null,
    revokedReason: key.revokedReason ?? null,
    problem: isLasting(key.state) ? (key.problem ?? null) : null,
  }))
}
