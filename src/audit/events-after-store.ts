import { z } from 'zod'
import { type Db, select } from '../shared/db'
import { eventColumns, eventJoins, EventRow, type ListedEvent, listedEvent } from './event-list-store'
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

/** Numbering what is new is part of reading it; an installation that was upgraded has more than one reader waits for. */
const numberedAtMost = 2_000
/** One statement looks at so many events, however few of them somebody may see. */
const lookedAt = 20_000
const looksAtMost = 5

/** The events after a position that this person may see, the oldest first. A page may be short and not the last. */
export async function listEventsAfter(
  db: Db,
  viewer: Viewer,
  { position, limit, kinds }: { position: number; limit: number; kinds?: readonly EventKind[] | undefined },
): Promise<EventsAfter> {
  await numberEvents(db, { atMost: numberedAtMost })
  const { position: last } = await readNumbering(db)
  const asked = await conditionsFor(db, viewer, kinds)
  const events: PlacedEvent[] = []
  let from = position
  for (let looks = 0; looks < looksAtMost && from < last && events.length < limit; looks += 1) {
    const upTo = Math.min(from + lookedAt, last)
    const room = limit - events.length
    const found = await select(
      db,
      PlacedRow,
      `SELECT ${eventColumns}, e.position FROM audit_events e FORCE INDEX (audit_events_by_position) ${eventJoins}
       WHERE e.position > ? AND e.position <= ? AND ${asked.sql} ORDER BY e.position LIMIT ?`,
      [from, upTo, ...asked.bindings, room],
    )
    events.push(...found)
    from = found.length < room ? upTo : (found.at(-1)?.position ?? upTo)
  }
  return { events, position: from, isMore: from < last }
}

/** What they see, in one condition: read by position, it needs no index of its own. */
async function conditionsFor(
  db: Db,
  viewer: Viewer,
  kinds: readonly EventKind[] | undefined,
): Promise<Condition> {
  const parts = await visibleEvents(db, viewer)
  const seen = parts.map(({ sql }) => `(${sql})`).join(' OR ')
  const bindings = parts.flatMap((part) => [...part.bindings])
  if (kinds === undefined) return { sql: `(${seen})`, bindings }
  if (kinds.length === 0) return { sql: 'FALSE', bindings: [] }
  const marks = kinds.map(() => '?').join()
  return { sql: `e.kind IN (${marks}) AND (${seen})`, bindings: [...kinds, ...bindings] }
}

const PlacedRow = EventRow.extend({ position: z.coerce.number() }).transform((row): PlacedEvent => ({
  ...listedEvent(row),
  position: row.position,
}))
