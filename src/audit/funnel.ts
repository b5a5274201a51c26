import type { Clock } from '../shared/clock'
import { type Db, inTransaction } from '../shared/db'
import { AppError, FormError } from '../shared/errors'
import type { Logger } from '../shared/log'
import type { Random } from '../shared/random'
import type { Origin } from './events-store'
import { addToFunnel, type FunnelCount, type FunnelStep } from './funnel-store'
import { isLinkPreviewer } from './previewers'
import { createVisitors } from './visitors'

/** Counts how far people get with each key. Counting costs no query: what has gathered is written now and then. */
export interface Funnel {
  /** Somebody looks: counted once a day for each visitor, and not at all for a program that previews links. */
  look(keyUid: string, step: 'opened' | 'started', visitor: Visitor): void
  /** A form was sent. */
  sent(keyUid: string): void
  /** It was refused, by a failure we foresaw. */
  refused(keyUid: string, error: unknown): void
  /** Writes what has gathered; what cannot be written is kept for the next time. */
  flush(): Promise<void>
  /** Writes what has gathered for the last time. */
  close(): Promise<void>
}

export interface Visitor extends Origin {
  /** HEAD only asks whether there is something to look at. */
  method: string
}

interface FunnelDeps {
  db: Db
  clock: Clock
  random: Random
  log: Logger
}

const flushEveryMs = 2_000
/** Different counters that wait; while the database is away for long, further ones are lost rather than the server. */
const mostWaiting = 20_000

export function createFunnel(deps: FunnelDeps, { everyMs = flushEveryMs, most = mostWaiting } = {}): Funnel {
  const visitors = createVisitors(deps.clock, deps.random)
  const waiting = new Map<string, FunnelCount>()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()
  let isClosed = false

  function add(count: FunnelCount): void {
    const name = `${count.keyUid} ${count.step} ${count.reason}`
    const known = waiting.get(name)
    if (known !== undefined) known.n += count.n
    else if (waiting.size < most) waiting.set(name, { ...count })
  }

  function schedule(): void {
    if (isClosed || timer !== undefined) return
    timer = setTimeout(() => void flush(), everyMs)
    timer.unref() // counters must not keep a process alive: `close` writes them
  }

  async function write(): Promise<void> {
    const counts = Array.from(waiting.values())
    if (counts.length === 0) return
    waiting.clear()
    try {
      await inTransaction(deps.db, (trx) => addToFunnel(trx, counts, deps.clock.now()))
    } catch (error) {
      counts.forEach(add)
      deps.log.warn({ err: error, counters: counts.length }, 'the counters of keys could not be written yet')
      schedule()
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(write)
    return writing
  }

  function count(keyUid: string, step: FunnelStep, reason = ''): void {
    add({ keyUid, step, reason, n: 1 })
    schedule()
  }

  return {
    look: (keyUid, step, { method, ...visitor }) => {
      if (method === 'HEAD' || isLinkPreviewer(visitor.userAgent)) return
      if (visitors.isNew(`${step} ${keyUid}`, visitor)) count(keyUid, step)
    },
    sent: (keyUid) => count(keyUid, 'sent'),
    refused: (keyUid, error) => {
      if (!(error instanceof AppError)) return
      count(keyUid, 'refused')
      for (const reason of reasonsOf(error)) count(keyUid, 'refused', reason)
    },
    flush,
    close: () => {
      isClosed = true
      return flush()
    },
  }
}

/** The problems of the fields, each once, or the reason why there is no account for anybody. */
function reasonsOf(error: AppError): Iterable<string> {
  if (!(error instanceof FormError)) return [error.code]
  return new Set(Object.values(error.problems).map(({ code }) => code))
}
