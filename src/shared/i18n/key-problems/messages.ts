import type { KeyProblem } from '../../key-problems'

/** Why a key would be refused, for whoever can mend it. */
export interface KeyProblemMessages {
  /** Beside the key in a list. */
  short: string
  /** Sentences. */
  reason: string
  mend: string
}

export type KeyProblemWords = Readonly<Record<KeyProblem, KeyProblemMessages>>
