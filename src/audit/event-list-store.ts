import { z } from 'zod'
import { type Bindings, type Db, select, uidFromBytes, uidToBytes } from '../shared/db'
import type { Moment } from '../shared/moment'
import { type EventActor, type EventKind, type Origin } from './events-store'
import { type Condition, type VisibleEvents, visibleEvents, type Viewer } from './visible-events-store'

export interface EventFilter {
  kind?: EventKind | undefined
  /** One of these people; a login may be that of more than one account. */
  actors?: readonly number[] | undefined
  keyUid?: string | undefined
  from?: Date | undefined
  /** Not itself. */
  to?: Date | undefined
}

/** An event with what is looked up for showing it: names are nowhere in the record. */
export interface ListedEvent {
  uid: string
  at: Date
  /** Any text: a newer release may have written it. */
  kind: string
  actor: EventActor
  key: { uid: string; label: string; hint: string } | undefined
  registrationUid: string | undefined
  /** The account that a registration became. */
  account: { usersId: number; login: string | undefined } | undefined
  details: Readonly<Record<string, unknown>>
  from: Origin | undefined
}

/** The events that this person may see, the newest first, after `after`. */
export async function listEvents(
  db: Db,
  viewer: Viewer,
  filter: EventFilter,
  { after, limit }: { after: Moment | undefined; limit: number },
): Promise<ListedEvent[]> {
  const asked = [
    ...conditionsOf(filter),
    ...(after === undefined
      ? []
      : [
          {
            sql: '(e.at < ? OR (e.at = ? AND e.uid < ?))',
            bindings: [after.at, after.at, uidToBytes(after.uid)],
          },
        ]),
  ]
  const visible = await partsFor(db, viewer, filter)
  if (visible.length === 0) return []
  const parts = visible.map((part) =>
    allOf(
      [part, ...asked],
      'SELECT e.uid, e.at FROM audit_events e',
      'ORDER BY e.at DESC, e.uid DESC LIMIT ?',
      [limit],
    ),
  )
  return select(
    db,
    Row,
    `SELECT ${eventColumns} FROM (${union(parts)} ORDER BY at DESC, uid DESC LIMIT ?) AS shown
     JOIN audit_events e ON e.uid = shown.uid ${eventJoins} ORDER BY e.at DESC, e.uid DESC`,
    [...parts.flatMap(({ bindings }) => [...bindings]), limit],
  )
}

/** What may hold an event of that kind: only those of keys name one, so nobody looks for them among the others. */
async function partsFor(db: Db, viewer: Viewer, { kind, keyUid }: EventFilter): Promise<VisibleEvents[]> {
  const about = keyUid !== undefined ? 'keys' : kind === undefined ? undefined : subjectOf(kind)
  const parts = await visibleEvents(db, viewer)
  return parts.filter((part) => part.about === 'everything' || about === undefined || part.about === about)
}

const subjectOf = (kind: EventKind): VisibleEvents['about'] =>
  /^(key|registration)\./.test(kind) ? 'keys' : 'the instance'

/** Counting stops here: nobody needs to know whether it is 12,000 or 13,000, and finding out takes its time. */
export const eventCountCeiling = 10_000
/** And reading for the sake of a number stops here. */
const readForCounting = 20_000

const Count = z.object({ n: z.coerce.number(), more: z.coerce.number() })

/** How many there are, at most `eventCountCeiling`, and whether there may be more. */
export async function countEvents(
  db: Db,
  viewer: Viewer,
  filter: EventFilter,
): Promise<{ n: number; isMore: boolean }> {
  let n = 0
  let isMore = false
  for (const part of await partsFor(db, viewer, filter)) {
    const { sql, bindings } = part.isMetByReading ? countByReading(part, filter) : countByIndex(part, filter)
    const [row] = await select(db, Count, sql, bindings)
    n += row?.n ?? 0
    isMore ||= row?.more === 1
  }
  return { n: Math.min(n, eventCountCeiling), isMore: isMore || n >= eventCountCeiling }
}

function countByIndex(part: Condition, filter: EventFilter): Condition {
  const { sql, bindings } = allOf(
    [part, ...conditionsOf(filter)],
    'SELECT e.uid FROM audit_events e',
    'LIMIT ?',
    [eventCountCeiling],
  )
  return { sql: `SELECT COUNT(*) AS n, 0 AS more FROM (${sql}) AS found`, bindings }
}

/** Which are the newest is read from an index alone; only those are looked at. */
function countByReading(part: Condition, filter: EventFilter): Condition {
  const { sql, bindings } = allOf(
    [{ sql: 'TRUE', bindings: [] }, ...conditionsOf(filter)],
    'SELECT e.uid FROM audit_events e',
    'ORDER BY e.at DESC, e.uid DESC LIMIT ?',
    [readForCounting],
  )
  return {
    sql: `SELECT COALESCE(SUM(${part.sql}), 0) AS n, COUNT(*) >= ${readForCounting} AS more
      FROM (${sql}) AS newest JOIN audit_events e ON e.uid = newest.uid`,
    bindings: [...part.bindings, ...bindings],
  }
}

