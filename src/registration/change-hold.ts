import type { Origin } from '../audit'
import { isSameEmail, normaliseEmail, problemOfEmail, takeIdentityMutexes } from '../glpi'
import { readTerms } from '../keys'
import { type Db, inTransaction } from '../shared/db'
import { FormError } from '../shared/errors'
import { askToConfirm } from './ask-to-confirm'
import type { ConfirmRegistrationDeps } from './confirm-registration'
import { deleteConfirmations } from './confirmations-store'
import { getRegistration } from './find-hold'
import { problemsOfBinding } from './form'
import { takeTurn } from './hold-limits'
import { findPendingAccount, type PendingAccount, replaceAddress } from './pending-accounts-store'
import { lockWaiting, type Registration, replaceDetails } from './registrations-store'

/**
 * Has the mail sent once more.
 *
 * @throws {HoldThrottled}
 */
export async function sendConfirmationAgain(
  deps: ConfirmRegistrationDeps,
  registrationUid: string,
): Promise<Registration> {
  return whileWaiting(deps, registrationUid, (_registration, account) => ask(deps, registrationUid, account))
}

/**
 * Has the registration wait for another address; links that were mailed to the one before are dead.
 *
 * @throws {FormError} when it is no address, or the key is not for it
 * @throws {HoldThrottled}
 */
export async function changeHeldAddress(
  deps: ConfirmRegistrationDeps,
  { registrationUid, address, from }: { registrationUid: string; address: string; from?: Origin | undefined },
): Promise<Registration> {
  return whileWaiting(deps, registrationUid, async ({ keyUid }, account) => {
    const identity = { ...account.identity, email: normaliseEmail(address) }
    const problem = problemOfEmail(await deps.glpi.side(), identity.email)
    if (problem !== undefined) throw new FormError({ email: problem })
    const problems = problemsOfBinding(await readTerms(deps.db, keyUid), identity)
    if (problems.email !== undefined) throw new FormError(problems)
    const isNew = !isSameEmail(identity.email, account.identity.email)
    await ask(deps, registrationUid, { ...account, identity }, async (trx) => {
      if (!isNew) return
      await replaceAddress(trx, registrationUid, identity.email)
      await deleteConfirmations(trx, registrationUid)
      await replaceDetails(trx, { uid: registrationUid, ...identity, from })
    })
  })
}

type Change = (
  registration: Extract<Registration, { state: 'awaiting-confirmation' }>,
  account: PendingAccount,
) => Promise<void>

/** Whatever has become of it meanwhile is the answer. */
async function whileWaiting(
  deps: ConfirmRegistrationDeps,
  uid: string,
  change: Change,
): Promise<Registration> {
  const registration = await getRegistration(deps, uid)
  const account = await findPendingAccount(deps.db, uid)
  if (registration.state !== 'awaiting-confirmation' || account === undefined) return registration
  await change(registration, account)
  return getRegistration(deps, uid)
}

/** Locks in the order that everybody keeps: identities, registration. */
async function ask(
  deps: ConfirmRegistrationDeps,
  registrationUid: string,
  { identity, language }: PendingAccount,
  first: (trx: Db) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await takeTurn(deps.holdLimits.mails, registrationUid)
  const side = await deps.glpi.side()
  await inTransaction(deps.db, async (trx) => {
    await takeIdentityMutexes(trx, identity)
    const keyUid = await lockWaiting(trx, registrationUid, 'awaiting-confirmation', deps.clock.now())
    if (keyUid === undefined) return
    await first(trx)
    await askToConfirm(trx, deps, { side, keyUid, registrationUid, address: identity.email, language })
  })
}
