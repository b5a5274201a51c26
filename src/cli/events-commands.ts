import { setTimeout as wait } from 'node:timers/promises'
import { describeEvent, type EventKind, eventKinds, listEventsAfter } from '../audit'
import { AppError } from '../shared/errors'
import type { CommandTools } from './command-tools'
import type { EventActions } from './definitions/events'
import { streamEvents } from './stream-events'

const atOnce = 1_000

/** `events list` on the server, which sees everything. */
export const eventActions = (tools: CommandTools): EventActions => ({
  list: (options) => {
    const kinds = options.kind.length === 0 ? undefined : options.kind.map(kindCalled)
    return tools.withContext(({ db }) => {
      const viewer = { usersId: 0, scope: { kind: 'all' as const }, mayConfigure: true }
      return streamEvents(
        tools.terminal,
        options,
        async (position) => {
          const found = await listEventsAfter(db, viewer, { position, limit: atOnce, kinds })
          return { ...found, events: found.events.map(describeEvent) }
        },
        (ms, signal) => wait(ms, undefined, { signal }),
      )
    })
  },
})

function kindCalled(text: string): EventKind {
  const kind = eventKinds.find((one) => one === text)
  if (kind !== undefined) return kind
  throw new AppError('INPUT_INVALID', `no such kind of event: ${text}. There are: ${eventKinds.join(', ')}`)
}
