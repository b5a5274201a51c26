import { hash } from 'node:crypto'
import type { Clock } from '../shared/clock'
import type { Random } from '../shared/random'
import type { Origin } from './events-store'

/** Tells who has been here today, from who has not. Nothing that names a person is kept, nor written anywhere. */
export interface Visitors {
  /** Whether this is the first time today that this visitor does `what`. */
  isNew(what: string, visitor: Origin): boolean
}

const dayMs = 86_400_000
/** About ten megabytes; beyond it the longest forgotten may count twice. */
const remembered = 50_000

export function createVisitors(clock: Clock, random: Random, most = remembered): Visitors {
  // Without it a short list of addresses would tell who is meant.
  const salt = random.bytes(16).toString('hex')
  const seen = new Set<string>()
  let today = 0

  return {
    isNew: (what, { ip, userAgent }) => {
      const day = Math.floor(clock.now().getTime() / dayMs)
      if (day !== today) seen.clear()
      today = day
      const mark = hash('sha256', [salt, what, ip, userAgent].join('\n'), 'base64').slice(0, 22)
      if (seen.has(mark)) return false
      seen.add(mark)
      const [oldest] = seen
      if (seen.size > most && oldest !== undefined) seen.delete(oldest)
      return true
    },
  }
}
