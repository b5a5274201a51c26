import { z } from 'zod'
import type { EntityScope } from '../glpi'
import { whereInScope } from '../keys'
import { change, type Db, insertRows, select, uidFromBytes, uidToBytes } from '../shared/db'
import type { RowDigests } from './row-digests'
import type { Source } from './sources-store'

/** A row that became a key once. */
export interface KnownRow {
  identity: Buffer
  keyUid: string
  address: Buffer | undefined
  said: Buffer
}

const Bytes = z.instanceof(Buffer)
const Row = z
  .object({ identity: Bytes, key_uid: Bytes, address: Bytes.nullable(), said: Bytes })
  .transform((row): KnownRow => ({
    identity: row.identity,
    keyUid: uidFromBytes(row.key_uid),
    address: row.address ?? undefined,
    said: row.said,
  }))

const columns = 'identity, key_uid, address, said'
const marks = (values: readonly unknown[]): string => values.map(() => '?').join()

export async function findKnownRows(
  db: Db,
  source: Source,
  by: 'identity' | 'address',
  digests: readonly Buffer[],
): Promise<KnownRow[]> {
  if (digests.length === 0) return []
  return select(
    db,
    Row,
    `SELECT ${columns} FROM import_rows WHERE source_uid = ? AND ${by} IN (${marks(digests)})`,
    [uidToBytes(source.uid), ...digests],
  )
}

/** The rest of the transaction is for nothing if one of them is there already: somebody imports the same. */
export async function insertKnownRows(
  trx: Db,
  source: Source,
  rows: readonly { digests: RowDigests; keyUid: string }[],
  now: Date,
): Promise<void> {
  const uid = uidToBytes(source.uid)
  // In the order of the index, so that two who import the same do not wait for each other in a circle.
  const ordered = [...rows].sort((one, other) => one.digests.identity.compare(other.digests.identity))
  await insertRows(
    trx,
    'import_rows (source_uid, identity, key_uid, address, said, made_at)',
    ordered.map(({ digests, keyUid }) => [
      uid,
      digests.identity,
      uidToBytes(keyUid),
      digests.address ?? null,
      digests.said,
      now,
    ]),
  )
}

/** What a row says from now on; it may be known by something else than before. */
export async function replaceKnownRow(
  trx: Db,
  source: Source,
  before: KnownRow,
  after: RowDigests,
): Promise<void> {
  await change(
    trx,
    `UPDATE import_rows SET identity = ?, address = ?, said = ? WHERE source_uid = ? AND identity = ?`,
    [after.identity, after.address ?? null, after.said, uidToBytes(source.uid), before.identity],
  )
}

/** How a key stands that a row became. */
export interface KnownKey {
  isRevoked: boolean
  isUsedUp: boolean
  expiresAt: Date | undefined
}

const KeyRow = z.object({
  uid: Bytes,
  is_revoked: z.coerce.number(),
  is_used_up: z.coerce.number(),
  expires_at: z.date().nullable(),
})

/** Only those that somebody who looks after these entities may see. */
export async function findKnownKeys(
  db: Db,
  scope: EntityScope,
  keyUids: readonly string[],
): Promise<Map<string, KnownKey>> {
  if (keyUids.length === 0) return new Map()
  const visible = whereInScope(scope, { entity: 'k.entities_id', keyUid: 'k.uid' })
  const rows = await select(
    db,
    KeyRow,
    `SELECT k.uid, k.revoked_at IS NOT NULL AS is_revoked, k.is_used_up, k.expires_at
     FROM registration_keys k WHERE k.uid IN (${marks(keyUids)}) AND ${visible.sql}`,
    [...keyUids.map(uidToBytes), ...visible.bindings],
  )
  return new Map(
    rows.map((row) => [
      uidFromBytes(row.uid),
      {
        isRevoked: row.is_revoked === 1,
        isUsedUp: row.is_used_up === 1,
        expiresAt: row.expires_at ?? undefined,
      },
    ]),
  )
}

/** The next keys of a list that people may still come to use, of those in scope, in order of uid. */
export async function listLivingKeys(
  db: Db,
  source: Source,
  { scope, after, limit, now }: { scope: EntityScope; after: string | undefined; limit: number; now: Date },
): Promise<string[]> {
  const visible = whereInScope(scope, { entity: 'k.entities_id', keyUid: 'k.uid' })
  const rows = await select(
    db,
    z.object({ key_uid: Bytes }),
    `SELECT DISTINCT r.key_uid FROM import_rows r STRAIGHT_JOIN registration_keys k ON k.uid = r.key_uid
     WHERE r.source_uid = ? AND r.key_uid > ? AND k.revoked_at IS NULL AND NOT k.is_used_up
       AND (k.expires_at IS NULL OR k.expires_at > ?) AND ${visible.sql}
     ORDER BY r.key_uid LIMIT ?`,
    [
      uidToBytes(source.uid),
      after === undefined ? Buffer.alloc(16) : uidToBytes(after),
      now,
      ...visible.bindings,
      limit,
    ],
  )
  return rows.map((row) => uidFromBytes(row.key_uid))
}
