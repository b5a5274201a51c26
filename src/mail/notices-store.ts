import { change, type Db, uidToBytes } from '../shared/db'
import type { MailKind } from './outbox-store'

/** An occasion on which something is told once. */
export interface Notice {
  kind: MailKind
  /** The uid of the key, or of whatever else it is about. */
  subject: string
  /** What it is about: the end that comes, the moment trouble began, the week. */
  occasion: Date
}

/**
 * Notes down what is about to be told, in the transaction that queues the mails: of two who want to tell the same, one
 * finds it told.
 *
 * @returns those that nobody has told yet
 */
export async function takeNotices<Given extends Notice>(
  trx: Db,
  notices: readonly Given[],
  now: Date,
): Promise<Given[]> {
  const untold: Given[] = []
  for (const notice of notices) {
    const { affectedRows } = await change(
      trx,
      'INSERT IGNORE INTO notices (kind, subject, occasion, told_at) VALUES (?, ?, ?, ?)',
      [notice.kind, uidToBytes(notice.subject), notice.occasion, now],
    )
    if (affectedRows === 1) untold.push(notice)
  }
  return untold
}
