import { type Bindings, change, type Db, uidToBytes } from '../shared/db'
import type { Terms } from './key-terms'
import { wordsOf } from './words'

/**
 * Writes what a key is called and how far it reaches, if it still is as it was read; false otherwise. What is allowed
 * was decided by comparing with what was read: narrowing must not become widening because somebody was faster.
 */
export async function replaceTerms(trx: Db, keyUid: string, before: Terms, after: Terms): Promise<boolean> {
  const { affectedRows } = await change(
    trx,
    `UPDATE registration_keys SET label = ?, max_uses = ?, not_before = ?, expires_at = ?, grace_days = ?
     WHERE uid = ? AND ${isAsRead}`,
    [...valuesOf(after), uidToBytes(keyUid), ...valuesOf(before)],
  )
  return affectedRows === 1
}

export const isAsRead = `label COLLATE utf8mb4_bin = ? AND max_uses <=> ? AND not_before <=> ? AND expires_at <=> ?
  AND grace_days = ? AND revoked_at IS NULL`

export const valuesOf = ({ label, maxUses, notBefore, expiresAt, graceDays }: Terms): Bindings => [
  label,
  maxUses ?? null,
  notBefore ?? null,
  expiresAt ?? null,
  graceDays,
]

export async function replaceWords(trx: Db, keyUid: string, label: string): Promise<void> {
  const uid = uidToBytes(keyUid)
  await change(trx, 'DELETE FROM key_words WHERE key_uid = ?', [uid])
  const words = wordsOf(label)
  if (words.length === 0) return
  // IGNORE: two words that the collation takes for one are one row.
  await change(
    trx,
    `INSERT IGNORE INTO key_words (word, key_uid) VALUES ${words.map(() => '(?, ?)').join()}`,
    words.flatMap((word) => [word, uid]),
  )
}

/** Whether this call paused it; false when it was paused or revoked before, or is not there. */
export async function markPaused(db: Db, keyUid: string, now: Date): Promise<boolean> {
  const { affectedRows } = await change(
    db,
    'UPDATE registration_keys SET paused_at = ? WHERE uid = ? AND paused_at IS NULL AND revoked_at IS NULL',
    [now, uidToBytes(keyUid)],
  )
  return affectedRows === 1
}

/** Whether this call resumed it; false when it was not paused. */
export async function markResumed(db: Db, keyUid: string): Promise<boolean> {
  const { affectedRows } = await change(
    db,
    `UPDATE registration_keys SET paused_at = NULL
     WHERE uid = ? AND paused_at IS NOT NULL AND revoked_at IS NULL`,
    [uidToBytes(keyUid)],
  )
  return affectedRows === 1
}

/** In the transaction that revokes it, by whoever revoked it. */
export async function writeRevocationReason(trx: Db, keyUid: string, reason: string): Promise<void> {
  await change(trx, 'UPDATE registration_keys SET revoked_reason = ? WHERE uid = ?', [
    reason,
    uidToBytes(keyUid),
  ])
}
