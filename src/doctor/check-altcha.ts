import type { Context } from '../context'
import { solveChallenge } from '../shared/altcha'
import { newUid } from '../shared/random'
import { fail, type Finding, ok, warn } from './finding'

/** Longer than this a telephone would keep people waiting. */
const longMs = 2_000

/** Makes a challenge, solves it as a browser does, and answers twice: once is right, and twice is not. */
export async function checkAltcha(context: Context): Promise<Finding> {
  const { altcha } = context
  if (altcha === undefined) return ok('no proof of work is asked for (ALTCHA=off)')
  const form = newUid(context)
  const startedAt = performance.now()
  const answer = solveChallenge(altcha.challengeFor(form))
  const ms = Math.round(performance.now() - startedAt)
  if (!(await altcha.isSolved(answer, form)))
    return fail(
      'a right answer is refused: nobody’s proof of work is accepted; set ALTCHA=off until this is found out',
    )
  if (await altcha.isSolved(answer, form))
    return fail(
      'an answer is accepted twice: the counters (table rate_limits, or Redis) do not hold what is written',
    )
  if (ms > longMs)
    return warn(`solving a challenge took ${ms} ms here, and telephones are slower: lower ALTCHA_COST`)
  return ok(`a challenge was solved in ${ms} ms, and its answer accepted once`)
}
