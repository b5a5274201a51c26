import { numberEvents } from '../audit'
import type { Job } from './job'

/** Events have their positions when somebody asks; and those of before an upgrade, some 100,000 in a run. */
export const eventsJob: Job = {
  name: 'events',
  everyMs: 15_000,
  run: async ({ db }) => {
    const isDone = await numberEvents(db)
    return isDone ? undefined : 'there are more to give a position to: they follow in the next runs'
  },
}
