import type { Origin } from '../audit'
import {
  ensureGlpiAccepts,
  type GlpiSide,
  type GlpiWatch,
  type Identity,
  isSameEmail,
  type Issuer,
  type PasswordHasher,
  takeIdentityMutexes,
} from '../glpi'
import {
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
import type { Config } from '../shared/config'
import { type Db, inTransaction } from '../shared/db'
import { AppError, type FieldProblems, FormError } from '../shared/errors'
import type { Language } from '../shared/i18n'
import { newUid } from '../shared/random'
import { readAccountFacts } from './account-facts'
import { awaitApproval } from './await-approval'
import { type Claim, findConflicts } from './conflicts'
import { problemOfAcceptance, termsToAccept } from './accepted-terms'
import { problemsOf, problemsOfBinding, type RegistrationForm } from './form'
import { hold } from './hold'
import { languageOfMails } from './language-of-mails'
import { ensureAccountFits, makeAccount } from './make-account'
import { insertPendingAccount } from './pending-accounts-store'
import { recordCompletion } from './record-completion'
import {
  completeRegistration,
  findBySubmitToken,
  insertDetails,
  openRegistration,
  type Registration,
} from './registrations-store'
import { tellOfJoining, type TellOfJoiningDeps } from './tell-of-joining'
import { ensureChoicesStand, type Person, type Understood, understandForm } from './understand-form'

export interface RedeemKeyDeps extends TellOfJoiningDeps {
  db: Db
  glpi: GlpiWatch
  glpiDatabase: string
  config: TellOfJoiningDeps['config'] & Pick<Config, 'loginPattern' | 'termsOfUse'>
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
  /** The address that the opened link was mailed to: opening it has proven that one. */
  provenAddress?: string | undefined
  /** In which the form was read; for mails, when the key says nothing. Undefined: that of the instance. */
  language?: string | undefined
  /** The one that the person chose on the page, which goes before that of the key. */
  chosenLanguage?: Language | undefined
  from?: Origin
}

/**
 * Spends one use of the key and creates the GLPI account in the same transaction: both happen or neither does. Where the
 * key asks for a proof of the address and the link was none, the use is held and a mail asks for it; where it asks for
 * approval, the use is held until an administrator decides.
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
  const person = await understandForm(deps, side, terms, attempt.form)
  const address = standingOf(person.identity, terms, attempt)
  await ensureAcceptable(deps, { side, terms, person, address }, attempt.form)

  const passwordHash = await deps.passwords.hash(attempt.form.password) // slow on purpose, so before any lock is taken
  const prepared = {
    ...attempt,
    side,
    parsedCode: code,
    keyUid: key.uid,
    issuer: key.issuer,
    identity: person.identity,
    particulars: person.particulars,
    acceptedTerms: termsToAccept(deps, terms)?.version,
    address,
    needsApproval: terms.needsApproval,
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

interface Prepared extends Redemption, Person {
  side: GlpiSide
  parsedCode: Code
  keyUid: string
  issuer: Issuer
  /** Their version. */
  acceptedTerms: string | undefined
  address: Claim['address']
  /** Of the key, when the form came. */
  needsApproval: boolean
  passwordHash: string
}

/** What a link has proven stays proven; a key that is changed meanwhile asks for proof from the next form on. */
function standingOf(
  { email }: Identity,
  { needsProof }: Terms,
  { provenAddress }: Redemption,
): Claim['address'] {
  if (provenAddress !== undefined && isSameEmail(provenAddress, email)) return 'proven'
  return needsProof ? 'unproven' : 'typed'
}

/**
 * What is wrong with the form itself is found before the password is hashed, so that a failed form costs little; the
 * transaction asks again what may have changed by then.
 */
