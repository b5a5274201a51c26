import { z } from 'zod'
import { type Db, select, uidToBytes } from '../shared/db'

/** When somebody with this address made their account with this key; undefined when nobody did. */
export async function findWhenRegistered(
  db: Db,
  { keyUid, address }: { keyUid: string; address: string },
): Promise<Date | undefined> {
  const [row] = await select(
    db,
    z.object({ completed_at: z.date() }),
    `SELECT r.completed_at FROM registration_details d JOIN registrations r ON r.uid = d.registration_uid
     WHERE d.email = ? AND r.key_uid = ? AND r.state = 'completed' ORDER BY r.completed_at LIMIT 1`,
    [address, uidToBytes(keyUid)],
  )
  return row?.completed_at
}
