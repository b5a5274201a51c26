import type { Clock } from './clock'
import type { Logger } from './log'

/** How often something may be done. 0 points: as often as anybody likes. */
export interface Limit {
  name: string
  /** `window`: so many within a time that the first one opens. `drip`: so many at once, then one each time. */
  kind: 'window' | 'drip'
  points: number
  ms: number
}

/** What was counted of one limit for one subject, and when all of it is over. */
export interface Sum {
  n: number
  /** Milliseconds since 1970. Of a drip: when as many may be had at once as at the beginning. */
  until: number
}

/** Where several servers add up what they counted. */
export interface TallyStore {
  /** Adds each to what is there. @returns the new sums, in the same order; undefined where there is none any more */
  add(
    counts: readonly { limit: Limit; subject: string; sum: Sum }[],
    now: number,
  ): Promise<(Sum | undefined)[]>
  /** Whether nobody has claimed this before, until then. */
  claim(name: string, subject: string, until: number, now: number): Promise<boolean>
}

/**
 * Counts by subject, in memory: asking and counting cost no query. What has gathered is added to the other servers'
 * counts now and then, and theirs come back with it, so that together they let through a little more than one would.
 */
export interface Tallies {
  /** For how many milliseconds there is no room; undefined while there is. */
  fullFor(limit: Limit, subject: string): number | undefined
  add(limit: Limit, subject: string): void
  /** What a window still has room for, and when it is over. */
  standing(limit: Limit, subject: string): { left: number; resetsInMs: number }
  /** Whether this is the first time until then, on all servers. */
  isFirst(name: string, subject: string, until: Date): Promise<boolean>
  /** Adds up with the others what has gathered. */
  flush(): Promise<void>
  close(): Promise<void>
}

interface Tally extends Sum {
  limit: Limit
  subject: string
  /** Counted since the last time it was added up. */
  unsent: number
}

const flushEveryMs = 1_000
/** Subjects counted at once, a few megabytes; beyond it the one that was met first starts anew. */
const mostSubjects = 10_000

export function createTallies(
  { clock, log, store }: { clock: Clock; log: Logger; store: TallyStore },
  { everyMs = flushEveryMs, most = mostSubjects } = {},
): Tallies {
  const tallies = new Map<string, Tally>()
  let timer: NodeJS.Timeout | undefined
  let sending: Promise<void> = Promise.resolve()
  let isClosed = false
  const now = () => clock.now().getTime()

  function current(limit: Limit, subject: string): Tally | undefined {
    const tally = tallies.get(nameOf(limit, subject))
    return tally !== undefined && tally.until > now() ? tally : undefined
  }

  function open(limit: Limit, subject: string): Tally {
    const name = nameOf(limit, subject)
    tallies.delete(name) // so that it comes after those that were met before
    const [oldest] = tallies.keys()
    if (tallies.size >= most && oldest !== undefined) tallies.delete(oldest)
    const at = now()
    const tally = { limit, subject, n: 0, unsent: 0, until: limit.kind === 'window' ? at + limit.ms : at }
    tallies.set(name, tally)
    return tally
  }

  function schedule(): void {
    if (isClosed || timer !== undefined) return
    timer = setTimeout(() => void flush(), everyMs)
    timer.unref() // counts must not keep a process alive
  }

  async function send(): Promise<void> {
    const due = Array.from(tallies.values()).filter((tally) => isWorthSharing(tally) && tally.until > now())
    if (due.length === 0) return
    const counts = due.map((tally) => ({ tally, n: tally.unsent }))
    for (const { tally } of counts) tally.unsent = 0
    try {
      const at = now()
      const sums = await store.add(
        counts.map(({ tally, n }) => sent(tally, n, at)),
        at,
      )
      counts.forEach(({ tally }, index) => adopt(tally, sums[index]))
    } catch (error) {
      for (const { tally, n } of counts) tally.unsent += n
      log.warn({ err: error, counters: counts.length }, 'what was counted could not be shared yet')
      schedule()
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    sending = sending.then(send)
    return sending
  }

  return {
    fullFor: (limit, subject) => {
      if (limit.points === 0) return undefined
      const tally = current(limit, subject)
      return tally === undefined ? undefined : waitOf(tally, now())
    },
    add: (limit, subject) => {
      if (limit.points === 0) return
      const tally = current(limit, subject) ?? open(limit, subject)
      tally.n += 1
      tally.unsent += 1
      if (limit.kind === 'drip') tally.until += limit.ms
      if (isWorthSharing(tally)) schedule()
    },
    standing: (limit, subject) => {
      const tally = current(limit, subject)
      if (tally === undefined) return { left: limit.points, resetsInMs: limit.ms }
      return { left: Math.max(0, limit.points - tally.n), resetsInMs: tally.until - now() }
    },
    isFirst: (name, subject, until) => store.claim(name, subject, until.getTime(), now()),
    flush,
    close: () => {
      isClosed = true
      return flush()
    },
  }
}

const nameOf = (limit: Limit, subject: string): string => `${limit.name} ${subject}`

/** Most subjects are people who do something once or twice: of them nobody else needs to hear. */
const isWorthSharing = ({ n, unsent, limit }: Tally): boolean => unsent > 0 && n > limit.points / 10

function waitOf({ limit, n, until }: Tally, now: number): number | undefined {
  if (limit.kind === 'window') return n >= limit.points ? until - now : undefined
  const wait = until - now - (limit.points - 1) * limit.ms
  return wait > 0 ? wait : undefined
}

const sent = ({ limit, subject, until }: Tally, n: number, now: number) => ({
  limit,
  subject,
  sum: { n, until: limit.kind === 'window' ? until : now + n * limit.ms },
})

/** What came back, and what was counted while it was under way. */
function adopt(tally: Tally, sum: Sum | undefined): void {
  if (sum === undefined) return
  tally.n = sum.n + tally.unsent
  tally.until = tally.limit.kind === 'window' ? sum.until : sum.until + tally.unsent * tally.limit.ms
}
