import { hash } from 'node:crypto'
import type { Clock } from '../shared/clock'
import type { Random } from '../shared/random'

const dayMs = 86_400_000

/**
 * Names for network addresses by which the lines of one visitor are seen to belong together, and nobody can be found:
 * a log is kept by others, for as long as they like. The salt is in this process's memory alone, and new every day.
 */
export function createVisitorMarks({
  clock,
  random,
}: {
  clock: Clock
  random: Random
}): (address: string) => string {
  let day: number | undefined
  let salt = ''

  return (address) => {
    const today = Math.floor(clock.now().getTime() / dayMs)
    if (today !== day) salt = random.bytes(16).toString('hex')
    day = today
    return hash('sha256', `${salt} ${address}`, 'hex').slice(0, 8)
  }
}
