import { createHash } from 'node:crypto'
import { type EventActor, type Origin, recordEvent } from '../audit'
import { findAccount, listAccountsCalled } from '../glpi'
import { inTransaction } from '../shared/db'
import { AppError } from '../shared/errors'
import { claimConsoleLink, insertConsoleLink } from './console-links-store'
import { judgeAccount } from './judge-account'
import { concludeSignIn, refusedFor } from './record-sign-in'
import type { SessionIdentity } from './session-identity'
import { onlyOne, type SignInTrustedDeps } from './sign-in-trusted'

export interface ConsoleLink {
  /** Shown once; the database holds its hash only. */
  token: string
  usersId: number
  validUntil: Date
}

const lifeMs = 5 * 60_000

/**
 * A link that signs somebody in once, for whoever works on the server: the way in for administrators from a directory
 * or with a second factor, where no proxy vouches for them.
 *
 * @throws {AppError} NOT_FOUND when GLPI has nobody, or several, of that name
 * @throws {SignInRefused} when it would not let them in
 */
export async function makeConsoleLink(
  deps: SignInTrustedDeps,
  { login, actor }: { login: string; actor: EventActor },
): Promise<ConsoleLink> {
  const side = await deps.glpi.side()
  const now = deps.clock.now()
  const accounts = await listAccountsCalled(deps.db, side, login.trim())
  const account = onlyOne(accounts)
  if (account === undefined) {
    const found = accounts.length === 0 ? 'nobody' : 'several people'
    throw new AppError('NOT_FOUND', `GLPI has ${found} with the login ${JSON.stringify(login)}`)
  }
  const { usersId } = account
  const judgement = await judgeAccount({ db: deps.db, side, now }, account, 'proven-elsewhere')
  if (!judgement.comesIn) throw refusedFor(usersId, judgement)

  const token = deps.random.bytes(32).toString('base64url')
  const validUntil = new Date(now.getTime() + lifeMs)
  await inTransaction(deps.db, async (trx) => {
    await insertConsoleLink(trx, { hash: hashOf(token), usersId, validUntil })
    await recordEvent(trx, deps, { kind: 'console-link.made', actor, details: { usersId } })
  })
  return { token, usersId, validUntil }
}

/**
 * Signs in whoever brings the token of a link, the first time. Everything is asked of GLPI again: five minutes are
 * enough to be dismissed.
 *
 * @throws {AppError} CONSOLE_LINK_SPENT when it was used, is too old, or never was one
 * @throws {SignInRefused}
 */
export async function redeemConsoleLink(
  deps: SignInTrustedDeps,
  token: string,
  from: Origin,
): Promise<SessionIdentity> {
  const side = await deps.glpi.side()
  const now = deps.clock.now()
  const usersId = await claimConsoleLink(deps.db, hashOf(token), now)
  const account = usersId === undefined ? undefined : await findAccount(deps.db, side, usersId)
  if (account === undefined) throw new AppError('CONSOLE_LINK_SPENT', 'no such console link, or not any more')
  const judgement = await judgeAccount({ db: deps.db, side, now }, account, 'proven-elsewhere')
  return concludeSignIn(deps, 'console-link', account, judgement, from)
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