async function ensureAcceptable(
  deps: RedeemKeyDeps,
  { side, terms, person, address }: Pick<Prepared, 'side' | 'address'> & { terms: Terms; person: Understood },
  form: RegistrationForm,
): Promise<void> {
  const { identity } = person
  const facts = await readAccountFacts(deps.db, side, { identity, grant: terms.grant, now: deps.clock.now() })
  ensureGlpiAccepts(side, facts.settings)
  const rules = { glpi: facts.settings.passwordPolicy, algorithm: deps.passwords.algorithm }
  const ofTerms = problemOfAcceptance(termsToAccept(deps, terms), form)
  ensureNone({
    ...(await findConflicts(deps.db, side, person, { terms, address, facts })),
    ...problemsOf({ side, rules, terms }, person, form.password),
    ...person.problems,
    ...(ofTerms === undefined ? {} : { terms: ofTerms }),
  })
}

function ensureNone(problems: FieldProblems): void {
  if (Object.keys(problems).length > 0) throw new FormError(problems)
}

/** Locks in the order that everybody keeps: identities, registration, key, GLPI. */
async function register(deps: RedeemKeyDeps, attempt: Prepared): Promise<Registration> {
  return inTransaction(deps.db, async (trx) => {
    const { keyUid, identity, particulars, submitToken, side, address } = attempt
    const now = deps.clock.now()
    const uid = newUid(deps)

    await takeIdentityMutexes(trx, identity)
    if (!(await openRegistration(trx, { ...attempt, uid, now }))) return getBySubmitToken(trx, submitToken)
    await claim(deps, trx, attempt, now)
    const terms = await readTerms(trx, keyUid)
    const facts = await readAccountFacts(trx, side, { identity, grant: terms.grant, now })
    const fitting = await ensureAccountFits(trx, deps, { ...attempt, terms }, facts, now)
    ensureNone(problemsOfBinding(terms, identity))
    await ensureChoicesStand(trx, side, terms, particulars)
    ensureNone(await findConflicts(trx, side, attempt, { terms, address, facts }))
    await insertDetails(trx, { uid, ...identity, from: attempt.from })
    const readIn = attempt.language ?? deps.config.defaultLanguage
    if (address === 'unproven') return hold(trx, deps, { ...attempt, uid, terms, language: readIn })
    const proof = address === 'proven' ? 'link' : undefined
    if (attempt.needsApproval) {
      const own = { language: particulars.language ?? terms.language }
      const language = attempt.chosenLanguage ?? languageOfMails(own, readIn)
      await insertPendingAccount(trx, uid, { ...attempt, language })
      return awaitApproval(trx, deps, { ...attempt, uid, email: identity.email, proof, language })
    }

    const usersId = await makeAccount(trx, { ...attempt, terms }, fitting, now)
    await completeRegistration(trx, { uid, usersId, proof, now })
    const { isUsedUp } = terms
    await recordCompletion(trx, deps, { actor: { kind: 'invitee' }, keyUid, registrationUid: uid, isUsedUp })
    await tellOfJoining(trx, deps, {
      ...attempt,
      language: particulars.language,
      registrationUid: uid,
      usersId,
      terms,
    })
    return { state: 'completed', uid, keyUid, usersId, login: identity.login, completedAt: now }
  })
}

async function getBySubmitToken(trx: Db, submitToken: string): Promise<Registration> {
  const first = await findBySubmitToken(trx, submitToken)
  if (first === undefined) throw new Error('a submit token is taken by a registration that cannot be found')
  return first
}

async function claim(deps: RedeemKeyDeps, trx: Db, attempt: Prepared, now: Date): Promise<void> {
  const { keyUid, parsedCode: code, openedAt, address, needsApproval } = attempt
  const as = address === 'unproven' || needsApproval ? 'held' : 'completed'
  if (await claimUse(trx, { keyUid, code, now, openedAt }, as)) return
  const found = (await findKeysByCode(trx, deps.glpiDatabase, [code])).get(code)
  if (found !== undefined) ensureUsable(found, now, openedAt)
  throw new AppError('KEY_USED_UP', `key ${keyUid} had no use left to claim`)
}
