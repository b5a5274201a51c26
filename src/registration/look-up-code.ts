import type { Origin } from '../audit'
import { checkReadCode, type FindKey, type Home, readCode, type RegistrationKey } from '../keys'
import type { Code } from '../keys'
import type { Clock } from '../shared/clock'
import { AppError } from '../shared/errors'
import { readConfirmation } from './find-hold'
import type { VisitorLimits } from './visitor-limits'
import type { Db } from '../shared/db'

export interface LookUpCodeDeps {
  clock: Clock
  home: Home
  findKey: FindKey
  visitorLimits: VisitorLimits
}

/**
 * The key that a text from outside opens.
 *
 * @throws {AppError} with a RefusalCode
 * @throws {TooManyRequests}
 */
export async function lookUpCode(
  deps: LookUpCodeDeps,
  typed: string,
  from: Origin,
): Promise<{ code: Code; key: RegistrationKey }> {
  return countingWrong(deps, from, async () => {
    const code = readCode(deps.home, typed) // without a query, so that a typing error is no look-up
    deps.visitorLimits.lookUp(from)
    return checkReadCode(deps, code)
  })
}

/**
 * The registration that the secret of a mailed link confirms.
 *
 * @throws {AppError} CONFIRMATION_UNKNOWN
 * @throws {TooManyRequests}
 */
export async function lookUpConfirmation(
  deps: { db: Db; visitorLimits: VisitorLimits },
  secret: string,
  from: Origin,
): ReturnType<typeof readConfirmation> {
  return countingWrong(deps, from, async () => {
    deps.visitorLimits.lookUp(from)
    return readConfirmation(deps.db, secret)
  })
}

/** What names another helpdesk is a link that went astray, and not a guess. */
const wrong = ['KEY_MALFORMED', 'KEY_UNKNOWN', 'CONFIRMATION_UNKNOWN']

/** @throws {TooManyRequests} in place of the reason, after too many that were wrong */
export async function countingWrong<T>(
  { visitorLimits }: { visitorLimits: VisitorLimits },
  from: Origin,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError && wrong.includes(error.code)) visitorLimits.wrongCode(from)
    throw error
  }
}
