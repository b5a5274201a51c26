import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import type { Problem } from '../shared/errors'
import { lookUpOnlyBeginnings } from './password-lists'
import { wordsTriedFirst } from './password-words'

/*
 * The browser runs this very file while one types (scripts/build-scripts.mjs), and the server again on what it is sent:
 * nothing here may need more than both have.
 */

/** The estimator's time grows with the square of the length; what is strong in 64 characters is strong. */
const estimatedLength = 64
/** It would take an attacker with the stored hash more than 10^8 guesses. */
const enough = 3
/** Ways of undoing "l33t" that are tried on each word. The library's 100 cost up to 12 ms a password, 5 less than one. */
const substitutions = 5

let estimator: ZxcvbnFactory | undefined

export interface PasswordStrength {
  /** From 0, guessed at once, to 4. */
  score: 0 | 1 | 2 | 3 | 4
  problem: Problem | undefined
}

function createEstimator(): ZxcvbnFactory {
  const made = new ZxcvbnFactory({
    graphs: adjacencyGraphs,
    dictionary: { ...dictionary, 'tried-first': [...wordsTriedFirst] },
    l33tMaxSubstitutions: substitutions,
  })
  lookUpOnlyBeginnings(made)
  return made
}

/** What the person typed beside it (name, address, login) counts as known to the attacker. */
export function estimatePassword(password: string, context: readonly string[]): PasswordStrength {
  estimator ??= createEstimator()
  const known = context
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .filter((text) => text.length > 2)
  const { score, sequence } = estimator.check(password.slice(0, estimatedLength), known)
  if (score >= enough) return { score, problem: undefined }
  // One match from end to end: it stands in a list of those that others chose, in capitals, backwards or in "l33t".
  const [whole, ...more] = sequence
  const isCommon = more.length === 0 && whole?.pattern === 'dictionary' && !isOwn(whole)
  return { score, problem: { code: isCommon ? 'password-common' : 'password-weak' } }
}

/** In the estimator's words, what the person typed elsewhere in the form. */
const isOwn = (match: object): boolean => 'dictionaryName' in match && match.dictionaryName === 'userInputs'

export const problemOfStrength = (password: string, context: readonly string[]): Problem | undefined =>
  estimatePassword(password, context).problem
