import { z } from 'zod'
import { type Db, select, uidToBytes } from '../shared/db'

/** In lower case: who has registered with this key, or is about to. */
export async function listAddressesOfRegistered(db: Db, keyUid: string): Promise<Set<string>> {
  const rows = await select(
    db,
    z.object({ email: z.string() }),
    `SELECT d.email FROM registrations r JOIN registration_details d ON d.registration_uid = r.uid
     WHERE r.key_uid = ? AND r.state = 'completed'
     UNION SELECT p.email FROM registrations r JOIN pending_accounts p ON p.registration_uid = r.uid
     WHERE r.key_uid = ? AND r.state <> 'released'`,
    [uidToBytes(keyUid), uidToBytes(keyUid)],
  )
  return new Set(rows.map(({ email }) => email.toLowerCase()))
}
