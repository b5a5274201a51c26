import { z } from 'zod'
import { change, type Db, select } from '../shared/db'

const keysAtOnce = 500
const roundsAtMost = 4

/**
 * Lets the keys that have begun or ended since they were last looked at stand where they now belong, so that an index
 * finds them there. Nothing but the listing depends on it: a key is usable or not by its own columns.
 *
 * @returns whether all are settled; after a large batch has ended it takes several calls
 */
export async function settleKeys(db: Db, now: Date): Promise<boolean> {
  for (let round = 0; round < roundsAtMost; round += 1) {
    const uids = await findUnsettled(db, now)
    if (uids.length === 0) return true
    // In the order of the primary key, so that two who settle the same keys do not wait for each other in a circle.
    await change(
      db,
      `UPDATE registration_keys SET settled_at = ?
       WHERE uid IN (${uids.map(() => '?').join()}) AND next_change_at <= ? ORDER BY uid`,
      [now, ...uids, now],
    )
    if (uids.length < keysAtOnce) return true
  }
  return false
}

async function findUnsettled(db: Db, now: Date): Promise<Buffer[]> {
  const rows = await select(
    db,
    z.object({ uid: z.instanceof(Buffer) }),
    'SELECT uid FROM registration_keys WHERE next_change_at <= ? ORDER BY next_change_at LIMIT ?',
    [now, keysAtOnce],
  )
  return rows.map(({ uid }) => uid)
}
