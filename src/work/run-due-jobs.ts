import type { Context } from '../context'
import { ensureJobs, listJobs } from '../shared/jobs-store'
import type { Job } from './job'
import { jobs } from './jobs'
import { type JobRun, run } from './run-job'

/**
 * Runs what is due and nobody else is at, one job after the other; what every process does at once comes last, so that
 * mails queued by the others leave in the same run.
 *
 * @returns the runs that were begun here
 */
export async function runDueJobs(
  context: Context,
  stop: AbortSignal = new AbortController().signal,
  list: readonly Job[] = jobs,
): Promise<JobRun[]> {
  await ensureJobs(
    context.db,
    list.map(({ name }) => name),
    context.clock.now(),
  )
  const runs: JobRun[] = []
  for (const job of await due(context, list)) {
    if (stop.aborted) break
    const ended = await run(context, job, { onlyIfDue: true, stop })
    if (ended.state !== 'busy') runs.push(ended)
  }
  return runs
}

async function due({ db, clock }: Context, list: readonly Job[]): Promise<Job[]> {
  const now = clock.now()
  const states = new Map((await listJobs(db)).map((state) => [state.name, state]))
  const isDue = ({ name }: Job) => {
    const state = states.get(name)
    return state !== undefined && state.dueAt <= now && !(state.leasedUntil && state.leasedUntil > now)
  }
  return [
    ...list.filter((job) => job.everywhere !== true && isDue(job)),
    ...list.filter((job) => job.everywhere === true),
  ]
}
