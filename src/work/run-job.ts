import type { Context } from '../context'
import { AppError } from '../shared/errors'
import type { JobName } from '../shared/job-names'
import { endJob, ensureJobs, noteRun, takeJob } from '../shared/jobs-store'
import { newUid } from '../shared/random'
import type { Job } from './job'
import { jobs } from './jobs'
import { keepLease, leaseMs } from './keep-lease'

/** What became of one run. `busy`: another process is at it, so it was not begun. */
export interface JobRun {
  job: JobName
  state: 'done' | 'failed' | 'busy'
  /** What it did, or why it failed; undefined: nothing was due. */
  outcome: string | undefined
}

/** Runs a job now, due or not, unless another process is at it. What goes wrong inside is its outcome, not an error. */
export async function runJob(context: Context, name: JobName): Promise<JobRun> {
  const job = new Map<string, Job>(jobs.map((one) => [one.name, one])).get(name)
  if (job === undefined) throw new AppError('NOT_FOUND', `there is no job called ${name}`)
  await ensureJobs(context.db, [name], context.clock.now())
  return run(context, job, { onlyIfDue: false, stop: new AbortController().signal })
}

/** @param onlyIfDue a job that is not is `busy`: another process has just done it */
export function run(
  context: Context,
  job: Job,
  asked: { onlyIfDue: boolean; stop: AbortSignal },
): Promise<JobRun> {
  return job.everywhere === true ? runBesideOthers(context, job, asked.stop) : runAlone(context, job, asked)
}

async function runAlone(
  context: Context,
  job: Job,
  { onlyIfDue, stop }: { onlyIfDue: boolean; stop: AbortSignal },
): Promise<JobRun> {
  const { db, clock } = context
  const lease = { name: job.name, uid: newUid(context) }
  const now = clock.now()
  const isTaken = await takeJob(db, lease, { now, until: new Date(now.getTime() + leaseMs), onlyIfDue })
  if (!isTaken) return { job: job.name, state: 'busy', outcome: 'another process is at it' }

  const kept = keepLease(context, lease)
  const done = await attempt(context, job, AbortSignal.any([stop, kept.lost]))
  kept.stop()
  await endJob(db, lease, endOf(context, job, done, stop))
  return done
}

async function runBesideOthers(context: Context, job: Job, stop: AbortSignal): Promise<JobRun> {
  const beganAt = context.clock.now()
  const done = await attempt(context, job, stop)
  await noteRun(context.db, job.name, { beganAt, ...endOf(context, job, done, stop) }, quietMs)
  return done
}

const quietMs = 60_000

async function attempt(context: Context, job: Job, stop: AbortSignal): Promise<JobRun> {
  try {
    const outcome = await job.run(context, stop)
    return { job: job.name, state: 'done', outcome }
  } catch (error) {
    context.log.error({ job: job.name, err: error }, 'a job in the background failed')
    return { job: job.name, state: 'failed', outcome: describe(error) }
  }
}

/** The message of an error nobody foresaw may quote anything: its kind has to do. */
function describe(error: unknown): string {
  if (error instanceof AppError) return error.message
  const { name, code } = error as { name?: unknown; code?: unknown }
  return `something nobody foresaw (${typeof code === 'string' ? code : String(name)}): see the log`
}

const hourMs = 3_600_000

/** What failed is tried again soon, and a job that was cut off at once; a daily one need not wait for tomorrow. */
function endOf({ clock }: Context, job: Job, { state, outcome }: JobRun, stop: AbortSignal) {
  const now = clock.now()
  const failed = state === 'failed'
  const pauseMs = failed ? Math.min(job.everyMs, hourMs / 4) : stop.aborted ? 0 : job.everyMs
  return { now, dueAt: new Date(now.getTime() + pauseMs), outcome, failed }
}
