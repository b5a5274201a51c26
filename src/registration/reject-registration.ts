import { recordEvent } from '../audit'
import { getKeyInScope, releaseLocked } from '../keys'
import { inTransaction } from '../shared/db'
import { AppError } from '../shared/errors'
import { readableText } from '../shared/readable-text'
import type { DecideDeps } from './approve-registration'
import { type Decider, deciderId, notWaiting } from './decision'
import { getRegistration } from './find-hold'
import { lockWaiting, noteRejection, type Registration } from './registrations-store'

/** In characters; the person reads it. */
export const rejectionLength = 500

/**
 * Turns a registration away: the use is given back, what was typed forgotten, and the person told why. The reason is
 * kept with the details of the registration and not in the record: it may say anything of them.
 *
 * @throws {DecisionRefused} when it does not wait for a decision (any more)
 * @throws {AppError} NOT_FOUND outside of what they look after; INPUT_INVALID without a reason
 */
export async function rejectRegistration(
  deps: Pick<DecideDeps, 'db' | 'clock' | 'random'>,
  by: Decider,
  { uid, why }: { uid: string; why: string },
): Promise<Registration> {
  const reason = soundReason(why)
  const { keyUid } = await getRegistration(deps, uid)
  await getKeyInScope(deps.db, keyUid, by.scope, `registration ${uid}`)
  return inTransaction(deps.db, async (trx) => {
    const own = { ...deps, db: trx }
    const state = 'awaiting-approval'
    if ((await lockWaiting(trx, uid, state, deps.clock.now())) === undefined)
      throw notWaiting(await getRegistration(own, uid))
    await noteRejection(trx, { uid, decidedBy: deciderId(by), why: reason })
    const about = { actor: by.actor, keyUid, registrationUid: uid }
    await recordEvent(trx, deps, { kind: 'registration.rejected', ...about })
    await releaseLocked(trx, deps, by, [{ registrationUid: uid, keyUid, state }], 'rejected')
    return getRegistration(own, uid)
  })
}

function soundReason(typed: string): string {
  const reason = readableText(typed)
  if (reason === '')
    throw new AppError('INPUT_INVALID', 'say why: the person is told', { pointer: '/reason' })
  if (Array.from(reason).length > rejectionLength)
    throw new AppError('INPUT_INVALID', `the reason has more than ${rejectionLength} characters`, {
      pointer: '/reason',
    })
  return reason
}
