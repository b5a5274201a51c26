import { type Origin, recordEvent } from '../audit'
import {
  createGlpiUser,
  ensureGlpiAccepts,
  ensureMayGrant,
  findIdentityConflicts,
  type GlpiSide,
  type GlpiWatch,
  type Identity,
  type Issuer,
  type PasswordHasher,
  readGlpiSettings,
  takeIdentityMutexes,
} from '../glpi'
import {
  accountDatesOf,
  checkCode,
  claimUse,
  type Code,
  ensureUsable,
  type FindKey,
  findKeysByCode,
  type Home,
  readTerms,
  type Terms,
} from '../keys'
import type { Admission } from '../shared/admission'
import { type Db, duplicateKeyOf, inTransaction } from '../shared/db'
import { AppError, type FieldProblems, FormError } from '../shared/errors'
import { newUid } from '../shared/random'
import { identityFrom, problemsOf, problemsOfBinding, type RegistrationForm, withLockedLogin } from './form'
import {
  completeRegistration,
  findBySubmitToken,
  openRegistration,
  type Registration,
} from './registrations-store'
import { tellOfJoining, type TellOfJoiningDeps } from './tell-of-joining'

export interface RedeemKeyDeps extends TellOfJoiningDeps {
  db: Db
  glpi: GlpiWatch
  glpiDatabase: string
  home: Home
  findKey: FindKey
  passwords: PasswordHasher
  /** How many may be registering at once. */
  admission: Admission
}

export interface Redemption {
  /** The code as it came; a secret. */
  code: string
  /** A UUID that belongs to one opened form and survives its failed tries. */
  submitToken: string
  /** When the form was first opened. */
  openedAt: Date
  form: RegistrationForm
  from?: Origin
}

/**
 * Spends one use of the key and creates the GLPI account in the same transaction: both happen or neither does.
 *
 * The same form sent again, by a double click, Back, or after a crash, answers with the first result.
 *
 * @throws {FormError} with a problem for each field that is not acceptable
 * @throws {AppError} with a RefusalCode when the key cannot be used; SERVER_BUSY; DATABASE_UNAVAILABLE. Nothing was
 *   spent then, except that after DATABASE_UNAVAILABLE it may have been: sending the same form again finds out.
 */
export async function redeemKey(deps: RedeemKeyDeps, attempt: Redemption): Promise<Registration> {
  return deps.admission.run(() => redeemOrExplain(deps, attempt))
}

async function redeemOrExplain(deps: RedeemKeyDeps, attempt: Redemption): Promise<Registration> {
  try {
    return await redeem(deps, attempt)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // Whoever finds GLPI changed makes the next one probe it again: that is how the server comes back by itself.
    if (error.code === 'GLPI_CHANGED') deps.glpi.forget()
    // The same form may have been here before: then "used up" and "login taken" are its own doing, and no refusal.
    const first = await findBySubmitToken(deps.db, attempt.submitToken)
    if (first !== undefined) return first
    throw error
  }
}

async function redeem(deps: RedeemKeyDeps, attempt: Redemption): Promise<Registration> {
  const { code, key } = await checkCode(deps, attempt.code, attempt.openedAt)
  const side = await deps.glpi.side()
  const terms = await readTerms(deps.db, key.uid)
  const identity = identityFrom(attempt.form, terms.fields)
  await ensureAcceptable(deps, side, terms, identity, attempt.form.password)

  const passwordHash = await deps.passwords.hash(attempt.form.password) // slow on purpose, so before any lock is taken
  const prepared = {
    ...attempt,
    side,
    parsedCode: code,
    keyUid: key.uid,
    issuer: key.issuer,
    identity,
    passwordHash,
  }
  try {
    return await register(deps, prepared)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'DATABASE_UNAVAILABLE') throw error
    // The connection may have been lost after the COMMIT went through: only the token can tell.
    return (await findBySubmitToken(deps.db, attempt.submitToken)) ?? (await register(deps, prepared))
  }
}

