import { change, type Db, uidToBytes } from '../shared/db'
import type { MailKind } from './outbox-store'

/** An occasion on which something is told once. */
export interface Notice {
  kind: MailKind
  /** The uid of the key, or of whatever else it is about; somebody in GLPI; undefined: the whole instance. */
  subject: string | { usersId: number } | undefined
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
  for (const notice of notices) if (await takeNotice(trx, notice, now)) untold.push(notice)
  return untold
}

/** The same for one. */
export async function takeNotice(trx: Db, { kind, subject, occasion }: Notice, now: Date): Promise<boolean> {
  const { affectedRows } = await change(
    trx,
    'INSERT IGNORE INTO notices (kind, subject, occasion, told_at) VALUES (?, ?, ?, ?)',
    [kind, subjectOf(subject), occasion, now],
  )
  return affectedRows === 1
}

/** Uids are of version 7 and do not begin with zeros, so that nobody's number is taken for a key. */
function subjectOf(subject: Notice['subject']): Buffer {
  if (typeof subject === 'string') return uidToBytes(subject)
  const bytes = Buffer.alloc(16)
  if (subject !== undefined) bytes.writeUInt32BE(subject.usersId, 12)
  return bytes
}
