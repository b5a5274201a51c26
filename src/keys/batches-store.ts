import { z } from 'zod'
import type { EntityScope } from '../glpi'
import { change, type Db, select, uidFromBytes, uidToBytes } from '../shared/db'
import { whereInScope } from './key-scope-store'

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

export interface ListedBatch extends Batch {
  createdAt: Date
}

const ListedRow = BatchRow.extend({ uid: z.instanceof(Buffer), created_at: z.date() })

/**
 * Batches of which somebody looks after every key, the newest first.
 */
export async function listBatches(
  db: Db,
  scope: EntityScope,
  { after, uid, limit }: { after?: string | undefined; uid?: string | undefined; limit: number },
): Promise<ListedBatch[]> {
  const visible = whereInScope(scope, { entity: 'k.entities_id', keyUid: 'k.uid' })
  const place = [
    ...(after === undefined ? [] : [{ sql: 'b.uid < ?', uid: after }]),
    ...(uid === undefined ? [] : [{ sql: 'b.uid = ?', uid }]),
  ]
  const rows = await select(
    db,
    ListedRow,
    `SELECT b.uid, b.label, b.size, b.created_at FROM batches b
     WHERE ${['TRUE', ...place.map((one) => one.sql)].join(' AND ')}
       AND EXISTS (SELECT 1 FROM registration_keys k WHERE k.batch_uid = b.uid)
       AND NOT EXISTS (SELECT 1 FROM registration_keys k WHERE k.batch_uid = b.uid AND NOT (${visible.sql}))
     ORDER BY b.uid DESC LIMIT ?`,
    [...place.map((one) => uidToBytes(one.uid)), ...visible.bindings, limit],
  )
  return rows.map(({ uid: bytes, label, size, created_at }) => ({
    uid: uidFromBytes(bytes),
    label,
    size,
    createdAt: created_at,
  }))
}

const KeyRow = z.object({
  uid: z.instanceof(Buffer),
  label: z.string(),
  max_uses: z.number().nullable(),
  expires_at: z.date().nullable(),
  grace_days: z.number(),
  address: z.string().nullable(),
  sealed: z.instanceof(Buffer).nullable(),
})

export interface BatchKey {
  uid: string
  label: string
  maxUses: number | undefined
  expiresAt: Date | undefined
  graceDays: number
  /** The first of those it is bound to. */
  address: string | undefined
  /** Of its newest code. */
  sealed: Buffer | undefined
}

/** Those that were not revoked, in the order in which they were made. */
export async function listKeysOfBatch(db: Db, batchUid: string): Promise<BatchKey[]> {
  const rows = await select(
    db,
    KeyRow,
    `SELECT k.uid, k.label, k.max_uses, k.expires_at, k.grace_days,
       (SELECT MIN(address) FROM key_addresses a WHERE a.key_uid = k.uid) AS address,
       (SELECT sealed FROM key_codes c WHERE c.key_uid = k.uid ORDER BY c.created_at DESC LIMIT 1) AS sealed
     FROM registration_keys k WHERE k.batch_uid = ? AND k.revoked_at IS NULL ORDER BY k.uid`,
    [uidToBytes(batchUid)],
  )
  return rows.map((row) => ({
    uid: uidFromBytes(row.uid),
    label: row.label,
    maxUses: row.max_uses ?? undefined,
    expiresAt: row.expires_at ?? undefined,
    graceDays: row.grace_days,
    address: row.address ?? undefined,
    sealed: row.sealed ?? undefined,
  }))
}
