import { AppError } from '../shared/errors'
import { adviceOn, type DecisionProblem, DecisionRefused } from './decision'

/** What came of a decision on one of several registrations. */
export interface DecidedRegistration {
  uid: string
  /** Why it stayed as it was; `not-found` is also what lies outside of what somebody looks after. */
  problem: DecisionProblem | 'not-found' | null
}

/** What is decided at once. */
export const decidedAtMost = 50

/** One after another: what is in the way of one is not in the way of the others. */
export async function decideOnSeveral(
  uids: readonly string[],
  decide: (uid: string) => Promise<unknown>,
): Promise<DecidedRegistration[]> {
  const decided: DecidedRegistration[] = []
  for (const uid of new Set(uids)) {
    try {
      await decide(uid)
      decided.push({ uid, problem: null })
    } catch (error) {
      decided.push({ uid, problem: problemOf(error) })
    }
  }
  return decided
}

/** @throws whatever concerns more than this one */
function problemOf(error: unknown): DecisionProblem | 'not-found' {
  if (error instanceof DecisionRefused) return error.problem
  if (error instanceof AppError && error.code === 'NOT_FOUND') return 'not-found'
  throw error
}

/** What to do about it, in a sentence. */
export const adviceOnDecision = (problem: DecisionProblem | 'not-found'): string =>
  problem === 'not-found'
    ? 'there is no such registration, or it is not yours to decide on'
    : adviceOn(problem)
