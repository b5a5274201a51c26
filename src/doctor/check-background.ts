import type { Context } from '../context'
import { type JobState, listJobs } from '../shared/jobs-store'
import { type Finding, ok, warn } from './finding'

const hourMs = 3_600_000
/** Nothing is due that long while somebody works; nor does anything take that long. */
const patienceMs = { late: hourMs, running: 6 * hourMs }

const advice = 'is the server running without WORKER=off, or "glpi-invite work"?'

/** Whether somebody does the work in the background, and how it went. */
export async function checkBackground({ db, clock, config }: Context): Promise<Finding> {
  const jobs = await listJobs(db)
  const now = clock.now()
  if (jobs.every(({ endedAt }) => endedAt === undefined)) {
    return config.worker
      ? ok('nothing has been done yet; the server does it while it runs')
      : warn(
          `nothing has been done yet, and WORKER is off: run "glpi-invite work", or let cron run it --once`,
        )
  }
  const troubles = jobs.flatMap((job) => troubleOf(job, now))
  return troubles.length === 0 ? ok('what is due has been done') : warn(troubles.join('; '))
}

function troubleOf({ name, dueAt, beganAt, leasedUntil, failures, outcome }: JobState, now: Date): string[] {
  const ageOf = (instant: Date) => now.getTime() - instant.getTime()
  if (leasedUntil !== undefined && leasedUntil > now) {
    const ageMs = beganAt === undefined ? 0 : ageOf(beganAt)
    return ageMs > patienceMs.running
      ? [`${name} has been running for ${hours(ageMs)}: look into the log of the process that does it`]
      : []
  }
  if (ageOf(dueAt) > patienceMs.late) return [`${name} is ${hours(ageOf(dueAt))} late: ${advice}`]
  return failures === 0 ? [] : [`${name} failed ${times(failures)}: ${outcome ?? 'no reason given'}`]
}

const hours = (ms: number): string => {
  const whole = Math.floor(ms / hourMs)
  return whole === 1 ? '1 hour' : `${whole} hours`
}
const times = (n: number): string => (n === 1 ? 'the last time' : `${n} times in a row`)
