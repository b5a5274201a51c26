import { z } from 'zod'
import { type Bindings, change, type Db, select } from '../shared/db'
import { marks } from './empty-keys-store'

/**
 * The least UUIDv7 of that millisecond (RFC 9562 §5.7). Rows named by such uids lie in the order in which they were
 * made, so that what is older than an instant is a range of the primary key.
 */
export function firstUidAt(at: Date): Buffer {
  const uid = Buffer.alloc(16)
  uid.writeUIntBE(at.getTime(), 0, 6)
  return uid
}

const Uid = z.object({ uid: z.instanceof(Buffer) })
const selectUids = async (db: Db, sql: string, bindings: Bindings): Promise<Buffer[]> =>
  (await select(db, Uid, sql, bindings)).map(({ uid }) => uid)

/** Keys that ended before, and whose details are still there: the longest ended first. */
export async function listForgettableKeys(db: Db, before: Date, limit: number): Promise<Buffer[]> {
  return selectUids(
    db,
    `SELECT uid FROM registration_keys WHERE details_due_from <= ? ORDER BY details_due_from, uid LIMIT ?`,
    [before, limit],
  )
}

/** Of these, locked, those that still are as they were: one may have been renewed meanwhile. */
export async function lockForgettableKeys(
  trx: Db,
  keyUids: readonly Buffer[],
  before: Date,
): Promise<Buffer[]> {
  if (keyUids.length === 0) return []
  return selectUids(
    trx,
    `SELECT uid FROM registration_keys WHERE uid IN (${marks(keyUids)}) AND details_due_from <= ?
     ORDER BY uid FOR UPDATE`,
    [...keyUids, before],
  )
}

/** Of the keys of these registrations, locked, those whose every use was spent before: nobody needs them any more. */
export async function lockKeysUsedUp(
  trx: Db,
  registrationUids: readonly Buffer[],
  before: Date,
): Promise<Buffer[]> {
  if (registrationUids.length === 0) return []
  const keys = await selectUids(
    trx,
    `SELECT DISTINCT k.uid FROM registrations r JOIN registration_keys k ON k.uid = r.key_uid
     WHERE r.uid IN (${marks(registrationUids)}) AND k.is_used_up = 1 AND NOT EXISTS
       (SELECT 1 FROM registrations later WHERE later.key_uid = k.uid AND later.completed_at > ?)`,
    [...registrationUids, before],
  )
  if (keys.length === 0) return []
  return selectUids(
    trx,
    `SELECT uid FROM registration_keys WHERE uid IN (${marks(keys)}) AND is_used_up = 1 ORDER BY uid FOR UPDATE`,
    keys,
  )
}

/** Whose details are there, among registrations that were over before; those made after `after`, in order. */
export async function listForgettableRegistrations(
  db: Db,
  { before, after, limit }: { before: Date; after: Buffer; limit: number },
): Promise<Buffer[]> {
  return selectUids(
    db,
    `SELECT d.registration_uid AS uid FROM registration_details d JOIN registrations r ON r.uid = d.registration_uid
     WHERE d.registration_uid > ? AND d.registration_uid < ? AND r.state NOT LIKE 'awaiting%'
       AND COALESCE(r.completed_at, r.ended_at, r.created_at) <= ?
     ORDER BY d.registration_uid LIMIT ?`,
    [after, firstUidAt(before), before, limit],
  )
}

export async function deleteRegistrationDetails(trx: Db, uids: readonly Buffer[]): Promise<void> {
  if (uids.length === 0) return
  await change(trx, `DELETE FROM registration_details WHERE registration_uid IN (${marks(uids)})`, uids)
}

/** The next rows that still say from where somebody registered before; those made after `after`, in order. */
export async function listTraceableRegistrations(
  db: Db,
  { before, after, limit }: { before: Date; after: Buffer; limit: number },
): Promise<Buffer[]> {
  return selectUids(
    db,
    `SELECT registration_uid AS uid FROM registration_details
     WHERE registration_uid > ? AND registration_uid < ? AND ip IS NOT NULL ORDER BY registration_uid LIMIT ?`,
    [after, firstUidAt(before), limit],
  )
}

export async function emptyOrigins(db: Db, registrationUids: readonly Buffer[]): Promise<void> {
  await change(
    db,
    `UPDATE registration_details SET ip = NULL, user_agent = NULL
     WHERE registration_uid IN (${marks(registrationUids)})`,
    registrationUids,
  )
}

