import { z } from 'zod'
import { change, type Db, select } from '../shared/db'
import { keyStates } from './key'

const Count = z.object({ n: z.number() })

/**
 * Counts keys that are being made, and says how many it are on that day with them. The row stays locked until the end
 * of the transaction, and what is rolled back was never counted.
 *
 * @param day `2026-11-21`
 */
export async function countUpMade(trx: Db, usersId: number, day: string, made: number): Promise<number> {
  // From left to right: the number of another day is forgotten before the day is.
  await change(
    trx,
    `INSERT INTO key_quotas (users_id, day, n) VALUES (?, ?, ?)
     ON DUPLICATE KEY UPDATE n = IF(day = VALUES(day), n, 0) + VALUES(n), day = VALUES(day)`,
    [usersId, day, made],
  )
  const [row] = await select(trx, Count, 'SELECT n FROM key_quotas WHERE users_id = ?', [usersId])
  return row?.n ?? 0
}

/** Those that people can still use, now or later, and nobody has. */
const waiting = (['not-yet-valid', 'usable'] as const).map((state) => keyStates.indexOf(state) + 1)

/** How many keys of somebody wait for their first use, as far as it matters. */
export async function countPending(
  trx: Db,
  usersId: number,
  { now, atMost }: { now: Date; atMost: number },
): Promise<number> {
  const [row] = await select(
    trx,
    Count,
    `SELECT COUNT(*) AS n FROM (
       SELECT 1 FROM registration_keys FORCE INDEX (registration_keys_by_issuer_and_state)
       WHERE issuer_users_id = ? AND state IN (${waiting.join()}) AND uses_completed = 0 AND uses_held = 0
         AND (expires_at IS NULL OR expires_at > ?) LIMIT ?) AS found`,
    [usersId, now, atMost + 1],
  )
  return row?.n ?? 0
}
