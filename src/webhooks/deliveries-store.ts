import { z } from 'zod'
import {
  type Bindings,
  change,
  type Db,
  insertRows,
  retryTransient,
  select,
  uidFromBytes,
  uidToBytes,
} from '../shared/db'
import { type DeliveryFailure, deliveryFailures, deliveryStates, type WebhookDelivery } from './delivery'
import { testType, webhookTypes } from './event-types'

const optional = <T extends z.ZodType>(type: T) => type.nullable().transform((value) => value ?? undefined)
const Bytes = z.instanceof(Buffer)

const columns = `d.uid, d.endpoint_uid, d.event_uid, d.event_type, d.state, d.attempts, d.due_at, d.status, d.failure,
  d.created_at, d.ended_at`

const Columns = z.object({
  uid: Bytes,
  endpoint_uid: Bytes,
  event_uid: optional(Bytes),
  event_type: z.enum([...webhookTypes, testType]),
  state: z.enum(deliveryStates),
  attempts: z.number(),
  due_at: optional(z.date()),
  status: optional(z.number()),
  failure: optional(z.enum(deliveryFailures)),
  created_at: z.date(),
  ended_at: optional(z.date()),
})

const deliveryFrom = (row: z.output<typeof Columns>): WebhookDelivery => ({
  uid: uidFromBytes(row.uid),
  endpointUid: uidFromBytes(row.endpoint_uid),
  eventUid: row.event_uid === undefined ? undefined : uidFromBytes(row.event_uid),
  type: row.event_type,
  state: row.state,
  attempts: row.attempts,
  dueAt: row.due_at,
  status: row.status,
  failure: row.failure,
  createdAt: row.created_at,
  endedAt: row.ended_at,
})

const Row = Columns.transform(deliveryFrom)

export type NewDelivery = Pick<WebhookDelivery, 'uid' | 'endpointUid' | 'eventUid' | 'type'>

/** An event is told once to each endpoint. */
export const insertDeliveries = (
  trx: Db,
  deliveries: readonly NewDelivery[],
  now: Date,
  held?: { lease: string; until: Date },
): Promise<void> =>
  insertRows(
    trx,
    `webhook_deliveries
       (uid, endpoint_uid, event_uid, event_type, state, attempts, due_at, leased_by, leased_until, created_at)`,
    deliveries.map(({ uid, endpointUid, eventUid, type }) => [
      uidToBytes(uid),
      uidToBytes(endpointUid),
      eventUid === undefined ? null : uidToBytes(eventUid),
      type,
      'waiting',
      held === undefined ? 0 : 1,
      now,
      held === undefined ? null : uidToBytes(held.lease),
      held?.until ?? null,
      now,
    ]),
  )

export interface DeliveriesAsked {
  /** Of those before this one. */
  before?: string | undefined
  state?: WebhookDelivery['state'] | undefined
  limit: number
}

/** The newest first. */
export function listDeliveries(
  db: Db,
  endpointUid: string,
  { before, state, limit }: DeliveriesAsked,
): Promise<WebhookDelivery[]> {
  return select(
    db,
    Row,
    `SELECT ${columns} FROM webhook_deliveries d
     WHERE d.endpoint_uid = ?${state === undefined ? '' : ' AND d.state = ?'}${before === undefined ? '' : ' AND d.uid < ?'}
     ORDER BY d.uid DESC LIMIT ?`,
    [
      uidToBytes(endpointUid),
      ...(state === undefined ? [] : [state]),
      ...(before === undefined ? [] : [uidToBytes(before)]),
      limit,
    ],
  )
}

export async function findDelivery(db: Db, uid: string): Promise<WebhookDelivery | undefined> {
  const [row] = await select(db, Row, `SELECT ${columns} FROM webhook_deliveries d WHERE d.uid = ?`, [
    uidToBytes(uid),
  ])
  return row
}

/** Has it sent once more, as if it had just come. */
export async function sendAgain(
  db: Db,
  { endpointUid, uid }: Pick<WebhookDelivery, 'endpointUid' | 'uid'>,
  now: Date,
): Promise<boolean> {
  const { affectedRows } = await retryTransient(() =>
    change(
      db,
      `UPDATE webhook_deliveries d JOIN webhook_endpoints e ON e.uid = d.endpoint_uid AND e.off_reason IS NULL
       SET d.state = 'waiting', d.attempts = 0, d.due_at = ?, d.status = NULL, d.failure = NULL, d.ended_at = NULL
       WHERE d.uid = ? AND d.endpoint_uid = ? AND d.event_uid IS NOT NULL AND d.state <> 'waiting'`,
      [now, uidToBytes(uid), uidToBytes(endpointUid)],
    ),
  )
  return affectedRows > 0
}

/** Nothing more goes to this endpoint. */
export async function giveUpWaiting(
  trx: Db,
  endpointUid: string,
  { why, now }: { why: DeliveryFailure; now: Date },
): Promise<void> {
  await change(
    trx,
    `UPDATE webhook_deliveries SET state = 'failed', failure = ?, due_at = NULL, ended_at = ?
     WHERE endpoint_uid = ? AND state = 'waiting'`,
    [why, now, uidToBytes(endpointUid)],
  )
}

