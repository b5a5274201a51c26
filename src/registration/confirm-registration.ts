import type { Origin } from '../audit'
import { takeIdentityMutexes } from '../glpi'
import { completeHeldUse, getKey, lockUnrevoked, readTerms, releaseHold, type ReleaseReason } from '../keys'
import { type Db, inTransaction } from '../shared/db'
import { AppError, type FieldProblems, FormError, type FormField } from '../shared/errors'
import { readAccountFacts } from './account-facts'
import { awaitApproval } from './await-approval'
import { findConfirmed } from './confirmations-store'
import { findConflicts } from './conflicts'
import { getRegistration } from './find-hold'
import { type HoldLimits, takeTurn } from './hold-limits'
import { ensureAccountFits, makeAccount } from './make-account'
import { deletePendingAccount, findPendingAccount, type PendingAccount } from './pending-accounts-store'
import type { RedeemKeyDeps } from './redeem-key'
import { recordCompletion } from './record-completion'
import { completeRegistration, lockWaiting, type Registration } from './registrations-store'
import { tellOfJoining } from './tell-of-joining'
import { withoutGoneChoices } from './understand-form'

export interface ConfirmRegistrationDeps extends RedeemKeyDeps {
  holdLimits: HoldLimits
}

export interface Confirmation {
  registrationUid: string
  /** Of the secret in the link that was opened. */
  hash: Buffer
  /** The password chosen in the form; not asked of the browser that sent the form. */
  who: 'same-browser' | { password: string }
  from?: Origin
}

/**
 * Makes the account that waited for its address to be confirmed, has it wait for approval where the key asks for that
 * too, or answers with what has become of it.
 *
 * The link shows who reads the mailbox, and that alone is not enough: programs open links and press buttons, and the
 * address may have been typed by somebody else. So it takes the browser that sent the form, or the password.
 *
 * @throws {FormError} when the password is not the one
 * @throws {HoldThrottled} after too many of them
 * @throws {AppError} CONFIRMATION_UNKNOWN when the link is of an address that is not the one any more; with a
 *   RefusalCode when there can be no account now: the use stays held
 */
export async function confirmRegistration(
  deps: ConfirmRegistrationDeps,
  asked: Confirmation,
): Promise<Registration> {
  return deps.admission.run(async () => {
    const { registrationUid: uid } = asked
    const registration = await getRegistration(deps, uid)
    const account = await findPendingAccount(deps.db, uid)
    if (registration.state !== 'awaiting-confirmation' || account === undefined) return registration
    await ensureLinkStands(deps.db, asked)
    if (asked.who !== 'same-browser') await ensurePassword(deps, uid, account, asked.who.password)
    return completeOrRelease(deps, asked, account)
  })
}

async function ensureLinkStands(db: Db, { registrationUid, hash }: Confirmation): Promise<void> {
  if ((await findConfirmed(db, hash)) === registrationUid) return
  throw new AppError('CONFIRMATION_UNKNOWN', `registration ${registrationUid} waits for another address`)
}

async function ensurePassword(
  { passwords, holdLimits }: ConfirmRegistrationDeps,
  uid: string,
  { passwordHash }: PendingAccount,
  password: string,
): Promise<void> {
  if (password === '') throw new FormError({ password: { code: 'required' } })
  await takeTurn(holdLimits.passwords, uid)
  if (!(await passwords.verify(passwordHash, password)))
    throw new FormError({ password: { code: 'password-wrong' } })
  await holdLimits.passwords.giveBack(uid)
}

/** What somebody else took meanwhile will not come free by waiting: the use is given back, and the person told. */
async function completeOrRelease(
  deps: ConfirmRegistrationDeps,
  asked: Confirmation,
  account: PendingAccount,
): Promise<Registration> {
  const { registrationUid: uid } = asked
  try {
    return await complete(deps, asked, account)
  } catch (error) {
    if (error instanceof AppError && error.code === 'GLPI_CHANGED') deps.glpi.forget()
    if (!(error instanceof FormError)) throw error
    await releaseHold(deps, uid, reasonFor(error.problems))
    return getRegistration(deps, uid)
  }
}

const reasonFor = (problems: FieldProblems): ReleaseReason =>
  takenFields.find(([field]) => problems[field] !== undefined)?.[1] ?? 'not-unique'

const takenFields: readonly (readonly [FormField, ReleaseReason])[] = [
  ['email', 'account-exists'],
  ['login', 'login-taken'],
  ['phone', 'phone-taken'],
  ['mobile', 'mobile-taken'],
  ['registrationNumber', 'number-taken'],
]

/** Locks in the order that everybody keeps: identities, registration, key, GLPI. */
async function complete(
  deps: ConfirmRegistrationDeps,
  asked: Confirmation,
  { identity, passwordHash, language, ...account }: PendingAccount,
): Promise<Registration> {
  const side = await deps.glpi.side()
  const { registrationUid: uid, from } = asked
  return inTransaction(deps.db, async (trx) => {
    const now = deps.clock.now()
    await takeIdentityMutexes(trx, identity)
    const keyUid = await lockWaiting(trx, uid, 'awaiting-confirmation', now)
    if (keyUid === undefined) return getRegistration({ ...deps, db: trx }, uid)
    await ensureLinkStands(trx, asked) // the address may have changed until the registration was locked
    const terms = await readTerms(trx, keyUid)
    const isOurs = terms.needsApproval ? lockUnrevoked : completeHeldUse
    if (!(await isOurs(trx, keyUid))) throw await whyNot(trx, keyUid)
    const { issuer } = await getKey(trx, keyUid)
    const particulars = await withoutGoneChoices(trx, side, terms, account.particulars)
    const wanted = { side, issuer, terms, identity, particulars, passwordHash }
    const facts = await readAccountFacts(trx, side, { identity, grant: terms.grant, now, except: uid })
    const fitting = terms.needsApproval ? undefined : await ensureAccountFits(trx, deps, wanted, facts, now)
    const problems = await findConflicts(trx, side, wanted, { terms, address: 'proven', facts })
    if (Object.keys(problems).length > 0) throw new FormError(problems)
    if (fitting === undefined) {
      const asked = { uid, keyUid, side, issuer, email: identity.email, proof: 'confirmation' as const }
      return awaitApproval(trx, deps, { ...asked, language })
    }
    const usersId = await makeAccount(trx, wanted, fitting, now)
    await completeRegistration(trx, { uid, usersId, proof: 'confirmation', now })
    await deletePendingAccount(trx, uid)
    const { isUsedUp } = await readTerms(trx, keyUid) // as they are with the use that was just taken
    const actor = { kind: 'invitee' } as const
    await recordCompletion(trx, deps, { actor, from, keyUid, registrationUid: uid, isUsedUp })
    await tellOfJoining(trx, deps, {
      keyUid,
      registrationUid: uid,
      usersId,
      identity,
      language: particulars.language,
      side,
      issuer,
      terms,
    })
    return { state: 'completed', uid, keyUid, usersId, login: identity.login, completedAt: now }
  })
}

/** Revoking releases holds, so it is met only where it has not got to this one yet. */
async function whyNot(trx: Db, keyUid: string): Promise<AppError> {
  const { revokedAt, pausedAt } = await getKey(trx, keyUid)
  if (revokedAt !== undefined) return new AppError('KEY_REVOKED', `key ${keyUid} was revoked`)
  if (pausedAt !== undefined) return new AppError('KEY_PAUSED', `key ${keyUid} is paused`)
  return new AppError('REDEMPTION_STOPPED', 'redemption is stopped on this instance')
}
