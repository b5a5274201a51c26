import type { Context } from '../../context'
import { type JobState, listJobs } from '../../shared/jobs-store'
import { jobs } from '../../work'
import type { Desk, Own } from './desk'

type Row = Own<'status'>['jobs'][number]
type State = keyof Desk['t']['status']['jobs']['states']

const hourMs = 3_600_000
const tones: Record<State, Row['tone']> = {
  running: 'good',
  done: 'good',
  failed: 'bad',
  late: 'warn',
  waiting: 'quiet',
}

/** The work in the background, as it is known to all servers together. */
export async function jobRows({ db, clock }: Context, desk: Desk): Promise<Row[]> {
  const now = clock.now()
  const states = new Map((await listJobs(db)).map((state) => [state.name, state]))
  const { states: words, names } = desk.t.status.jobs
  return jobs.map(({ name }) => {
    const known = states.get(name)
    const state = stateOf(known, now)
    return {
      name: names[name],
      state: words[state],
      status: tones[state] === 'good' ? 'ok' : 'warn',
      tone: tones[state],
      last: known?.endedAt && whenOf(desk, known.endedAt),
      next: known && whenOf(desk, known.dueAt < now ? now : known.dueAt),
      outcome: known?.outcome ?? '',
    }
  })
}

function stateOf(job: JobState | undefined, now: Date): State {
  if (job === undefined) return 'waiting'
  if (job.leasedUntil !== undefined && job.leasedUntil > now) return 'running'
  if (now.getTime() - job.dueAt.getTime() > hourMs) return 'late'
  if (job.failures > 0) return 'failed'
  return job.endedAt === undefined ? 'waiting' : 'done'
}

const whenOf = ({ format }: Desk, instant: Date) => ({
  text: format.instant(instant),
  iso: format.iso(instant),
})
