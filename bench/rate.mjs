import { setTimeout as pause } from 'node:timers/promises'

/** Long enough for the lanes to fill and the compiler to settle; what happens in it is not counted. */
export const warmUpSeconds = 0.5

/**
 * How often `work` is done per second while `lanes` of it are always under way. Only what ends inside the window
 * counts: the lanes fill before it and empty after it.
 */
export async function measureRate(work, { lanes, seconds }) {
  const from = performance.now() + warmUpSeconds * 1000
  const until = from + seconds * 1000
  let done = 0

  async function lane() {
    while (performance.now() < until) {
      await work()
      const now = performance.now()
      if (now >= from && now < until) done += 1
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return done / seconds
}

/** Does something `count` times, a few at once. */
export async function repeat(count, lanes, work) {
  let left = count
  const results = []
  async function lane() {
    while (left > 0) {
      left -= 1
      results.push(await work())
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return results
}

/** Lets both servers and the kernel finish what the round before left them. */
export const breathe = () => pause(300)

/** The one in the middle; we always have an odd number. */
export const median = (numbers) =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)]
