import { z } from 'zod'
import { change, type Db, select, uidToBytes } from '../shared/db'
import { carriedColumns, insertCarried, valuesCarried } from './carried-store'
import { changedParts } from './change-carried'
import type { DetailedKey } from './key'
import { isUnchecked } from './key-checks-store'
import { getKey } from './revoke-key'

/** Whether the key still carries what was read of it; nobody changes that before this transaction is over. */
export async function isStillCarried(trx: Db, before: DetailedKey): Promise<boolean> {
  await select(trx, z.unknown(), 'SELECT 1 FROM registration_keys WHERE uid = ? FOR UPDATE', [
    uidToBytes(before.uid),
  ])
  return changedParts(before, await getKey(trx, before.uid)).length === 0
}

/** Call it once it is sure that the key is as it was read. Its personal details count anew from its end. */
export async function replaceCarried(trx: Db, key: DetailedKey): Promise<void> {
  const bytes = uidToBytes(key.uid)
  await change(
    trx,
    `UPDATE registration_keys
     SET ${carriedColumns.map((column) => `${column} = ?`).join(', ')}, details_gone_at = NULL, ${isUnchecked}
     WHERE uid = ?`,
    [...valuesCarried({ ...key, bytes }), bytes],
  )
  for (const table of ['key_addresses', 'key_domains', 'key_fields', 'key_messages'])
    await change(trx, 'DELETE FROM ?? WHERE key_uid = ?', [table, bytes])
  await insertCarried(trx, [{ ...key, bytes }])
}
