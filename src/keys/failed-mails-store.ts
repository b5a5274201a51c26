import { z } from 'zod'
import { type Db, select, uidFromBytes, uidToBytes } from '../shared/db'

/**
 * That a mail `o` to the invited stays as it ended: nothing has been sent to the same address about the same key since.
 * A mail without an address is past caring for.
 */
const isLast = `o.kind IN ('invitation', 'reminder', 'reissued')
  AND NOT EXISTS (SELECT 1 FROM outbox_details d
    JOIN outbox_details d2 ON d2.address = d.address AND d2.outbox_uid > d.outbox_uid
    JOIN outbox o2 ON o2.uid = d2.outbox_uid
    WHERE d.outbox_uid = o.uid AND o2.key_uid = o.key_uid AND o2.state <> 'withdrawn')`

export const mailFilters = ['failed', 'waiting'] as const
export type MailFilter = (typeof mailFilters)[number]

/** The uids of keys of which an invitation failed, or waits to be sent. */
export const keysWithMail = (filter: MailFilter): string =>
  `SELECT o.key_uid FROM outbox o FORCE INDEX (outbox_by_state)
   WHERE o.state = '${filter}' AND o.key_uid IS NOT NULL AND ${isLast} GROUP BY o.key_uid`

/** Of these keys, those of which an invitation failed, and when the last one did that was queued. */
export async function findFailedMails(db: Db, keyUids: readonly string[]): Promise<Map<string, Date>> {
  if (keyUids.length === 0) return new Map()
  const rows = await select(
    db,
    z.object({ key_uid: z.instanceof(Buffer), at: z.date() }),
    `SELECT o.key_uid, MAX(o.created_at) AS at FROM outbox o FORCE INDEX (outbox_by_key)
     WHERE o.key_uid IN (${keyUids.map(() => '?').join()}) AND o.state = 'failed' AND ${isLast}
     GROUP BY o.key_uid`,
    keyUids.map(uidToBytes),
  )
  return new Map(rows.map((row) => [uidFromBytes(row.key_uid), row.at]))
}
