import { type EventActor, type Origin, recordEvent } from '../audit'
import type { Clock } from '../shared/clock'
import { change, type Db, inTransaction, select } from '../shared/db'
import type { Random } from '../shared/random'
import { z } from 'zod'

const stopped = 'redemption-stopped'

/** Since when nobody can register, or undefined while people can. */
export async function findRedemptionStop(db: Db): Promise<Date | undefined> {
  const [row] = await select(db, z.object({ since: z.date() }), 'SELECT since FROM switches WHERE name = ?', [
    stopped,
  ])
  return row?.since
}

/** The kill switch: every redemption is refused while it is on, and nothing is spent. Recorded when it changes. */
export async function setRedemptionStop(
  deps: { db: Db; clock: Clock; random: Random },
  actor: EventActor,
  stop: boolean,
  from?: Origin,
): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const { affectedRows } = stop
      ? await change(trx, 'INSERT IGNORE INTO switches (name, since) VALUES (?, ?)', [
          stopped,
          deps.clock.now(),
        ])
      : await change(trx, 'DELETE FROM switches WHERE name = ?', [stopped])
    if (affectedRows === 0) return
    await recordEvent(trx, deps, { kind: stop ? 'redemption.stopped' : 'redemption.resumed', actor, from })
  })
}
