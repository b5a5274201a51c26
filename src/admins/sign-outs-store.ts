import { z } from 'zod'
import { change, type Db, select } from '../shared/db'

/** When this person last signed out everywhere. */
export async function findSignOut(db: Db, usersId: number): Promise<Date | undefined> {
  const [row] = await select(
    db,
    z.object({ at: z.date() }),
    'SELECT at FROM admin_sign_outs WHERE users_id = ?',
    [usersId],
  )
  return row?.at
}

export async function noteSignOut(db: Db, usersId: number, at: Date): Promise<void> {
  await change(
    db,
    `INSERT INTO admin_sign_outs (users_id, at) VALUES (?, ?)
     ON DUPLICATE KEY UPDATE at = GREATEST(at, VALUES(at))`,
    [usersId, at],
  )
}
