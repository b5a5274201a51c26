import { type GlpiSide, readNames, readPeople } from '../glpi'
import type { Db } from '../shared/db'
import { type Scope, scopes } from '../shared/scopes'
import type { TokenState } from '../shared/token-states'
import type { ListedToken } from './token-state'

interface Named {
  id: number
  /** Null when GLPI has it no more. */
  name: string | null
}

/** A token as programs are told of it: instants in ISO 8601, null where there is none. Never the token. */
export interface TokenDescription {
  uid: string
  label: string
  state: TokenState
  /** The last four characters. */
  hint: string
  owner: Named & { login: string | null }
  profile: Named
  entity: Named
  scopes: Scope[]
  /** CIDR; none: from anywhere. */
  networks: string[]
  madeAt: string
  expiresAt: string
  rotations: number
  /** Null when it never was. */
  rotatedAt: string | null
  /** When the secret before the newest stops working, or did. */
  olderExpiresAt: string | null
  revokedAt: string | null
  lastUsedAt: string | null
  lastUsedFrom: string | null
}

/** In the same order. */
export async function describeTokens(
  db: Db,
  side: GlpiSide,
  tokens: readonly ListedToken[],
): Promise<TokenDescription[]> {
  if (tokens.length === 0) return []
  const names = await readNames(db, side, {
    profiles: tokens.map(({ profilesId }) => profilesId),
    entities: tokens.map(({ entitiesId }) => entitiesId),
  })
  const people = await readPeople(
    db,
    side,
    tokens.map(({ usersId }) => usersId),
  )
  return tokens.map((token) => {
    const owner = people.get(token.usersId)
    return {
      uid: token.uid,
      label: token.label,
      state: token.state,
      hint: token.hint,
      owner: { id: token.usersId, name: owner?.name ?? null, login: owner?.login ?? null },
      profile: { id: token.profilesId, name: names.profile(token.profilesId) ?? null },
      entity: { id: token.entitiesId, name: names.entityPath(token.entitiesId) ?? null },
      scopes: scopes.filter((scope) => token.scopes.has(scope)),
      networks: [...token.networks],
      madeAt: token.madeAt.toISOString(),
      expiresAt: token.validUntil.toISOString(),
      rotations: token.rotations,
      rotatedAt: token.rotations === 0 ? null : token.renewedAt.toISOString(),
      olderExpiresAt: token.olderValidUntil?.toISOString() ?? null,
      revokedAt: token.revokedAt?.toISOString() ?? null,
      lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
      lastUsedFrom: token.lastUsedFrom ?? null,
    }
  })
}
