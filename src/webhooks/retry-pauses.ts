import type { Random } from '../shared/random'

const secondMs = 1_000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs

/** Growing, for three days. */
const pausesMs = [
  10 * secondMs,
  minuteMs,
  5 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  5 * hourMs,
  10 * hourMs,
  14 * hourMs,
  18 * hourMs,
  22 * hourMs,
]
const longestWishMs = 24 * hourMs

/**
 * How long to wait after so many attempts; undefined: it has been tried often enough. A tenth more or less, so that
 * what failed together does not come back together; longer, where the receiver has asked for it.
 */
export function pauseAfter(
  attempts: number,
  random: Random,
  wishedMs: number | undefined,
): number | undefined {
  const pauseMs = pausesMs[attempts - 1]
  if (pauseMs === undefined) return undefined
  const share = 0.9 + (random.bytes(1)[0] ?? 0) / 1_275
  return Math.max(Math.round(pauseMs * share), Math.min(wishedMs ?? 0, longestWishMs))
}
