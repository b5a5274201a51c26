import { sweepHolds } from '../keys'
import type { Job } from './job'

/** Whoever asks for a link that is held up is told to come back: what nobody confirmed must not hold it for long. */
export const sweepHoldsJob: Job = {
  name: 'sweep-holds',
  everyMs: 60_000,
  run: async (context, stop) => `${await sweepHolds(context, stop)} use(s) given back`,
}
