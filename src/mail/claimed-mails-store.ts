import { z } from 'zod'
import {
  type Bindings,
  change,
  type Db,
  retryTransient,
  select,
  uidFromBytes,
  uidToBytes,
} from '../shared/db'
import { type MailFailure, writeFailure } from './failure'
import { mailKinds } from './outbox-store'
import type { QueuedMail } from './queued-mail'

/** The mails whose time has come and that nobody is sending. */
export async function listDueMails(db: Db, now: Date, limit: number): Promise<string[]> {
  const rows = await select(
    db,
    z.object({ uid: z.instanceof(Buffer) }),
    `SELECT uid FROM outbox WHERE due_at <= ? AND (leased_until IS NULL OR leased_until <= ?)
     ORDER BY due_at, uid LIMIT ?`,
    [now, now, limit],
  )
  return rows.map(({ uid }) => uidFromBytes(uid))
}

/**
 * Takes a mail for oneself until `until`, committed before anything is sent. An attempt counts from here on: one at
 * which workers die, and which is tried every time its lease lapses, is known by how many it has had.
 */
export async function claimMail(
  db: Db,
  uid: string,
  { lease, now, until }: { lease: string; now: Date; until: Date },
): Promise<boolean> {
  const { affectedRows } = await retryTransient(() =>
    change(
      db,
      `UPDATE outbox SET leased_by = ?, leased_until = ?, attempts = attempts + 1
       WHERE uid = ? AND state = 'waiting' AND due_at <= ? AND (leased_until IS NULL OR leased_until <= ?)`,
      [uidToBytes(lease), until, uidToBytes(uid), now, now],
    ),
  )
  return affectedRows === 1
}

const text = z
  .string()
  .nullable()
  .transform((value) => value ?? undefined)
const uidOrNone = z
  .instanceof(Buffer)
  .nullable()
  .transform((bytes) => (bytes === null ? undefined : uidFromBytes(bytes)))
const numberOrNone = z
  .number()
  .nullable()
  .transform((value) => value ?? undefined)

const MailRow = z.object({
  kind: z.enum(mailKinds),
  attempts: z.number(),
  key_uid: uidOrNone,
  registration_uid: uidOrNone,
  users_id: numberOrNone,
  asked_by: numberOrNone,
  language: z.string(),
  facts: z.string().transform((json): unknown => JSON.parse(json)),
  created_at: z.date(),
  address: text,
  name: text,
  sealed_code: z
    .instanceof(Buffer)
    .nullable()
    .transform((bytes) => bytes ?? undefined),
})

export interface ClaimedMail {
  mail: QueuedMail
  /** With the one that begins. */
  attempts: number
}

/** Undefined when it no longer says for whom it is: that person was erased. */
export async function readMail(db: Db, uid: string): Promise<ClaimedMail | undefined> {
  const [row] = await select(
    db,
    MailRow,
    `SELECT o.kind, o.attempts, o.key_uid, o.registration_uid, o.users_id, o.asked_by, o.language, o.facts,
       o.created_at, d.address, d.name, d.sealed_code
     FROM outbox o LEFT JOIN outbox_details d ON d.outbox_uid = o.uid WHERE o.uid = ?`,
    [uidToBytes(uid)],
  )
  if (row?.address === undefined) return undefined
  return {
    mail: {
      uid,
      kind: row.kind,
      to: { address: row.address, name: row.name, usersId: row.users_id },
      language: row.language,
      keyUid: row.key_uid,
      registrationUid: row.registration_uid,
      askedBy: row.asked_by,
      facts: row.facts,
      sealedCode: row.sealed_code,
      createdAt: row.created_at,
    },
    attempts: row.attempts,
  }
}

/** A mail somebody holds. */
export interface HeldMail {
  uid: string
  lease: string
}

/** It has left, whoever has the lease by now. */
export const markSent = (db: Db, { uid }: HeldMail, now: Date): Promise<boolean> =>
  retryTransient(() =>
    settle(
      db,
      `state = 'sent', o.sent_at = ?, o.due_at = NULL, o.failure = NULL, d.sealed_code = NULL`,
      [now],
      { uid },
    ),
  )

export const markWithdrawn = (db: Db, held: HeldMail, why: string): Promise<boolean> =>
  retryTransient(() =>
    settle(db, `state = 'withdrawn', o.due_at = NULL, o.failure = ?, d.sealed_code = NULL`, [why], held),
  )

/** The sealed code stays, for somebody may have the mail sent once more. Call it in a transaction. */
export const markFailed = (trx: Db, held: HeldMail, failure: MailFailure): Promise<boolean> =>
  settle(trx, `state = 'failed', o.due_at = NULL, o.failure = ?`, [writeFailure(failure)], held)

export const postpone = (db: Db, held: HeldMail, failure: MailFailure, dueAt: Date): Promise<boolean> =>
  retryTransient(() => settle(db, `due_at = ?, o.failure = ?`, [dueAt, writeFailure(failure)], held))

/** In one statement: a mail is never sent and still has its code. @returns whether it was still waiting, and theirs */
async function settle(
  db: Db,
  what: string,
  bindings: Bindings,
  { uid, lease }: { uid: string; lease?: string },
): Promise<boolean> {
  const { affectedRows } = await change(
    db,
    `UPDATE outbox o LEFT JOIN outbox_details d ON d.outbox_uid = o.uid
     SET o.leased_by = NULL, o.leased_until = NULL, o.${what}
     WHERE o.uid = ? AND o.state = 'waiting'${lease === undefined ? '' : ' AND o.leased_by = ?'}`,
    [...bindings, uidToBytes(uid), ...(lease === undefined ? [] : [uidToBytes(lease)])],
  )
  return affectedRows > 0
}
