import { z } from 'zod'
import { change, type Db, select, uidFromBytes, uidToBytes } from '../shared/db'
import type { EventKind } from '../audit'

const optional = <T extends z.ZodType>(type: T) => type.nullable().transform((value) => value ?? undefined)
const Bytes = z.instanceof(Buffer)
const uidOrNull = Bytes.nullable().transform((bytes) => (bytes === null ? null : uidFromBytes(bytes)))

/** An event, as far as receivers are told of it. */
export interface ToldEvent {
  uid: string
  position: number
  at: Date
  kind: string
  key: string | null
  registration: string | null
  actor: { kind: string; usersId: number | undefined }
  details: unknown
  /** The account that a completed registration became. */
  usersId: number | undefined
}

const Row = z
  .object({
    uid: Bytes,
    position: z.coerce.number(),
    at: z.date(),
    kind: z.string(),
    key_uid: uidOrNull,
    registration_uid: uidOrNull,
    actor_kind: z.string(),
    actor_users_id: optional(z.number()),
    details: z.string().nullable(),
    users_id: optional(z.number()),
  })
  .transform((row): ToldEvent => ({
    uid: uidFromBytes(row.uid),
    position: row.position,
    at: row.at,
    kind: row.kind,
    key: row.key_uid,
    registration: row.registration_uid,
    actor: { kind: row.actor_kind, usersId: row.actor_users_id },
    details: row.details === null ? {} : (JSON.parse(row.details) as unknown),
    usersId: row.users_id,
  }))

export async function readToldEvent(db: Db, uid: string): Promise<ToldEvent | undefined> {
  const [row] = await select(
    db,
    Row,
    `SELECT e.uid, e.position, e.at, e.kind, e.key_uid, e.registration_uid, e.actor_kind, e.actor_users_id,
       e.details, r.users_id
     FROM audit_events e LEFT JOIN registrations r ON r.uid = e.registration_uid WHERE e.uid = ?`,
    [uidToBytes(uid)],
  )
  return row
}

/** An endpoint that has not been told of all there is. */
export interface Listener {
  uid: string
  /** It is told up to here, */
  position: number
  /** and of nothing before this instant. */
  toldFrom: Date
  types: string
}

const ListenerRow = z
  .object({ uid: Bytes, position: z.coerce.number(), told_from: z.date(), event_types: z.string() })
  .transform((row): Listener => ({
    uid: uidFromBytes(row.uid),
    position: row.position,
    toldFrom: row.told_from,
    types: row.event_types,
  }))

export const listListeners = (db: Db, position: number): Promise<Listener[]> =>
  select(
    db,
    ListenerRow,
    `SELECT uid, position, told_from, event_types FROM webhook_endpoints
     WHERE off_reason IS NULL AND position < ? ORDER BY uid`,
    [position],
  )

/** Of two who queue the same one is told false. */
export async function moveListener(
  trx: Db,
  { uid, position }: Pick<Listener, 'uid' | 'position'>,
  to: number,
): Promise<boolean> {
  const { affectedRows } = await change(
    trx,
    'UPDATE webhook_endpoints SET position = ? WHERE uid = ? AND position = ? AND off_reason IS NULL',
    [to, uidToBytes(uid), position],
  )
  return affectedRows === 1
}

interface EventToTell {
  uid: string
  kind: string
}

/** The events of these kinds between two positions, the second included. */
export async function listEventsToTell(
  db: Db,
  { kinds, after, upTo, from }: { kinds: readonly EventKind[]; after: number; upTo: number; from: Date },
): Promise<EventToTell[]> {
  if (kinds.length === 0) return []
  const rows = await select(
    db,
    z.object({ uid: Bytes, kind: z.string() }),
    `SELECT uid, kind FROM audit_events FORCE INDEX (audit_events_by_position)
     WHERE position > ? AND position <= ? AND at >= ? AND kind IN (${kinds.map(() => '?').join()})
     ORDER BY position`,
    [after, upTo, from, ...kinds],
  )
  return rows.map(({ uid, kind }) => ({ uid: uidFromBytes(uid), kind }))
}
