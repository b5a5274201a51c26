import { z } from 'zod'
import { change, type Db, select, uidToBytes } from '../shared/db'

export interface MailboxProof {
  keyUid: string
  /** SHA-256 of the secret. */
  hash: Buffer
  address: string
}

export async function insertMailboxProof(
  db: Db,
  { keyUid, hash, address }: MailboxProof,
  now: Date,
): Promise<void> {
  await change(db, 'INSERT INTO mailbox_proofs (hash, key_uid, address, created_at) VALUES (?, ?, ?, ?)', [
    hash,
    uidToBytes(keyUid),
    address,
    now,
  ])
}

const Row = z.object({ address: z.string() })

/** The address that a secret of this key was mailed to. */
export async function findProvenAddress(
  db: Db,
  { keyUid, hash }: Pick<MailboxProof, 'keyUid' | 'hash'>,
): Promise<string | undefined> {
  const [row] = await select(db, Row, 'SELECT address FROM mailbox_proofs WHERE hash = ? AND key_uid = ?', [
    hash,
    uidToBytes(keyUid),
  ])
  return row?.address
}
