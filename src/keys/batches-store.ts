import { z } from 'zod'
import { change, type Db, select, uidToBytes } from '../shared/db'

export interface Batch {
  uid: string
  label: string
  size: number
}

export async function insertBatch(trx: Db, { uid, label, size }: Batch, now: Date): Promise<void> {
  await change(trx, 'INSERT INTO batches (uid, label, size, created_at) VALUES (?, ?, ?, ?)', [
    uidToBytes(uid),
    label,
    size,
    now,
  ])
}

const BatchRow = z.object({ label: z.string(), size: z.number() })

export async function findBatch(db: Db, uid: string): Promise<Batch | undefined> {
  const [row] = await select(db, BatchRow, 'SELECT label, size FROM batches WHERE uid = ?', [uidToBytes(uid)])
  return row === undefined ? undefined : { uid, ...row }
}
