import { recordEvents } from '../audit'
import type { Clock } from '../shared/clock'
import { type Db, inTransaction } from '../shared/db'
import type { Random } from '../shared/random'
import { listEndedKeys, moveEndMark, readEndMark } from './recorded-ends-store'

/** A transaction that gave a key an end when that was still to come has committed by then. */
const settledMs = 60_000
const keysAtOnce = 500

/**
 * Records that keys have expired, once for each end: those that nobody had revoked, and that had places left. Whoever
 * renews a key before anybody looked has kept it from expiring.
 *
 * @returns how many did
 */
export async function recordEndedKeys(
  deps: { db: Db; clock: Clock; random: Random },
  stop?: AbortSignal,
): Promise<number> {
  let recorded = 0
  while (stop?.aborted !== true) {
    const upTo = new Date(deps.clock.now().getTime() - settledMs)
    const mark = await readEndMark(deps.db, upTo)
    const ended = await listEndedKeys(deps.db, mark, { upTo, limit: keysAtOnce })
    const last = ended.at(-1)
    if (last === undefined) break
    const expired = ended.filter(({ wasOver }) => !wasOver)
    const isOurs = await inTransaction(deps.db, async (trx) => {
      if (!(await moveEndMark(trx, mark, last))) return false
      await recordEvents(
        trx,
        deps,
        expired.map(({ uid, expiresAt }) => ({
          kind: 'key.expired' as const,
          actor: { kind: 'system' as const },
          keyUid: uid,
          details: { endedAt: expiresAt.toISOString() },
        })),
      )
      return true
    })
    if (!isOurs) break // somebody else is at it
    recorded += expired.length
    if (ended.length < keysAtOnce) break
  }
  return recorded
}
