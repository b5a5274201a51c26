import { z } from 'zod'
import { change, type Db, select, uidFromBytes, uidToBytes } from '../shared/db'

export async function insertConfirmation(
  trx: Db,
  { hash, registrationUid }: { hash: Buffer; registrationUid: string },
  now: Date,
): Promise<void> {
  await change(trx, 'INSERT INTO confirmations (hash, registration_uid, created_at) VALUES (?, ?, ?)', [
    hash,
    uidToBytes(registrationUid),
    now,
  ])
}

/** The registration that a link confirms the address of, finished or not. */
export async function findConfirmed(db: Db, hash: Buffer): Promise<string | undefined> {
  const [row] = await select(
    db,
    z.object({ registration_uid: z.instanceof(Buffer) }),
    'SELECT registration_uid FROM confirmations WHERE hash = ?',
    [hash],
  )
  return row === undefined ? undefined : uidFromBytes(row.registration_uid)
}

/** The links that were mailed to an address that is not the one any more. */
export async function deleteConfirmations(trx: Db, registrationUid: string): Promise<void> {
  await change(trx, 'DELETE FROM confirmations WHERE registration_uid = ?', [uidToBytes(registrationUid)])
}
