import type { Job } from './job'

/** Everything that is done in the background. */
export const jobs: readonly Job[] = []
