import { z } from 'zod'
import type { EntityScope } from '../glpi'
import { whereInScope } from '../keys'
import { askableRefusals, type AskableRefusal } from '../shared/askable'
import { type Bindings, change, type Db, select, uidFromBytes, uidToBytes } from '../shared/db'
import type { Moment } from '../shared/moment'
import { type LinkRequest, openStates, requestStates } from './link-request'

const Bytes = z.instanceof(Buffer)

const columns = `r.uid, r.key_uid, r.address, r.note, r.refusal, r.state, r.mailed, r.asked_at, r.answered_at,
  r.answered_by, r.given_key_uid`

const Row = z.object({
  uid: Bytes,
  key_uid: Bytes,
  address: z.string(),
  note: z.string(),
  refusal: z.enum(askableRefusals),
  state: z.enum(requestStates),
  mailed: z.number(),
  asked_at: z.date(),
  answered_at: z.date().nullable(),
  answered_by: z.number().nullable(),
  given_key_uid: Bytes.nullable(),
})

const requestFrom = (row: z.output<typeof Row>): LinkRequest => ({
  uid: uidFromBytes(row.uid),
  keyUid: uidFromBytes(row.key_uid),
  address: row.address,
  note: row.note,
  refusal: row.refusal,
  state: row.state,
  mailed: row.mailed,
  askedAt: row.asked_at,
  answeredAt: row.answered_at ?? undefined,
  answeredBy: row.answered_by ?? undefined,
  givenKeyUid: row.given_key_uid === null ? undefined : uidFromBytes(row.given_key_uid),
})

/** What somebody has just asked for. */
export interface Asked {
  uid: string
  keyUid: string
  address: string
  note: string
  refusal: AskableRefusal
}

/** False when the same address has asked about the same key before. */
export async function insertRequest(
  trx: Db,
  { uid, keyUid, address, note, refusal }: Asked,
  now: Date,
): Promise<boolean> {
  const { affectedRows } = await change(
    trx,
    `INSERT IGNORE INTO link_requests (uid, key_uid, address, note, refusal, state, asked_at)
     VALUES (?, ?, ?, ?, ?, 'asked', ?)`,
    [uidToBytes(uid), uidToBytes(keyUid), address, note, refusal, now],
  )
  return affectedRows === 1
}

/**
 * Asks again, where an earlier link was mailed and has died since; false while the first request stands, and where it
 * was declined.
 */
export async function reopenRequest(
  trx: Db,
  { keyUid, address, note, refusal }: Asked,
  { now, mailedBefore, grantedBefore }: { now: Date; mailedBefore: Date; grantedBefore: Date },
): Promise<boolean> {
  const { affectedRows } = await change(
    trx,
    `UPDATE link_requests SET state = 'asked', asked_at = ?, told_at = NULL, note = ?, refusal = ?
     WHERE key_uid = ? AND address = ? AND ((state = 'mailed' AND answered_at <= ?) OR (state = 'granted' AND answered_at <= ?))`,
    [now, note, refusal, uidToBytes(keyUid), address, mailedBefore, grantedBefore],
  )
  return affectedRows === 1
}

export async function findRequest(db: Db, uid: string): Promise<LinkRequest | undefined> {
  const [row] = await select(db, Row, `SELECT ${columns} FROM link_requests r WHERE r.uid = ?`, [
    uidToBytes(uid),
  ])
  return row && requestFrom(row)
}

/** Those that nobody has looked at, the oldest first. */
export async function listAsked(db: Db, limit: number): Promise<LinkRequest[]> {
  const rows = await select(
    db,
    Row,
    `SELECT ${columns} FROM link_requests r WHERE r.state = 'asked' ORDER BY r.asked_at LIMIT ?`,
    [limit],
  )
  return rows.map(requestFrom)
}

/** Whether this call moved it on from `asked`. */
export async function markWaiting(db: Db, uid: string): Promise<boolean> {
  const { affectedRows } = await change(
    db,
    "UPDATE link_requests SET state = 'waiting' WHERE uid = ? AND state = 'asked'",
    [uidToBytes(uid)],
  )
  return affectedRows === 1
}

/** Whether this call noted that a link goes out by itself. */
export async function markMailed(trx: Db, uid: string, keyUid: string, now: Date): Promise<boolean> {
  const { affectedRows } = await change(
    trx,
    `UPDATE link_requests SET state = 'mailed', mailed = mailed + 1, answered_at = ?, answered_by = NULL,
       given_key_uid = ? WHERE uid = ? AND state = 'asked'`,
    [now, uidToBytes(keyUid), uidToBytes(uid)],
  )
  return affectedRows === 1
}

