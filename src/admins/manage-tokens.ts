import { type EventActor, recordEvent } from '../audit'
import { type EntityScope, type GlpiWatch, isInScope } from '../glpi'
import { inTransaction } from '../shared/db'
import { AppError } from '../shared/errors'
import type { TokenDeps } from './make-token'
import { type ListedToken, withStates } from './token-state'
import { findToken, markTokenRevoked, selectTokens } from './tokens-store'

export interface ManageTokenDeps extends TokenDeps {
  glpi: GlpiWatch
}

/** Somebody who looks after tokens. */
export interface TokenKeeper {
  actor: EventActor
  /** Whose tokens are their own; undefined: whoever works on the server, where all are. */
  usersId: number | undefined
  scope: EntityScope
  /** Whether they may revoke those of others in their entities: the right to change GLPI's configuration. */
  mayManage: boolean
}

/** Their own, the newest first; with `others` those of everybody that they may revoke, too. */
export async function listTokens(
  deps: ManageTokenDeps,
  { usersId, scope, mayManage }: TokenKeeper,
  { others }: { others: boolean },
): Promise<ListedToken[]> {
  const theirs = usersId === undefined ? [] : await selectTokens(deps.db, { usersId })
  const managed = others && mayManage ? await selectTokens(deps.db, { scope }) : []
  const each = new Map([...theirs, ...managed].map((token) => [token.uid, token]))
  const newestFirst = Array.from(each.values()).toSorted((one, other) => (one.uid < other.uid ? 1 : -1))
  return withStates(deps, newestFirst)
}

/**
 * To anybody who may do nothing about it, it is not there.
 *
 * @throws {AppError} NOT_FOUND
 */
export async function getToken(deps: ManageTokenDeps, by: TokenKeeper, uid: string): Promise<ListedToken> {
  const found = await findToken(deps.db, uid)
  const isSeen =
    found !== undefined && (isTheirs(found, by) || (by.mayManage && isInScope(by.scope, found.entitiesId)))
  const [token] = isSeen ? await withStates(deps, [found]) : []
  if (token === undefined) throw new AppError('NOT_FOUND', `there is no token ${uid}`)
  return token
}

export const isTheirs = (token: { usersId: number }, { usersId }: TokenKeeper): boolean =>
  usersId === undefined || token.usersId === usersId

/**
 * Ends a token with all its secrets, from the next call on. Doing it twice is no error.
 *
 * @throws {AppError} NOT_FOUND
 */
export async function revokeToken(deps: ManageTokenDeps, by: TokenKeeper, uid: string): Promise<ListedToken> {
  const { usersId } = await getToken(deps, by, uid)
  await inTransaction(deps.db, async (trx) => {
    if (!(await markTokenRevoked(trx, uid, deps.clock.now()))) return
    await recordEvent(trx, deps, {
      kind: 'token.revoked',
      actor: by.actor,
      details: { token: uid, usersId },
    })
  })
  return getToken(deps, by, uid)
}