/** The endpoints that something is due for and nobody is sending, the one that was tried least in vain first. */
export async function listDueEndpoints(db: Db, now: Date): Promise<{ uid: string; failures: number }[]> {
  const rows = await select(
    db,
    z.object({ uid: Bytes, failures: z.number() }),
    `SELECT e.uid, e.failures FROM webhook_endpoints e WHERE e.off_reason IS NULL AND EXISTS
       (SELECT 1 FROM webhook_deliveries d WHERE d.endpoint_uid = e.uid AND d.due_at <= ?
          AND (d.leased_until IS NULL OR d.leased_until <= ?))
     ORDER BY e.failures, e.uid`,
    [now, now],
  )
  return rows.map(({ uid, failures }) => ({ uid: uidFromBytes(uid), failures }))
}

export async function listDue(db: Db, endpointUid: string, now: Date, limit: number): Promise<string[]> {
  const rows = await select(
    db,
    z.object({ uid: Bytes }),
    `SELECT uid FROM webhook_deliveries
     WHERE endpoint_uid = ? AND due_at <= ? AND (leased_until IS NULL OR leased_until <= ?)
     ORDER BY due_at, uid LIMIT ?`,
    [uidToBytes(endpointUid), now, now, limit],
  )
  return rows.map(({ uid }) => uidFromBytes(uid))
}

/**
 * Takes a message for oneself until `until`, committed before anything is sent. An attempt counts from here on: one at
 * which workers die, and which is tried every time its lease lapses, is known by how many it has had.
 */
export async function claimDelivery(
  db: Db,
  uid: string,
  { lease, now, until }: { lease: string; now: Date; until: Date },
): Promise<boolean> {
  const { affectedRows } = await retryTransient(() =>
    change(
      db,
      `UPDATE webhook_deliveries SET leased_by = ?, leased_until = ?, attempts = attempts + 1
       WHERE uid = ? AND state = 'waiting' AND due_at <= ? AND (leased_until IS NULL OR leased_until <= ?)`,
      [uidToBytes(lease), until, uidToBytes(uid), now, now],
    ),
  )
  return affectedRows === 1
}

/** A message somebody holds. */
export interface HeldDelivery {
  uid: string
  lease: string
}

export interface ClaimedDelivery {
  delivery: WebhookDelivery
  url: string
  isOff: boolean
  /** Sealed. */
  secret: string
  former: { secret: string; until: Date } | undefined
}

const Target = Columns.extend({
  url: z.string(),
  off_reason: z.string().nullable(),
  secret: z.string(),
  former_secret: optional(z.string()),
  former_until: optional(z.date()),
}).transform((row): ClaimedDelivery => ({
  delivery: deliveryFrom(row),
  url: row.url,
  isOff: row.off_reason !== null,
  secret: row.secret,
  former:
    row.former_secret === undefined || row.former_until === undefined
      ? undefined
      : { secret: row.former_secret, until: row.former_until },
}))

/** With where it goes, as that is now; undefined when the endpoint was deleted. */
export async function readClaimed(db: Db, uid: string): Promise<ClaimedDelivery | undefined> {
  const [row] = await select(
    db,
    Target,
    `SELECT ${columns}, e.url, e.off_reason, e.secret, e.former_secret, e.former_until
     FROM webhook_deliveries d JOIN webhook_endpoints e ON e.uid = d.endpoint_uid WHERE d.uid = ?`,
    [uidToBytes(uid)],
  )
  return row
}

/** It was taken, whoever has the lease by now. */
export const markDelivered = (
  db: Db,
  { uid }: HeldDelivery,
  { status, now }: { status: number; now: Date },
): Promise<boolean> =>
  settle(db, `state = 'delivered', due_at = NULL, ended_at = ?, status = ?, failure = NULL`, [now, status], {
    uid,
  })

export interface Failed {
  why: DeliveryFailure
  status: number | undefined
}

export const markFailed = (
  db: Db,
  held: HeldDelivery,
  { why, status }: Failed,
  now: Date,
): Promise<boolean> =>
  settle(
    db,
    `state = 'failed', due_at = NULL, ended_at = ?, status = ?, failure = ?`,
    [now, status ?? null, why],
    held,
  )

export const postpone = (
  db: Db,
  held: HeldDelivery,
  { why, status }: Failed,
  dueAt: Date,
): Promise<boolean> => settle(db, 'due_at = ?, status = ?, failure = ?', [dueAt, status ?? null, why], held)

/** @returns whether it was still waiting, and theirs */
async function settle(
  db: Db,
  what: string,
  bindings: Bindings,
  { uid, lease }: { uid: string; lease?: string },
): Promise<boolean> {
  const { affectedRows } = await change(
    db,
    `UPDATE webhook_deliveries SET leased_by = NULL, leased_until = NULL, ${what}
     WHERE uid = ? AND state = 'waiting'${lease === undefined ? '' : ' AND leased_by = ?'}`,
    [...bindings, uidToBytes(uid), ...(lease === undefined ? [] : [uidToBytes(lease)])],
  )
  return affectedRows === 1
}
