import { type Origin, recordEvent } from '../audit'
import type { Account } from '../glpi'
import type { Clock } from '../shared/clock'
import type { Db } from '../shared/db'
import { SignInRefused } from '../shared/errors'
import type { Random } from '../shared/random'
import type { Judgement } from './judge-account'
import type { SessionIdentity } from './session-identity'

/** How somebody proved who they are. */
export type SignInWay = 'password' | 'proxy' | 'console-link'

export interface RecordSignInDeps {
  db: Db
  clock: Clock
  random: Random
}

/**
 * Writes down how it ended, and answers with it.
 *
 * @throws {SignInRefused}
 */
export async function concludeSignIn(
  deps: RecordSignInDeps,
  way: SignInWay,
  { usersId, passwordLastUpdate }: Account,
  judgement: Judgement,
  from: Origin,
): Promise<SessionIdentity> {
  if (!judgement.comesIn) {
    await recordSignInRefusal(deps, way, usersId, judgement.refusal, from)
    throw refusedFor(usersId, judgement)
  }
  const { profilesId, entitiesId } = judgement.authorisation
  await recordEvent(deps.db, deps, {
    kind: 'admin.signed-in',
    actor: { kind: 'user', usersId },
    details: { way, profilesId, entitiesId },
    from,
  })
  return {
    usersId,
    profilesId,
    entitiesId,
    passwordLastUpdate: passwordLastUpdate?.getTime() ?? null,
    startedAt: deps.clock.now().getTime(),
  }
}

/** The login that was typed is not kept: it may be a password in the wrong field. */
export async function recordSignInRefusal(
  deps: RecordSignInDeps,
  way: SignInWay,
  usersId: number | undefined,
  reason: string,
  from: Origin,
): Promise<void> {
  await recordEvent(deps.db, deps, {
    kind: 'admin.sign-in-refused',
    actor: usersId === undefined ? { kind: 'stranger' } : { kind: 'user', usersId },
    details: { way, reason },
    from,
  })
}

export function refusedFor(
  usersId: number,
  { refusal }: Extract<Judgement, { comesIn: false }>,
): SignInRefused {
  const advice = refusal === 'grants-missing' ? ': apply what "glpi-invite db grants" prints' : ''
  return new SignInRefused(refusal, `user ${usersId} may not sign in: ${refusal}${advice}`)
}
