import { z } from 'zod'
import { type Db, inTransaction, select, uidToBytes } from '../shared/db'
import { eventColumns, eventJoins, EventRow, type ListedEvent, listedEvent, oneOf } from './event-list-store'
import type { EventKind } from './events-store'
import { numberEvents, readNumbering } from './number-events-store'
import { type Condition, visibleEvents, type Viewer } from './visible-events-store'

export interface PlacedEvent extends ListedEvent {
  position: number
}

/** What came after a position, in order. */
export interface EventsAfter {
  events: PlacedEvent[]
  /** Where to go on; everything up to here has been looked at, and nothing will ever be added there. */
  position: number
  /** There may be more already. */
  isMore: boolean
}

/** Which of them. */
export interface AskedEvents {
  kinds?: readonly EventKind[] | undefined
  keyUid?: string | undefined
}

/** Numbering what is new is part of reading it; an installation that was upgraded has more than one reader waits for. */
const numberedAtMost = 2_000
/** One statement looks at so many events, however few of them somebody may see. */
const lookedAt = 20_000
const looksAtMost = 5

/**
 * The events after a position that this person may see, the oldest first. A page may be short and not the last. Up to
 * where there are positions is read in one transaction with the events, and so on one node of a cluster: another may not
 * have heard of all of them, and they would be passed over for good.
 */
export async function listEventsAfter(
  db: Db,
  viewer: Viewer,
  asked: AskedEvents & { position: number; limit: number },
): Promise<EventsAfter> {
  await numberEvents(db, { atMost: numberedAtMost })
  return inTransaction(db, (trx) => readAfter(trx, viewer, asked))
}

async function readAfter(
  trx: Db,
  viewer: Viewer,
  { position, limit, ...asked }: AskedEvents & { position: number; limit: number },
): Promise<EventsAfter> {
  const { position: last } = await readNumbering(trx)
  const { sql, bindings } = await conditionsFor(trx, viewer, asked)
  // Those of one key are few and have an index of their own: there is nothing to be read past.
  const isOfKey = asked.keyUid !== undefined
  const index = isOfKey ? 'audit_events_by_key' : 'audit_events_by_position'
  const events: PlacedEvent[] = []
  let from = position
  for (let looks = 0; looks < looksAtMost && from < last && events.length < limit; looks += 1) {
    const upTo = isOfKey ? last : Math.min(from + lookedAt, last)
    const room = limit - events.length
    const found = await select(
      trx,
      PlacedRow,
      `SELECT ${eventColumns}, e.position FROM audit_events e FORCE INDEX (${index}) ${eventJoins}
       WHERE e.position > ? AND e.position <= ? AND ${sql} ORDER BY e.position LIMIT ?`,
      [from, upTo, ...bindings, room],
    )
    events.push(...found)
    from = found.length < room ? upTo : (found.at(-1)?.position ?? upTo)
  }
  return { events, position: from, isMore: from < last }
}

/** What they see, in one condition: read by position, it needs no index of its own. */
async function conditionsFor(db: Db, viewer: Viewer, { kinds, keyUid }: AskedEvents): Promise<Condition> {
  const parts = await visibleEvents(db, viewer)
  const conditions: Condition[] = [
    ...(keyUid === undefined ? [] : [{ sql: 'e.key_uid = ?', bindings: [uidToBytes(keyUid)] }]),
    ...(kinds === undefined ? [] : [oneOf('e.kind', kinds)]),
    {
      sql: `(${parts.map(({ sql }) => `(${sql})`).join(' OR ')})`,
      bindings: parts.flatMap((part) => [...part.bindings]),
    },
  ]
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    bindings: conditions.flatMap(({ bindings }) => [...bindings]),
  }
}

const PlacedRow = EventRow.extend({ position: z.coerce.number() }).transform((row): PlacedEvent => ({
  ...listedEvent(row),
  position: row.position,
}))
