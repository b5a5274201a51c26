import { z } from 'zod'
import { change, type Db, retryTransient, select, uidFromBytes, uidToBytes } from '../shared/db'
import { type MailFailure, readFailure } from './failure'
import { type MailKind, mailKinds } from './outbox-store'

export const mailStates = ['waiting', 'sent', 'failed', 'withdrawn'] as const
/** `waiting` also while it is being sent and between two attempts. */
export type MailState = (typeof mailStates)[number]

/** What became of a mail. */
export interface Delivery {
  uid: string
  kind: MailKind
  state: MailState
  /** Undefined once the personal data is gone. */
  address: string | undefined
  name: string | undefined
  askedBy: number | undefined
  attempts: number
  /** When it is tried next, while it waits. */
  dueAt: Date | undefined
  createdAt: Date
  sentAt: Date | undefined
  /** Of the last attempt, unless that was the one that sent it. */
  failure: MailFailure | undefined
  /** Why it was taken back: `key-ended`, `revoked`, … */
  withdrawnFor: string | undefined
}

const optional = <T extends z.ZodType>(type: T) => type.nullable().transform((value) => value ?? undefined)

const DeliveryRow = z
  .object({
    uid: z.instanceof(Buffer),
    kind: z.enum(mailKinds),
    state: z.enum(mailStates),
    address: optional(z.string()),
    name: optional(z.string()),
    asked_by: optional(z.number()),
    attempts: z.number(),
    due_at: optional(z.date()),
    created_at: z.date(),
    sent_at: optional(z.date()),
    failure: optional(z.string()),
  })
  .transform((row): Delivery => ({
    uid: uidFromBytes(row.uid),
    kind: row.kind,
    state: row.state,
    address: row.address,
    name: row.name,
    askedBy: row.asked_by,
    attempts: row.attempts,
    dueAt: row.due_at,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    failure: row.failure === undefined ? undefined : readFailure(row.failure),
    withdrawnFor: row.state === 'withdrawn' ? row.failure : undefined,
  }))

const deliveries = `SELECT o.uid, o.kind, o.state, d.address, d.name, o.asked_by, o.attempts, o.due_at, o.created_at,
    o.sent_at, o.failure
  FROM outbox o LEFT JOIN outbox_details d ON d.outbox_uid = o.uid`

/** The mails about a key, the newest first. */
export function listDeliveriesOf(db: Db, keyUid: string, limit = 100): Promise<Delivery[]> {
  return select(db, DeliveryRow, `${deliveries} WHERE o.key_uid = ? ORDER BY o.uid DESC LIMIT ?`, [
    uidToBytes(keyUid),
    limit,
  ])
}

export async function findDelivery(db: Db, uid: string): Promise<Delivery | undefined> {
  const [row] = await select(db, DeliveryRow, `${deliveries} WHERE o.uid = ?`, [uidToBytes(uid)])
  return row
}

/** How many mails are in this state, counted up to `most`. */
export async function countMails(db: Db, state: MailState, most = 10_000): Promise<number> {
  const [row] = await select(
    db,
    z.object({ n: z.coerce.number() }),
    'SELECT COUNT(*) AS n FROM (SELECT 1 FROM outbox WHERE state = ? LIMIT ?) some',
    [state, most],
  )
  return row?.n ?? 0
}

/** Has a mail that failed sent once more, from the beginning. @returns false when it has not failed */
export async function retryMail(db: Db, uid: string, now: Date): Promise<boolean> {
  const { affectedRows } = await retryTransient(() =>
    change(
      db,
      `UPDATE outbox SET state = 'waiting', attempts = 0, due_at = ?, failure = NULL WHERE uid = ? AND state = 'failed'`,
      [now, uidToBytes(uid)],
    ),
  )
  return affectedRows === 1
}
