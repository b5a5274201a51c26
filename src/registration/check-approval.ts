import { getKeyInScope, readTerms } from '../keys'
import type { DecideDeps } from './approve-registration'
import { type Decider, type DecisionProblem, DecisionRefused, notWaiting, refusalOf } from './decision'
import { ensureApprovable, ensureKeyLets } from './ensure-approvable'
import { getRegistration } from './find-hold'
import { findPendingAccount } from './pending-accounts-store'

/**
 * What would be in the way of approving a registration at this moment; undefined: nothing. For those who decide, before
 * they do.
 *
 * @throws {AppError} NOT_FOUND outside of what they look after; GLPI_MAINTENANCE, GLPI_CHANGED
 */
export async function checkApproval(
  deps: DecideDeps,
  by: Decider,
  uid: string,
): Promise<DecisionProblem | undefined> {
  const { db } = deps
  const registration = await getRegistration(deps, uid)
  const key = await getKeyInScope(db, registration.keyUid, by.scope, `registration ${uid}`)
  const account = await findPendingAccount(db, uid)
  try {
    if (registration.state !== 'awaiting-approval' || account === undefined) throw notWaiting(registration)
    await ensureKeyLets(db, key)
    const terms = await readTerms(db, key.uid)
    const side = await deps.glpi.side()
    await ensureApprovable(db, deps, by, { uid, side, key, terms, account, now: deps.clock.now() })
    return undefined
  } catch (error) {
    const refusal = refusalOf(error, uid)
    if (refusal instanceof DecisionRefused) return refusal.problem
    throw refusal
  }
}
