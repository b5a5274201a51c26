import { type Db, inTransaction } from '../shared/db'
import { AppError, InputInvalid, type InputProblem } from '../shared/errors'
import type { Code } from './code'
import type { NewKey } from './create-key'
import type { CreateKeyDeps, KeyTerms, Maker } from './make-keys'
import {
  createPreparer,
  judgePrepared,
  makePrepared,
  type PreparedKey,
  termsOf,
  type ToMake,
} from './prepared-keys'
import type { Understood } from './understand-key'

/** In the order asked for. */
export interface CreatedKeys {
  batchUid: string | undefined
  keys: readonly { uid: string; code: Code }[]
}

/**
 * Makes keys that may differ in everything: all of them or none. What stands against them is told of all of them at
 * once, each under its number: `/17/expiresAt`.
 *
 * @param batch what they are called together, no longer than a label; undefined: each is by itself
 * @throws {InputInvalid}
 * @throws {PolicyExceeded} or {SendingLimited} when there is no room for so many
 */
export async function createKeyList(
  deps: CreateKeyDeps,
  by: Maker,
  asked: readonly Understood[],
  batch: string | undefined,
): Promise<CreatedKeys> {
  const side = await deps.glpi.side()
  const now = deps.clock.now()
  const prepare = createPreparer(deps, side, now)
  const shared = createSharing()
  const prepared = allOrProblems(asked, (one) => {
    if ('problems' in one) throw new InputInvalid(one.problems)
    const { label, addresses, fields, send = false, ...terms } = one.key
    return prepare(shared({ ...terms, label: '', addresses: [] }), { label, addresses, fields }, send)
  })
  return inTransaction(deps.db, async (trx: Db) => {
    const verdicts = await judgePrepared(trx, side, by, prepared, now)
    const toMake = allOrProblems(prepared, (key) => judged(key, verdicts.get(key)))
    return makePrepared(trx, deps, by, toMake, { batch, now })
  })
}

/** Keys that ask for the same have it in common, and are looked at together. */
function createSharing(): (key: NewKey) => KeyTerms {
  const known = new Map<string, KeyTerms>()
  return (key) => {
    const name = JSON.stringify(key)
    const terms = known.get(name) ?? termsOf(key)
    known.set(name, terms)
    return terms
  }
}

function judged(key: PreparedKey, verdict: AppError | { needsProof: boolean } | undefined): ToMake {
  if (verdict instanceof AppError) throw verdict
  if (verdict === undefined) throw new Error('a key was not judged')
  return { key, needsProof: verdict.needsProof }
}

/** @throws {InputInvalid} with what was thrown for any of them */
function allOrProblems<One, Made>(list: readonly One[], make: (one: One) => Made): Made[] {
  const problems: InputProblem[] = []
  const made = list.flatMap((one, index) => {
    try {
      return [make(one)]
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      problems.push(
        ...problemsOf(error).map(({ pointer, reason }) => ({ pointer: `/${index}${pointer}`, reason })),
      )
      return []
    }
  })
  if (problems.length > 0) throw new InputInvalid(problems)
  return made
}

const problemsOf = (error: AppError): readonly InputProblem[] =>
  error instanceof InputInvalid ? error.problems : [{ pointer: error.pointer ?? '', reason: error.message }]
