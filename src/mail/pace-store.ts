import { z } from 'zod'
import { change, type Db, retryTransient, select } from '../shared/db'

const name = 'smtp'
/** What was missed lately may be caught up with: else every late wake-up would lower the rate. */
const catchUpMs = 1_000

/**
 * Takes the next turn to send, for all workers together: turns are as far apart as the rate says.
 *
 * @returns 0 when it was taken, else in how many milliseconds there is one
 */
export async function takeTurn(db: Db, perMinute: number, now: Date): Promise<number> {
  const step = Math.ceil(60_000_000 / perMinute)
  const since = new Date(now.getTime() - catchUpMs)
  const { affectedRows } = await retryTransient(() =>
    change(
      db,
      `UPDATE mail_pace SET next_at = GREATEST(next_at, ?) + INTERVAL ? MICROSECOND WHERE name = ? AND next_at <= ?`,
      [since, step, name, now],
    ),
  )
  if (affectedRows === 1) return 0
  const [row] = await select(
    db,
    z.object({ next_at: z.date() }),
    'SELECT next_at FROM mail_pace WHERE name = ?',
    [name],
  )
  if (row !== undefined) return Math.max(1, row.next_at.getTime() - now.getTime())
  await change(db, 'INSERT IGNORE INTO mail_pace (name, next_at) VALUES (?, ?)', [name, now])
  return takeTurn(db, perMinute, now)
}
