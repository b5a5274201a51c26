import { findActingUser, type GlpiWatch } from '../glpi'
import type { Clock } from '../shared/clock'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import type { Scope } from '../shared/scopes'
import type { Actor } from './actor'
import { actorFrom } from './load-actor'
import { isWithinNetworks } from './token-networks'
import { hashOfToken, isWellFormedToken } from './token-text'
import type { TokenUses } from './token-uses'
import { findTokenByHash } from './tokens-store'

export interface AuthenticateTokenDeps {
  db: Db
  glpi: GlpiWatch
  clock: Clock
  tokenUses: TokenUses
}

/** Who calls, and what for. Whoever serves the call asks for both: `ensureScope`, and the permission of the actor. */
export interface AuthenticatedToken {
  tokenUid: string
  scopes: ReadonlySet<Scope>
  /** Its owner under the authorisation it was made with, as GLPI has them at this moment. */
  actor: Actor
}

/**
 * Whether the token opens anything now. All that is wrong with a well-formed one is told alike, so that nobody learns
 * whether it ever was one; the reason is for the log.
 *
 * @throws {AppError} TOKEN_MALFORMED without a query: it was cut short or mistyped; TOKEN_REFUSED
 */
export async function authenticateToken(
  deps: AuthenticateTokenDeps,
  { token, ip }: { token: string; ip: string },
): Promise<AuthenticatedToken> {
  if (!isWellFormedToken(token)) throw new AppError('TOKEN_MALFORMED', 'what was presented is no whole token')
  const now = deps.clock.now()
  const found = await findTokenByHash(deps.db, hashOfToken(token))
  if (found === undefined) throw new AppError('TOKEN_REFUSED', 'nobody has made this token')
  const refuse = (reason: string) => new AppError('TOKEN_REFUSED', `token ${found.uid} ${reason}`)
  if (found.revokedAt !== undefined) throw refuse('was revoked')
  if (found.validUntil <= now) throw refuse('has expired, or was replaced by a newer one')
  if (!(await isWithinNetworks(found.networks, ip))) throw refuse('came from outside its address ranges')

  const side = await deps.glpi.side()
  const user = await findActingUser(deps.db, side, found, now)
  if (user === undefined)
    throw refuse(`is of user ${found.usersId}, who is not active or has not that authorisation`)
  const actor = await actorFrom(deps.db, side, found.usersId, user)
  if (actor === undefined) throw refuse(`is of user ${found.usersId}, whose profile has no right here`)
  deps.tokenUses.note(found.uid, { ip, at: now })
  return { tokenUid: found.uid, scopes: found.scopes, actor }
}
