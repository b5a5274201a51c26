import { findActingUser, type GlpiSide, type GlpiWatch } from '../glpi'
import type { Clock } from '../shared/clock'
import type { Db } from '../shared/db'
import type { TokenState } from '../shared/token-states'
import { permissionsOf } from './permissions'
import type { KeptToken } from './tokens-store'

export interface ListedToken extends KeptToken {
  state: TokenState
}

interface Deps {
  db: Db
  glpi: GlpiWatch
  clock: Clock
}

/** Tokens with their states; each authorisation is asked for once. */
export async function withStates(
  { db, glpi, clock }: Deps,
  tokens: readonly KeptToken[],
): Promise<ListedToken[]> {
  const side = await glpi.side()
  const now = clock.now()
  const known = new Map<string, boolean>()
  const listed: ListedToken[] = []
  for (const token of tokens) {
    listed.push({ ...token, state: endOf(token, now) ?? (await standingOf(token)) })
  }
  return listed

  async function standingOf(token: KeptToken): Promise<TokenState> {
    const name = `${token.usersId} ${token.profilesId} ${token.entitiesId}`
    const isThere = known.get(name) ?? (await isWorthAnything(db, side, token, now))
    known.set(name, isThere)
    return isThere ? 'usable' : 'owner-gone'
  }
}

function endOf({ revokedAt, validUntil }: KeptToken, now: Date): TokenState | undefined {
  if (revokedAt !== undefined) return 'revoked'
  return validUntil <= now ? 'expired' : undefined
}

async function isWorthAnything(db: Db, side: GlpiSide, token: KeptToken, now: Date): Promise<boolean> {
  const user = await findActingUser(db, side, token, now)
  return user !== undefined && permissionsOf(user).size > 0
}
