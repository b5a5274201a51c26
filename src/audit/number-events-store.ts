import { z } from 'zod'
import { change, type Db, inTransaction, select } from '../shared/db'

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
    const given = await inTransaction(db, (trx) => giveNext(trx, after))
    if (given === undefined) {
      races += 1
      continue
    }
    const last = given.at(-1)
    if (last === undefined || given.length < batchSize) return true
    numbered += given.length
    after = last
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
  await inTransaction(db, (trx) =>
    change(trx, 'INSERT IGNORE INTO event_numbering (id, position) VALUES (1, 0)'),
  )
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

/**
 * In one transaction, and so on one node of a cluster: another may know the counter and not yet the events, or the other
 * way round. The counter is written first: of two who number the same events one finds it moved on, on Galera when it
 * commits.
 *
 * @returns the events that have a position now; undefined when somebody else has moved the counter on
 */
async function giveNext(trx: Db, after: Buffer): Promise<readonly Buffer[] | undefined> {
  const { position } = await readNumbering(trx) // before the events are: what is numbered meanwhile moves it on
  const uids = await findUnnumbered(trx, after)
  if (uids.length === 0) return uids
  const counter = await change(trx, 'UPDATE event_numbering SET position = ? WHERE id = 1 AND position = ?', [
    position + uids.length,
    position,
  ])
  if (counter.affectedRows === 0) return undefined
  const marks = uids.map(() => '?').join()
  // By the primary key: on its way through the index of those without one it would wait for what is not committed.
  const events = await change(
    trx,
    `UPDATE audit_events FORCE INDEX (PRIMARY) SET position = ? + FIELD(uid, ${marks})
     WHERE uid IN (${marks}) AND position IS NULL`,
    [position, ...uids, ...uids],
  )
  if (events.affectedRows !== uids.length) throw new Error('events were numbered past the counter')
  return uids
}
