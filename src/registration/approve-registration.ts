import { recordEvent } from '../audit'
import { type GlpiWatch, takeIdentityMutexes } from '../glpi'
import { completeHeldUse, getKey, getKeyInScope, readTerms } from '../keys'
import { type Db, inTransaction } from '../shared/db'
import { AppError } from '../shared/errors'
import { type Decider, deciderId, notWaiting, refusalOf } from './decision'
import { ensureApprovable, ensureKeyLets } from './ensure-approvable'
import { getRegistration } from './find-hold'
import { makeAccount } from './make-account'
import { deletePendingAccount, findPendingAccount, type PendingAccount } from './pending-accounts-store'
import { recordCompletion } from './record-completion'
import { completeRegistration, type CompletedRegistration, lockWaiting } from './registrations-store'
import { tellOfJoining, type TellOfJoiningDeps } from './tell-of-joining'
import { withoutGoneChoices } from './understand-form'

export interface DecideDeps extends TellOfJoiningDeps {
  db: Db
  glpi: GlpiWatch
}

/**
 * Makes the account that waited for somebody to approve it; of several who decide at the same moment the first counts.
 * What is in the way is told, and the registration goes on waiting.
 *
 * @throws {DecisionRefused} that names what is in the way
 * @throws {AppError} NOT_FOUND outside of what they look after; GLPI_MAINTENANCE, GLPI_CHANGED
 */
export async function approveRegistration(
  deps: DecideDeps,
  by: Decider,
  uid: string,
): Promise<CompletedRegistration> {
  const registration = await getRegistration(deps, uid)
  await getKeyInScope(deps.db, registration.keyUid, by.scope, `registration ${uid}`)
  const account = await findPendingAccount(deps.db, uid)
  if (registration.state !== 'awaiting-approval' || account === undefined) throw notWaiting(registration)
  try {
    return await approve(deps, by, uid, account)
  } catch (error) {
    if (error instanceof AppError && error.code === 'GLPI_CHANGED') deps.glpi.forget()
    throw refusalOf(error, uid)
  }
}

/** Locks in the order that everybody keeps: identities, registration, key, GLPI. */
async function approve(
  deps: DecideDeps,
  by: Decider,
  uid: string,
  account: PendingAccount,
): Promise<CompletedRegistration> {
  const side = await deps.glpi.side()
  return inTransaction(deps.db, async (trx) => {
    const now = deps.clock.now()
    const { identity, passwordHash } = account
    await takeIdentityMutexes(trx, identity)
    const keyUid = await lockWaiting(trx, uid, 'awaiting-approval', now)
    if (keyUid === undefined) throw notWaiting(await getRegistration({ ...deps, db: trx }, uid))
    if (!(await completeHeldUse(trx, keyUid))) {
      await ensureKeyLets(trx, await getKey(trx, keyUid))
      throw new Error(`key ${keyUid} holds no use for registration ${uid}`)
    }
    const key = await getKey(trx, keyUid)
    const terms = await readTerms(trx, keyUid)
    const fitting = await ensureApprovable(trx, deps, by, { uid, side, key, terms, account, now })

    const { issuer } = key
    const particulars = await withoutGoneChoices(trx, side, terms, account.particulars)
    const wanted = { side, issuer, terms, identity, particulars, passwordHash }
    const usersId = await makeAccount(trx, wanted, fitting, now)
    const decidedBy = deciderId(by)
    await completeRegistration(trx, { uid, usersId, decidedBy, now })
    await deletePendingAccount(trx, uid)
    const about = { actor: by.actor, keyUid, registrationUid: uid }
    await recordEvent(trx, deps, { kind: 'registration.approved', ...about })
    await recordCompletion(trx, deps, { ...about, isUsedUp: terms.isUsedUp })
    const { language } = account
    const joining = {
      keyUid,
      registrationUid: uid,
      usersId,
      identity,
      language,
      side,
      issuer,
      terms,
      decidedBy,
    }
    await tellOfJoining(trx, deps, joining)
    return { state: 'completed', uid, keyUid, usersId, login: identity.login, completedAt: now }
  })
}
