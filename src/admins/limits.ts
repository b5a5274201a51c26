/** So many failed attempts in so many seconds. */
export interface Limit {
  points: number
  seconds: number
}

/**
 * How often somebody may fail to sign in. Passwords of 12 characters would stand more; those that are older than that
 * rule may not. A success gives its own attempt back, so these count failures.
 */
export const limits = {
  /** One address, whatever the logins: an office behind one address has a bad morning, a list of logins does not fit. */
  address: { points: 50, seconds: 15 * 60 },
  /** One login from one address: more than a person tries before they ask for a new password. */
  loginFromAddress: { points: 10, seconds: 15 * 60 },
  /** One login from everywhere: for who has many addresses. At 30 an hour, a million guesses take four years. */
  login: { points: 30, seconds: 60 * 60 },
  /** One browser that has signed in as this person before: theirs alone, so that nobody can use it up for them. */
  device: { points: 10, seconds: 15 * 60 },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof limits
