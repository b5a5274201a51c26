import type { EventActions } from '../definitions/events'
import { type EventsRead, streamEvents } from '../stream-events'
import type { Remote } from './remote'

const atOnce = 1_000

/** `events list` over the API: what the owner of the token may see. */
export const eventActions = ({ api, terminal, pause }: Remote): EventActions => ({
  list: (options) =>
    streamEvents(
      terminal,
      options,
      async (position) => {
        const kinds = options.kind.length === 0 ? undefined : options.kind.join()
        const query = { after: position, kinds, limit: atOnce }
        const page = await api.get<{ items: EventsRead['events']; next: string; more: boolean }>(
          '/events',
          query,
        )
        return { events: page.items, position: Number(page.next), isMore: page.more }
      },
      pause,
    ),
})
