import { AppError } from '../shared/errors'

const dayMs = 86_400_000

export interface TokenPolicy {
  /** A token works so long at most. */
  tokenMaxLifetimeMs: number
}

const defaultLifeMs = 90 * dayMs

/** How long a token is for when nobody says: three months, or less where the policy has less. */
export const usualLifeMs = ({ tokenMaxLifetimeMs }: TokenPolicy): number =>
  Math.min(defaultLifeMs, tokenMaxLifetimeMs)

/** @throws {AppError} POLICY_EXCEEDED */
export function ensureLifeWithinPolicy({ tokenMaxLifetimeMs }: TokenPolicy, lifeMs: number): void {
  if (lifeMs <= tokenMaxLifetimeMs) return
  const days = Math.floor(tokenMaxLifetimeMs / dayMs)
  throw new AppError('POLICY_EXCEEDED', `a token is for ${days} days at most (TOKEN_MAX_LIFETIME)`)
}
