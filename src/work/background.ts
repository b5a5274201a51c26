import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from '../context'
import { ensureJobs } from '../shared/jobs-store'
import type { Job } from './job'
import { jobs } from './jobs'
import { runDueJobs } from './run-due-jobs'
import { run } from './run-job'

export interface Background {
  /** Begins nothing more, and waits for the step in hand. */
  stop(): Promise<void>
}

/** How often we look whether something is due: one small SELECT. */
const lookEveryMs = 15_000
/** After a failure, such as a database or a mail server that does not answer. */
const patienceMs = 60_000

/**
 * Does the work in the background until it is stopped: in the server, or in a process of its own. Jobs for one process
 * at a time follow each other; each of those for all has a loop of its own, so that no long job holds up the mails.
 */
export function startBackground(context: Context, list: readonly Job[] = jobs): Background {
  const stopping = new AbortController()
  const alone = list.filter((job) => job.everywhere !== true)
  const everywhere = list.filter((job) => job.everywhere === true)

  const loops = [
    again(context, stopping.signal, async () => {
      await runDueJobs(context, stopping.signal, alone)
      return lookEveryMs
    }),
    ...everywhere.map((job) =>
      again(context, stopping.signal, async () => {
        await ensureJobs(context.db, [job.name], context.clock.now())
        const { state } = await run(context, job, { onlyIfDue: false, stop: stopping.signal })
        return state === 'failed' ? patienceMs : job.everyMs
      }),
    ),
  ]
  return {
    stop: async () => {
      stopping.abort()
      await Promise.all(loops)
    },
  }
}

/** @param step answers how long to pause before the next */
async function again({ log }: Context, stop: AbortSignal, step: () => Promise<number>): Promise<void> {
  while (!stop.aborted) {
    const pauseMs = await step().catch((error: unknown) => {
      log.warn({ err: error }, 'the work in the background could not be looked at')
      return lookEveryMs
    })
    await pause(pauseMs, undefined, { signal: stop }).catch(() => undefined)
  }
}
