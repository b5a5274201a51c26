import type { Response } from 'express'
import { TooManyRequests } from '../shared/errors'
import type { Limit, Tallies } from '../shared/tallies'

const windowMs = 60_000

/**
 * Counts a call of a token, and says in every answer what is left (draft-ietf-httpapi-ratelimit-headers).
 *
 * @throws {TooManyRequests}
 */
export function limitCalls(
  tallies: Tallies,
  { perMinute, tokenUid }: { perMinute: number; tokenUid: string },
  res: Response,
): void {
  if (perMinute === 0) return
  const limit: Limit = { name: 'api-calls', kind: 'window', points: perMinute, ms: windowMs }
  const wait = tallies.fullFor(limit, tokenUid)
  if (wait === undefined) tallies.add(limit, tokenUid)
  const { left, resetsInMs } = tallies.standing(limit, tokenUid)
  const seconds = Math.max(1, Math.ceil(resetsInMs / 1_000))
  res.set('RateLimit-Policy', `"calls";q=${perMinute};w=${windowMs / 1_000}`)
  res.set('RateLimit', `"calls";r=${left};t=${seconds}`)
  if (wait !== undefined)
    throw new TooManyRequests(
      seconds,
      `a token makes at most ${perMinute} calls a minute: wait ${seconds} seconds`,
    )
}
