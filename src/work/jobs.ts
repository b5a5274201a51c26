import type { Job } from './job'
import { resealJob } from './reseal-job'

/** Everything that is done in the background. */
export const jobs: readonly Job[] = [resealJob]
