import { z } from 'zod'
import type { WaitingState } from '../keys'
import { type Db, select, uidToBytes } from '../shared/db'

/** What a mail about a registration has to know of it; the rest is asked of GLPI. */
export interface ToldRegistration {
  /** In `glpi_users`. */
  usersId: number
  completedAt: Date
}

const Completed = z
  .object({ users_id: z.number(), completed_at: z.date() })
  .transform((row): ToldRegistration => ({ usersId: row.users_id, completedAt: row.completed_at }))

/** A registration that has become an account; undefined while it has not. */
export async function findCompleted(db: Db, uid: string): Promise<ToldRegistration | undefined> {
  const [row] = await select(
    db,
    Completed,
    `SELECT users_id, completed_at FROM registrations
     WHERE uid = ? AND state = 'completed' AND users_id IS NOT NULL`,
    [uidToBytes(uid)],
  )
  return row
}

/** Until when a registration waits for this; undefined when it does not, or no longer. */
export async function findHoldEnd(
  db: Db,
  uid: string,
  state: WaitingState,
  now: Date,
): Promise<Date | undefined> {
  const [row] = await select(
    db,
    z.object({ hold_until: z.date() }),
    'SELECT hold_until FROM registrations WHERE uid = ? AND state = ? AND hold_until > ?',
    [uidToBytes(uid), state, now],
  )
  return row?.hold_until
}
