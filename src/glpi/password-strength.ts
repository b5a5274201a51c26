import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

/** The estimator's time grows with the square of the length; what is strong in 64 characters is strong. */
const estimatedLength = 64
const enough = 3
/** Ways of undoing "l33t" that are tried on each word. The library's 100 cost up to 12 ms a password, 5 less than one. */
const substitutions = 5

let estimator: ZxcvbnFactory | undefined

/**
 * Whether guessing the password would take an attacker with the stored hash more than 10^8 guesses: a score of 3 of 4.
 * What the person typed beside it (name, address, login) counts as known to the attacker.
 */
export function isStrongPassword(password: string, context: readonly string[]): boolean {
  estimator ??= new ZxcvbnFactory({
    graphs: adjacencyGraphs,
    dictionary,
    l33tMaxSubstitutions: substitutions,
  })
  const known = context
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .filter((text) => text.length > 2)
  return estimator.check(password.slice(0, estimatedLength), known).score >= enough
}
