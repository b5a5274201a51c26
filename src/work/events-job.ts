import { numberEvents } from '../audit'
import { recordEndedKeys } from '../keys'
import type { Job } from './job'

/**
 * What comes about by time alone is recorded, and events have their positions when somebody asks; those of before an
 * upgrade get theirs here, some 100,000 in a run.
 */
export const eventsJob: Job = {
  name: 'events',
  everyMs: 15_000,
  run: async (context, stop) => {
    const expired = await recordEndedKeys(context, stop)
    const isNumbered = await numberEvents(context.db)
    const said = [
      ...(expired === 0 ? [] : [`${expired} key(s) expired`]),
      ...(isNumbered ? [] : ['there are more events to give a position to: they follow in the next runs']),
    ]
    return said.length === 0 ? undefined : said.join('; ')
  },
}