function conditionsOf({ kind, actors, keyUid, from, to }: EventFilter): Condition[] {
  return [
    ...(kind === undefined ? [] : [{ sql: 'e.kind = ?', bindings: [kind] }]),
    ...(actors === undefined ? [] : [oneOf('e.actor_users_id', actors)]),
    ...(keyUid === undefined ? [] : [{ sql: 'e.key_uid = ?', bindings: [uidToBytes(keyUid)] }]),
    ...(from === undefined ? [] : [{ sql: 'e.at >= ?', bindings: [from] }]),
    ...(to === undefined ? [] : [{ sql: 'e.at < ?', bindings: [to] }]),
  ]
}

/** `IN ()` is not SQL; NULL matches nothing. */
export function oneOf(column: string, values: readonly (number | string)[]): Condition {
  const bindings = values.length === 0 ? [null] : values
  return { sql: `${column} IN (${bindings.map(() => '?').join()})`, bindings }
}

function allOf(conditions: readonly Condition[], start: string, end: string, last: Bindings): Condition {
  return {
    sql: `${start} WHERE ${conditions.map(({ sql }) => sql).join(' AND ')} ${end}`,
    bindings: [...conditions.flatMap(({ bindings }) => [...bindings]), ...last],
  }
}

const union = (parts: readonly Condition[]): string => parts.map(({ sql }) => `(${sql})`).join(' UNION ALL ')

export const eventColumns = `e.uid, e.at, e.kind, e.key_uid, e.registration_uid, e.actor_kind, e.actor_users_id, e.actor_os_user, e.actor_token_uid, e.details,
  k.label, (SELECT c.hint FROM key_codes c WHERE c.key_uid = e.key_uid ORDER BY c.created_at DESC LIMIT 1) AS hint,
  r.users_id, d.login, n.ip, n.user_agent`

export const eventJoins = `LEFT JOIN registration_keys k ON k.uid = e.key_uid
  LEFT JOIN registrations r ON r.uid = e.registration_uid
  LEFT JOIN registration_details d ON d.registration_uid = e.registration_uid
  LEFT JOIN event_network n ON n.event_uid = e.uid`

const Text = z.string().nullable()
export const EventRow = z.object({
  uid: z.instanceof(Buffer),
  at: z.date(),
  kind: z.string(),
  key_uid: z.instanceof(Buffer).nullable(),
  registration_uid: z.instanceof(Buffer).nullable(),
  actor_kind: z.string(),
  actor_users_id: z.number().nullable(),
  actor_os_user: Text,
  actor_token_uid: z.instanceof(Buffer).nullable(),
  details: Text,
  label: Text,
  hint: Text,
  users_id: z.number().nullable(),
  login: Text,
  ip: Text,
  user_agent: Text,
})

export const listedEvent = (row: z.output<typeof EventRow>): ListedEvent => ({
  uid: uidFromBytes(row.uid),
  at: row.at,
  kind: row.kind,
  actor: actorFrom(row),
  key:
    row.key_uid === null
      ? undefined
      : { uid: uidFromBytes(row.key_uid), label: row.label ?? '', hint: row.hint ?? '' },
  registrationUid: row.registration_uid === null ? undefined : uidFromBytes(row.registration_uid),
  account: row.users_id === null ? undefined : { usersId: row.users_id, login: row.login || undefined },
  details: detailsFrom(row.details),
  from: row.ip === null ? undefined : { ip: row.ip, userAgent: row.user_agent ?? '' },
})

const Row = EventRow.transform(listedEvent)

interface StoredActor {
  actor_kind: string
  actor_users_id: number | null
  actor_os_user: string | null
  actor_token_uid: Buffer | null
}

function actorFrom({
  actor_kind: kind,
  actor_users_id: usersId,
  actor_os_user: osUser,
  actor_token_uid: token,
}: StoredActor): EventActor {
  const at = osUser === null ? {} : { osUser }
  const by = token === null ? {} : { tokenUid: uidFromBytes(token) }
  if (kind === 'user' && usersId !== null) return { kind, usersId, ...at, ...by }
  if (kind === 'system') return { kind, ...at }
  return { kind: kind === 'invitee' ? kind : 'stranger' }
}

const Details = z.record(z.string(), z.unknown())

function detailsFrom(json: string | null): Readonly<Record<string, unknown>> {
  try {
    return Details.parse(JSON.parse(json ?? '{}'))
  } catch {
    return {}
  }
}
