import type { EventActor } from '../audit'
import type { EntityScope, Issuer } from '../glpi'
import { AppError, FormError } from '../shared/errors'
import type { Registration } from './registrations-store'

/** Whoever decides on registrations. That they may change keys at all is for the door to check. */
export interface Decider {
  actor: EventActor
  /** In whose name they would make a key now: nobody approves what they could not give. */
  issuer: Issuer
  /** What they look after. */
  scope: EntityScope
}

/** Why a registration cannot be approved now. Only `not-waiting` is for good. */
export const decisionProblems = [
  'not-waiting',
  'login-taken',
  'email-taken',
  'not-unique',
  'key-paused',
  'redemption-stopped',
  /** Who answers for the key may not give it any more. */
  'issuer',
  /** Who approves may not give it. */
  'approver',
  /** What the key gives is not in GLPI any more, or not allowed. */
  'grant',
  'account-dates',
] as const
export type DecisionProblem = (typeof decisionProblems)[number]

/** The registration stays as it is. */
export class DecisionRefused extends AppError {
  constructor(
    readonly problem: DecisionProblem,
    reason: string,
    options?: ErrorOptions,
  ) {
    super('DECISION_REFUSED', reason, options)
  }
}

export const notWaiting = ({ uid, state }: Registration): DecisionRefused =>
  new DecisionRefused(
    'not-waiting',
    `registration ${uid} does not wait for a decision: it is ${state}${state === 'awaiting-confirmation' ? ', its address has to be confirmed first' : ''}`,
  )

const advice: Record<Exclude<DecisionProblem, 'not-waiting'>, string> = {
  'login-taken': 'somebody else has this login now: rename that account in GLPI, or reject the registration',
  'email-taken': 'an account in GLPI has this address now: if it is theirs, reject the registration',
  'not-unique': "GLPI's rules of uniqueness refuse it: somebody has the same already",
  'key-paused': 'its key is paused: resume it first',
  'redemption-stopped': 'nobody can register on this instance now: turn the kill switch off first',
  issuer: 'who answers for its key may not give this any more: transfer the key to somebody who may',
  approver: 'you may not give what its key gives: leave it to somebody who may',
  grant:
    'what its key gives is not in GLPI any more, or not allowed: reject the registration, and make another key',
  'account-dates': 'the account would have ended already, or end beyond what GLPI can hold',
}

/** What to do about it. */
export const adviceOn = (problem: DecisionProblem): string =>
  problem === 'not-waiting' ? 'it does not wait for a decision (any more)' : advice[problem]

const problemOf: Partial<Record<AppError['code'], DecisionProblem>> = {
  KEY_PAUSED: 'key-paused',
  REDEMPTION_STOPPED: 'redemption-stopped',
  KEY_ISSUER_REFUSED: 'issuer',
  KEY_GRANT_REFUSED: 'grant',
  ACCOUNT_END_PAST: 'account-dates',
  ACCOUNT_END_TOO_LATE: 'account-dates',
}

/** Says what is in the way, for what an administrator can do something about; other errors stay as they are. */
export function refusalOf(error: unknown, uid: string): unknown {
  if (!(error instanceof AppError) || error instanceof DecisionRefused) return error
  const problem = error instanceof FormError ? conflictOf(error) : problemOf[error.code]
  if (problem === undefined || problem === 'not-waiting') return error
  const reason = `registration ${uid} cannot be approved: ${advice[problem]} (${error.message})`
  return new DecisionRefused(problem, reason, { cause: error })
}

function conflictOf({ problems }: FormError): DecisionProblem {
  if (Object.values(problems).some(({ code }) => code === 'not-unique')) return 'not-unique'
  return problems.email === undefined ? 'login-taken' : 'email-taken'
}

/** For the record: somebody in GLPI, or undefined for the server itself. */
export const deciderId = ({ actor }: Decider): number | undefined =>
  actor.kind === 'user' ? actor.usersId : undefined
