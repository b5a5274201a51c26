import { z } from 'zod'
import { change, type Db, select } from '../shared/db'

/** As many question marks as there are values. */
export const marks = (values: readonly unknown[]): string => values.map(() => '?').join()

/**
 * Empties what keys say of people; call it in a transaction, with keys that nobody can use any more. What they grant,
 * their counters and their dates stay. A key that was bound stays bound, to nobody.
 *
 * The label goes where the key was for one person, since it often is their name; that of a key for many names a group.
 * Mails about the key that still wait would tell nobody anything new: they are withdrawn.
 */
export async function emptyKeys(trx: Db, keyUids: readonly Buffer[], now: Date): Promise<void> {
  if (keyUids.length === 0) return
  const own = await listKeysOfOnePerson(trx, keyUids)
  await forgetMailsOfKeys(trx, keyUids)
  for (const table of ['key_addresses', 'key_fields', 'key_messages', 'mailbox_proofs']) {
    await change(trx, `DELETE FROM ?? WHERE key_uid IN (${marks(keyUids)})`, [table, ...keyUids])
  }
  await emptyLabels(trx, own)
  await change(
    trx,
    `UPDATE registration_keys SET revoked_reason = NULL, details_gone_at = ? WHERE uid IN (${marks(keyUids)})`,
    [now, ...keyUids],
  )
}

export async function emptyLabels(trx: Db, keyUids: readonly Buffer[]): Promise<void> {
  if (keyUids.length === 0) return
  await change(trx, `DELETE FROM key_words WHERE key_uid IN (${marks(keyUids)})`, keyUids)
  await change(trx, `UPDATE registration_keys SET label = '' WHERE uid IN (${marks(keyUids)})`, keyUids)
}

const Uid = z.object({ uid: z.instanceof(Buffer) })

/** Those that were for one use, for one address, or had the form filled in for somebody. */
async function listKeysOfOnePerson(trx: Db, keyUids: readonly Buffer[]): Promise<Buffer[]> {
  const rows = await select(
    trx,
    Uid,
    `SELECT k.uid FROM registration_keys k WHERE k.uid IN (${marks(keyUids)}) AND (k.max_uses = 1
       OR (SELECT COUNT(*) FROM key_addresses a WHERE a.key_uid = k.uid) = 1
       OR EXISTS (SELECT 1 FROM key_fields f WHERE f.key_uid = k.uid))`,
    keyUids,
  )
  return rows.map(({ uid }) => uid)
}

async function forgetMailsOfKeys(trx: Db, keyUids: readonly Buffer[]): Promise<void> {
  await change(
    trx,
    `UPDATE outbox SET state = 'withdrawn', due_at = NULL, failure = 'key-ended'
     WHERE key_uid IN (${marks(keyUids)}) AND state = 'waiting'`,
    keyUids,
  )
  const mails = await select(trx, Uid, `SELECT uid FROM outbox WHERE key_uid IN (${marks(keyUids)})`, keyUids)
  const uids = mails.map(({ uid }) => uid)
  if (uids.length > 0) {
    await change(trx, `DELETE FROM outbox_details WHERE outbox_uid IN (${marks(uids)})`, uids)
  }
}