interface Prepared extends Redemption {
  side: GlpiSide
  parsedCode: Code
  keyUid: string
  issuer: Issuer
  identity: Identity
  passwordHash: string
}

/**
 * What is wrong with the form itself is found before the password is hashed, so that a failed form costs little; the
 * transaction asks again what may have changed by then.
 */
async function ensureAcceptable(
  deps: RedeemKeyDeps,
  side: GlpiSide,
  terms: Terms,
  identity: Identity,
  password: string,
): Promise<void> {
  const settings = await readGlpiSettings(deps.db, deps.glpiDatabase)
  ensureGlpiAccepts(side, settings)
  const rules = { glpi: settings.passwordPolicy, algorithm: deps.passwords.algorithm }
  ensureNone({
    ...withLockedLogin(terms, await findIdentityConflicts(deps.db, side, identity)),
    ...problemsOf({ side, rules, terms }, identity, password),
  })
}

function ensureNone(problems: FieldProblems): void {
  if (Object.keys(problems).length > 0) throw new FormError(problems)
}

/** Locks in the order that everybody keeps: identities, registration, key, GLPI. */
async function register(deps: RedeemKeyDeps, attempt: Prepared): Promise<Registration> {
  return inTransaction(deps.db, async (trx) => {
    const { keyUid, identity, submitToken } = attempt
    const now = deps.clock.now()
    const uid = newUid(deps)

    await takeIdentityMutexes(trx, identity)
    if (!(await openRegistration(trx, { uid, keyUid, submitToken, now })))
      return getBySubmitToken(trx, submitToken)
    await claim(deps, trx, attempt, now)
    const usersId = await createAccount(deps, trx, attempt, now)
    const { login, email } = identity
    await completeRegistration(trx, { uid, usersId, login, email, from: attempt.from })
    await recordEvent(trx, deps, {
      kind: 'registration.completed',
      actor: { kind: 'invitee' },
      keyUid,
      registrationUid: uid,
    })
    const { side, issuer } = attempt
    await tellOfJoining(trx, deps, { keyUid, registrationUid: uid, usersId, identity, side, issuer })
    return { uid, keyUid, usersId, login: identity.login, completedAt: now }
  })
}

async function getBySubmitToken(trx: Db, submitToken: string): Promise<Registration> {
  const first = await findBySubmitToken(trx, submitToken)
  if (first === undefined) throw new Error('a submit token is taken by a registration that cannot be found')
  return first
}

async function claim(deps: RedeemKeyDeps, trx: Db, attempt: Prepared, now: Date): Promise<void> {
  const { keyUid, parsedCode: code, openedAt } = attempt
  if (await claimUse(trx, { keyUid, code, now, openedAt })) return
  const found = (await findKeysByCode(trx, deps.glpiDatabase, [code])).get(code)
  if (found !== undefined) ensureUsable(found, now, openedAt)
  throw new AppError('KEY_USED_UP', `key ${keyUid} had no use left to claim`)
}

async function createAccount(deps: RedeemKeyDeps, trx: Db, attempt: Prepared, now: Date): Promise<number> {
  const { side, identity, passwordHash } = attempt
  ensureGlpiAccepts(side, await readGlpiSettings(trx, side.database))
  const terms = await readTerms(trx, attempt.keyUid)
  const { grant, language } = terms
  ensureNone(problemsOfBinding(terms, identity))
  const dates = accountDatesOf(terms.accountValidity, now, deps.config.timeZone)
  const targets = await ensureMayGrant(trx, side, { issuer: attempt.issuer, grant, now })
  ensureNone(withLockedLogin(terms, await findIdentityConflicts(trx, side, identity)))
  try {
    const user = { ...identity, ...dates, passwordHash, grant, targets, language }
    return await createGlpiUser(trx, side, user, now)
  } catch (error) {
    // Somebody typed the same login into GLPI itself at this very moment; GLPI knows nothing of our mutex.
    if (duplicateKeyOf(error) === 'unicityloginauth')
      throw new FormError(withLockedLogin(terms, { login: { code: 'login-taken' } }))
    throw error
  }
}
