import { z } from 'zod'
import { type Db, select } from '../shared/db'
import type { MailKind } from './outbox-store'

/** How many mails of a kind were queued for an address since then. */
export async function countMailsTo(
  db: Db,
  { kind, address, since }: { kind: MailKind; address: string; since: Date },
): Promise<number> {
  const [row] = await select(
    db,
    z.object({ n: z.coerce.number() }),
    `SELECT COUNT(*) AS n FROM outbox_details d STRAIGHT_JOIN outbox o ON o.uid = d.outbox_uid
     WHERE d.address = ? AND o.kind = ? AND o.created_at > ?`,
    [address, kind, since],
  )
  return row?.n ?? 0
}