/** Whether this call answered it; false when somebody else was faster. */
export async function markAnswered(
  trx: Db,
  uid: string,
  answer: { usersId: number | undefined; givenKeyUid: string | undefined; now: Date },
): Promise<boolean> {
  const { usersId, givenKeyUid, now } = answer
  const { affectedRows } = await change(
    trx,
    `UPDATE link_requests SET state = ?, answered_at = ?, answered_by = ?, given_key_uid = ?
     WHERE uid = ? AND state IN (${openStates.map(() => '?').join()})`,
    [
      givenKeyUid === undefined ? 'declined' : 'granted',
      now,
      usersId ?? null,
      givenKeyUid === undefined ? null : uidToBytes(givenKeyUid),
      uidToBytes(uid),
      ...openStates,
    ],
  )
  return affectedRows === 1
}

/** A request in a list, with what its key is called. */
export interface ListedRequest extends LinkRequest {
  keyLabel: string
  keyHint: string
}

const ListedRow = Row.extend({ label: z.string(), hint: z.string().nullable() })

const ofKey = { entity: 'k.entities_id', keyUid: 'k.uid' }

/** Of keys in these entities: those that wait, the longest first; or those that were answered, the latest first. */
export async function listRequests(
  db: Db,
  scope: EntityScope,
  { which, after, limit }: { which: 'open' | 'answered'; after?: Moment | undefined; limit: number },
): Promise<ListedRequest[]> {
  const inScope = whereInScope(scope, ofKey)
  const isOpen = which === 'open'
  const [time, beyond] = isOpen ? ['r.asked_at', '>'] : ['r.answered_at', '<']
  const later = `AND (${time} ${beyond} ? OR (${time} = ? AND r.uid ${beyond} ?))`
  const states = isOpen ? openStates : requestStates.filter((one) => !openStates.some((open) => open === one))
  const rows = await select(
    db,
    ListedRow,
    `SELECT ${columns}, k.label,
       (SELECT hint FROM key_codes c WHERE c.key_uid = k.uid ORDER BY c.created_at DESC LIMIT 1) AS hint
     FROM link_requests r JOIN registration_keys k ON k.uid = r.key_uid
     WHERE r.state IN (${marks(states)}) AND ${inScope.sql} ${after === undefined ? '' : later}
     ORDER BY ${isOpen ? 'r.asked_at, r.uid' : 'r.answered_at DESC, r.uid DESC'} LIMIT ?`,
    [
      ...states,
      ...inScope.bindings,
      ...(after === undefined ? [] : [after.at, after.at, uidToBytes(after.uid)]),
      limit,
    ],
  )
  return rows.map((row) => ({ ...requestFrom(row), keyLabel: row.label, keyHint: row.hint ?? '' }))
}

/** How many wait for somebody who looks after these entities; counting ends at `atMost`. */
export async function countOpenRequests(db: Db, scope: EntityScope, atMost: number): Promise<number> {
  const inScope = whereInScope(scope, ofKey)
  const [row] = await select(
    db,
    z.object({ n: z.number() }),
    `SELECT COUNT(*) AS n FROM (SELECT 1 FROM link_requests r JOIN registration_keys k ON k.uid = r.key_uid
       WHERE r.state IN (${marks(openStates)}) AND ${inScope.sql} LIMIT ?) AS found`,
    [...openStates, ...inScope.bindings, atMost],
  )
  return row?.n ?? 0
}

/** A request of which whoever answers for its key has not been told. */
export interface UntoldRequest {
  uid: string
  refusal: AskableRefusal
  /** In `glpi_users`; undefined: the server itself. */
  issuerId: number | undefined
}

const UntoldRow = z.object({
  uid: Bytes,
  refusal: z.enum(askableRefusals),
  issuer_users_id: z.number().nullable(),
})

export async function listUntold(db: Db, limit: number): Promise<UntoldRequest[]> {
  const rows = await select(
    db,
    UntoldRow,
    `SELECT r.uid, r.refusal, k.issuer_users_id
     FROM link_requests r JOIN registration_keys k ON k.uid = r.key_uid
     WHERE r.state = 'waiting' AND r.told_at IS NULL ORDER BY r.asked_at LIMIT ?`,
    [limit],
  )
  return rows.map((row) => ({
    uid: uidFromBytes(row.uid),
    refusal: row.refusal,
    issuerId: row.issuer_users_id ?? undefined,
  }))
}

export async function markTold(trx: Db, uids: readonly string[], now: Date): Promise<void> {
  if (uids.length === 0) return
  const bindings: Bindings = [now, ...uids.map(uidToBytes)]
  await change(trx, `UPDATE link_requests SET told_at = ? WHERE uid IN (${marks(uids)})`, bindings)
}

/** Whether a mail with this key's link has reached the server of this address. */
export async function wasInvitedByMail(
  db: Db,
  { keyUid, address }: { keyUid: string; address: string },
): Promise<boolean> {
  const rows = await select(
    db,
    z.object({ uid: Bytes }),
    `SELECT o.uid FROM outbox o JOIN outbox_details d ON d.outbox_uid = o.uid
     WHERE o.key_uid = ? AND o.kind IN ('invitation', 'reminder', 'reissued') AND o.state = 'sent' AND d.address = ? LIMIT 1`,
    [uidToBytes(keyUid), address],
  )
  return rows.length > 0
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join()
