import { z } from 'zod'
import { change, type Db, inTransaction, retryTransient, select } from '../shared/db'

/** So many in one transaction: it lasts some ten milliseconds, and nobody but another who numbers waits for it. */
const batchSize = 500
/** Another who numbers is always ahead: what is left is theirs. */
const mostRaces = 5

/**
 * Gives committed events that have no position theirs, the oldest first, at most about `atMost`.
 *
 * Positions are given after the commit and by one at a time, so whoever reads up to a position has read all that will
 * ever stand before it. An id or a time cannot promise that: both are made before the commit, and a transaction that
 * takes long comes to light behind younger ones. Every reader may call this; nothing else changes the record.
 *
 * @returns whether all that were committed before the call have one
 */
export async function numberEvents(db: Db, { atMost = 100_000 } = {}): Promise<boolean> {
  let after: Buffer = Buffer.alloc(16)
  let races = 0
  for (let numbered = 0; numbered < atMost && races < mostRaces;) {
    const { position } = await readNumbering(db) // before the events are: what is numbered meanwhile moves it on
    const uids = await findUnnumbered(db, after)
    const last = uids.at(-1)
    if (last === undefined) return true
    if (await giveNext(db, position, uids)) {
      numbered += uids.length
      after = last
      if (uids.length < batchSize) return true
    } else races += 1
  }
  return false
}

/** Up to where positions are given. */
export async function readNumbering(db: Db): Promise<{ position: number }> {
  const [row] = await select(
    db,
    z.object({ position: z.coerce.number() }),
    'SELECT position FROM event_numbering WHERE id = 1',
  )
  if (row !== undefined) return row
  await retryTransient(() => change(db, 'INSERT IGNORE INTO event_numbering (id, position) VALUES (1, 0)'))
  return { position: 0 }
}

/** From the index alone. What was numbered just now still stands in it until the server tidies up: not read again. */
async function findUnnumbered(db: Db, after: Buffer): Promise<Buffer[]> {
  const rows = await select(
    db,
    z.object({ uid: z.instanceof(Buffer) }),
    `SELECT uid FROM audit_events FORCE INDEX (audit_events_by_position)
     WHERE position IS NULL AND uid > ? ORDER BY uid LIMIT ?`,
    [after, batchSize],
  )
  return rows.map(({ uid }) => uid)
}

/** The counter first: of two who number the same events one finds it moved on, on Galera when it commits. */
function giveNext(db: Db, position: number, uids: readonly Buffer[]): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const counter = await change(
      trx,
      'UPDATE event_numbering SET position = ? WHERE id = 1 AND position = ?',
      [position + uids.length, position],
    )
    if (counter.affectedRows === 0) return false
    const marks = uids.map(() => '?').join()
    // By the primary key: on its way through the index of those without one it would wait for what is not committed.
    const events = await change(
      trx,
      `UPDATE audit_events FORCE INDEX (PRIMARY) SET position = ? + FIELD(uid, ${marks})
       WHERE uid IN (${marks}) AND position IS NULL`,
      [position, ...uids, ...uids],
    )
    if (events.affectedRows !== uids.length) throw new Error('events were numbered past the counter')
    return true
  })
}
