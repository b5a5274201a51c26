import { z } from 'zod'
import { change, type Db, inTransaction, select } from '../shared/db'
import { marks } from './empty-keys-store'

/** Whole API tokens that ended before: the record keeps that they were there. @returns how many */
export async function deleteEndedTokens(db: Db, before: Date, limit: number): Promise<number> {
  const rows = await select(
    db,
    z.object({ uid: z.instanceof(Buffer) }),
    `SELECT t.uid FROM api_tokens t WHERE t.revoked_at <= ? OR NOT EXISTS
       (SELECT 1 FROM api_token_secrets s WHERE s.token_uid = t.uid AND s.valid_until > ?)
     LIMIT ?`,
    [before, before, limit],
  )
  if (rows.length === 0) return 0
  const uids = rows.map(({ uid }) => uid)
  await inTransaction(db, async (trx) => {
    await change(trx, `DELETE FROM api_tokens WHERE uid IN (${marks(uids)})`, uids)
    await change(trx, `DELETE FROM api_token_secrets WHERE token_uid IN (${marks(uids)})`, uids)
    await change(trx, `DELETE FROM api_token_uses WHERE token_uid IN (${marks(uids)})`, uids)
  })
  return rows.length
}

/** From where tokens were used that have not been used since. */
export async function emptyTokenOrigins(db: Db, before: Date, limit: number): Promise<number> {
  const { affectedRows } = await change(
    db,
    'UPDATE api_token_uses SET ip = NULL WHERE used_at <= ? AND ip IS NOT NULL ORDER BY used_at LIMIT ?',
    [before, limit],
  )
  return affectedRows
}