/** Mails whose time has passed while nothing could be sent: what they say is true no more. */
export async function withdrawStaleMails(db: Db, before: Date, limit: number): Promise<number> {
  const { affectedRows } = await change(
    db,
    `UPDATE outbox SET state = 'withdrawn', due_at = NULL, failure = 'too-late'
     WHERE due_at <= ? AND state = 'waiting' ORDER BY due_at, uid LIMIT ?`,
    [before, limit],
  )
  return affectedRows
}

/** The next mails that were sent, or given up, before. */
export async function listForgettableMails(
  db: Db,
  { before, after, limit }: { before: Date; after: Buffer; limit: number },
): Promise<Buffer[]> {
  return selectUids(
    db,
    `SELECT d.outbox_uid AS uid FROM outbox_details d JOIN outbox o ON o.uid = d.outbox_uid
     WHERE d.outbox_uid > ? AND d.outbox_uid < ? AND o.state <> 'waiting' AND COALESCE(o.sent_at, o.created_at) <= ?
     ORDER BY d.outbox_uid LIMIT ?`,
    [after, firstUidAt(before), before, limit],
  )
}

export async function deleteMailDetails(db: Db, uids: readonly Buffer[]): Promise<void> {
  await change(db, `DELETE FROM outbox_details WHERE outbox_uid IN (${marks(uids)})`, uids)
}

export async function deleteOrigins(db: Db, before: Date, limit: number): Promise<number> {
  const { affectedRows } = await change(
    db,
    'DELETE FROM event_network WHERE event_uid < ? ORDER BY event_uid LIMIT ?',
    [firstUidAt(before), limit],
  )
  return affectedRows
}

/** What people typed when they asked for a new link. */
export async function deleteRequests(db: Db, before: Date, limit: number): Promise<number> {
  const { affectedRows } = await change(
    db,
    'DELETE FROM link_requests WHERE asked_at <= ? ORDER BY asked_at LIMIT ?',
    [before, limit],
  )
  return affectedRows
}

/** For as long a call is recognised by its Idempotency-Key. */
const rememberedCallsMs = 24 * 3_600_000

/**
 * Rows that have done their work. The mutexes are needed while a transaction holds them, which then waits for nobody
 * here: a row that is gone is written anew by whoever comes next. Accounts that wait outlive their registration only
 * where somebody cut off what should have removed them.
 */
const spent: readonly { sql: string; bindings: (now: Date) => (Date | number)[] }[] = [
  { sql: 'DELETE FROM identity_mutex ORDER BY kind, value LIMIT ?', bindings: () => [] },
  {
    sql: 'DELETE FROM rate_limits WHERE expire < ? ORDER BY expire LIMIT ?',
    bindings: (now) => [now.getTime()],
  },
  {
    sql: 'DELETE FROM admin_sessions WHERE expires_at <= ? ORDER BY expires_at LIMIT ?',
    bindings: (now) => [now],
  },
  {
    sql: 'DELETE FROM api_calls WHERE made_at < ? ORDER BY made_at LIMIT ?',
    bindings: (now) => [new Date(now.getTime() - rememberedCallsMs)],
  },
  {
    sql: `DELETE FROM pending_accounts WHERE registration_uid IN (SELECT uid FROM (SELECT p.registration_uid AS uid
      FROM pending_accounts p JOIN registrations r ON r.uid = p.registration_uid
      WHERE r.state NOT LIKE 'awaiting%' LIMIT ?) AS spent)`,
    bindings: () => [],
  },
]

export async function deleteSpentRows(db: Db, now: Date, limit: number): Promise<number> {
  let deleted = 0
  for (const { sql, bindings } of spent) {
    deleted += (await change(db, sql, [...bindings(now), limit])).affectedRows
  }
  return deleted
}

/** What became of messages to webhooks that were made before, some at a time; those that wait are younger. */
export async function deleteWebhookDeliveries(db: Db, before: Date, limit: number): Promise<number> {
  const { affectedRows } = await change(
    db,
    `DELETE FROM webhook_deliveries WHERE uid < ? AND state <> 'waiting' ORDER BY uid LIMIT ?`,
    [firstUidAt(before), limit],
  )
  return affectedRows
}
