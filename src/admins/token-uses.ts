import type { Db } from '../shared/db'
import { retryTransient } from '../shared/db'
import type { Logger } from '../shared/log'
import { putTokenUses, type TokenUse } from './token-uses-store'

/** Remembers when tokens were used. A call waits for nothing: what has gathered is written now and then. */
export interface TokenUses {
  note(tokenUid: string, use: { at: Date; ip: string }): void
  /** Writes what has gathered; what cannot be written is kept for the next time. */
  flush(): Promise<void>
  /** Writes what has gathered for the last time. */
  close(): Promise<void>
}

const flushEveryMs = 2_000
/** A token that is used all the time is written down once within it. */
const onceWithinMs = 60_000
/** Tokens remembered at once; beyond it the one that was met first may be written twice within the time. */
const mostTokens = 10_000

export function createTokenUses(
  { db, log }: { db: Db; log: Logger },
  { everyMs = flushEveryMs } = {},
): TokenUses {
  const notedAt = new Map<string, number>()
  const waiting = new Map<string, TokenUse>()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()
  let isClosed = false

  function schedule(): void {
    if (isClosed || timer !== undefined) return
    timer = setTimeout(() => void flush(), everyMs)
    timer.unref() // last uses must not keep a process alive: `close` writes them
  }

  async function write(): Promise<void> {
    const uses = Array.from(waiting.values())
    if (uses.length === 0) return
    waiting.clear()
    try {
      await retryTransient(() => putTokenUses(db, uses))
    } catch (error) {
      for (const use of uses) if (!waiting.has(use.tokenUid)) waiting.set(use.tokenUid, use)
      log.warn({ err: error, tokens: uses.length }, 'the last use of tokens could not be written yet')
      schedule()
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(write)
    return writing
  }

  return {
    note: (tokenUid, { at, ip }) => {
      const last = notedAt.get(tokenUid)
      if (last !== undefined && at.getTime() - last < onceWithinMs) return
      notedAt.delete(tokenUid) // so that it comes after those that were met before
      const [oldest] = notedAt.keys()
      if (notedAt.size >= mostTokens && oldest !== undefined) notedAt.delete(oldest)
      notedAt.set(tokenUid, at.getTime())
      waiting.set(tokenUid, { tokenUid, at, ip })
      schedule()
    },
    flush,
    close: () => {
      isClosed = true
      return flush()
    },
  }
}
