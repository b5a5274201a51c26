import type { Origin } from '../audit'
import { type FieldProblems, FormError, type Problem, TooManyRequests } from '../shared/errors'
import type { Altcha } from '../shared/altcha'
import { redeemKey, type RedeemKeyDeps, type Redemption } from './redeem-key'
import type { Registration } from './registrations-store'
import type { VisitorLimits } from './visitor-limits'

export interface SubmitFormDeps extends RedeemKeyDeps {
  visitorLimits: VisitorLimits
  altcha: Altcha | undefined
}

export interface SubmittedForm extends Redemption {
  keyUid: string
  from: Origin
  /** The proof of work, if the browser did it; empty if not. */
  altcha: string
}

/**
 * Redeems a key with a form from outside. After too many forms that were not accepted nobody at that address hears any
 * more which logins and addresses are taken; a form that is in order is accepted all the same, and what is wrong with a
 * password is said, so that nobody is kept out by what others got wrong.
 *
 * @throws {FormError}
 * @throws {TooManyRequests} with what can be mended
 * @throws {AppError} as `redeemKey` does
 */
export async function submitForm(deps: SubmitFormDeps, attempt: SubmittedForm): Promise<Registration> {
  const { altcha, visitorLimits } = deps
  if (altcha !== undefined && !(await altcha.isSolved(attempt.altcha, attempt.submitToken)))
    visitorLimits.unprovenForm(attempt.from)
  try {
    return await redeemKey(deps, attempt)
  } catch (error) {
    if (!(error instanceof FormError)) throw error
    const { from, keyUid } = attempt
    const waitSeconds = visitorLimits.failedForm(from, keyUid)
    for (const what of ['login', 'email'] as const) {
      const usersId = error.problems[what]?.account?.usersId
      if (usersId !== undefined)
        visitorLimits.takenAccount(from, { keyUid, reason: `${what}-taken`, usersId })
    }
    if (waitSeconds === undefined) throw error
    const reason = `${error.message}, after too many others from one address`
    throw new TooManyRequests(waitSeconds, reason, withoutOthers(error.problems))
  }
}

/** What is said of the form itself, and nothing about other people. */
const withoutOthers = (problems: FieldProblems): FieldProblems =>
  Object.fromEntries(Object.entries(problems).filter(([, { code }]) => !aboutOthers.has(code)))

const aboutOthers = new Set<Problem['code']>([
  'login-taken',
  'locked-login-taken',
  'email-taken',
  'email-held',
  'email-not-invited',
  'not-unique',
])
