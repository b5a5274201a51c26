import { z } from 'zod'
import { type Db, select, uidToBytes } from '../shared/db'
import type { Sought } from './ending-keys-store'

/** Keys that somebody was sent and can still use, and nobody was reminded of before this end. */
export const mayNeedReminder: Sought['where'] = {
  sql: `k.revoked_at IS NULL AND k.paused_at IS NULL
    AND (k.max_uses IS NULL OR k.uses_completed + k.uses_held < k.max_uses)
    AND NOT EXISTS (SELECT 1 FROM notices n
      WHERE n.kind = 'reminder' AND n.subject = k.uid AND n.occasion = k.expires_at)
    AND EXISTS (SELECT 1 FROM outbox o
      WHERE o.key_uid = k.uid AND o.state = 'sent' AND o.kind IN ('invitation', 'reissued'))`,
  bindings: [],
}

const Row = z
  .object({
    address: z.string(),
    last_at: z.date(),
    has_arrived: z.coerce.number(),
    waits: z.coerce.number(),
  })
  .transform((row) => ({
    address: row.address,
    lastAt: row.last_at,
    wasSent: row.has_arrived > 0 && row.waits === 0,
  }))

/** To whom the key's link was mailed, of those it is for now, and when last. */
export function listMailedAddresses(
  db: Db,
  keyUid: string,
): Promise<{ address: string; lastAt: Date; wasSent: boolean }[]> {
  return select(
    db,
    Row,
    `SELECT a.address, MAX(GREATEST(o.created_at, COALESCE(o.sent_at, o.created_at))) AS last_at,
       SUM(o.state = 'sent') AS has_arrived, SUM(o.state = 'waiting') AS waits
     FROM outbox o JOIN outbox_details d ON d.outbox_uid = o.uid
     JOIN key_addresses a ON a.key_uid = o.key_uid AND a.address = d.address
     WHERE o.key_uid = ? AND o.kind IN ('invitation', 'reissued') AND o.state <> 'withdrawn'
     GROUP BY a.address ORDER BY a.address`,
    [uidToBytes(keyUid)],
  )
}
