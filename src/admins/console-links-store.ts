import { z } from 'zod'
import { change, type Db, select } from '../shared/db'

export async function insertConsoleLink(
  db: Db,
  { hash, usersId, validUntil }: { hash: Buffer; usersId: number; validUntil: Date },
): Promise<void> {
  await change(db, 'INSERT INTO console_links (token_hash, users_id, valid_until) VALUES (?, ?, ?)', [
    hash,
    usersId,
    validUntil,
  ])
}

/** Spends the link. @returns whose it was, to one caller only; undefined when it was spent, is too old, or none */
export async function claimConsoleLink(db: Db, hash: Buffer, now: Date): Promise<number | undefined> {
  const { affectedRows } = await change(
    db,
    'UPDATE console_links SET used_at = ? WHERE token_hash = ? AND used_at IS NULL AND valid_until > ?',
    [now, hash, now],
  )
  if (affectedRows !== 1) return undefined
  const [row] = await select(
    db,
    z.object({ users_id: z.number() }),
    'SELECT users_id FROM console_links WHERE token_hash = ?',
    [hash],
  )
  return row?.users_id
}
