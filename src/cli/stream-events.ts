import type { EventDescription } from '../audit'
import { pausesUntilStopped } from './asked-to-stop'
import type { ListEventsOptions } from './definitions/events'
import type { Terminal } from './output'

/** What was found after a position, and where to go on. */
export interface EventsRead {
  events: readonly EventDescription[]
  position: number
  isMore: boolean
}

const lookEveryMs = 5_000

/** Prints the record as it is read; when following, it looks for more until it is told to stop. */
export async function streamEvents(
  terminal: Terminal,
  { after, follow, json }: ListEventsOptions,
  read: (position: number) => Promise<EventsRead>,
  pause: (ms: number, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const pauseUnlessStopped = follow ? pausesUntilStopped(pause) : () => 'stop' as const
  let position = after
  for (;;) {
    const page = await read(position)
    page.events.forEach((event) => terminal.out(json ? JSON.stringify(event) : lineOf(event)))
    position = page.position
    if (page.isMore) continue
    if ((await pauseUnlessStopped(lookEveryMs)) === 'stop') return
  }
}

const lineOf = ({ position, at, kind, actor, keyUid }: EventDescription): string =>
  [
    position,
    at,
    kind,
    keyUid ?? '-',
    actor.usersId === null ? (actor.osUser ?? actor.kind) : `#${actor.usersId}`,
  ].join('  ')
