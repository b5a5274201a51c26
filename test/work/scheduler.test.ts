import { EventEmitter, once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { createContext, type Context } from '../../src/context'
import { AppError } from '../../src/shared/errors'
import { type JobState, listJobs, takeJob } from '../../src/shared/jobs-store'
import { newUid } from '../../src/shared/random'
import { runDueJobs, startBackground } from '../../src/work'
import type { Job } from '../../src/work/job'
import { keepLease, leaseMs } from '../../src/work/keep-lease'
import { run } from '../../src/work/run-job'
import { startTestApp, type TestApp } from '../support/test-app'

const minuteMs = 60_000
const dayMs = 86_400_000
const never = new AbortController().signal

let app: TestApp
let other: Context
beforeAll(async () => {
  app = await startTestApp()
  other = createContext(app.context.config, { clock: app.clock, log: app.context.log })
})
afterAll(async () => {
  await other.close()
  await app.close()
})
beforeEach(() => app.database.sql('DELETE FROM ??.jobs', [app.database.database]))

/** A job that is done once a day, and how often it was. */
function givenJob(run: Job['run'] = () => Promise.resolve('did it')): Job & { runs: number } {
  const job = {
    name: 'post' as const,
    everyMs: dayMs,
    runs: 0,
    run: (context: Context, stop?: AbortSignal) => {
      job.runs += 1
      return run(context, stop)
    },
  }
  return job
}

const due = (job: Job, context = app.context) => runDueJobs(context, never, [job])
const atOnce = (job: Job) => run(app.context, job, { onlyIfDue: false, stop: never })

async function state(): Promise<JobState> {
  const [row] = await listJobs(app.context.db)
  if (row === undefined) throw new Error('there is no job')
  return row
}

/** What a process that is now dead has left behind. */
async function givenLeaseOfTheDead(job: Job): Promise<void> {
  await due(job)
  app.clock.advance(dayMs)
  const now = app.clock.now()
  const lease = { name: job.name, uid: newUid(app.context) }
  await takeJob(app.context.db, lease, { now, until: new Date(now.getTime() + leaseMs), onlyIfDue: true })
}

describe('a job in the background', () => {
  it('is done by one of ten that find it due at once', async () => {
    const job = givenJob()

    const runs = await Promise.all(
      Array.from({ length: 10 }, (_, index) => due(job, index % 2 === 0 ? app.context : other)),
    )

    expect(job.runs).toBe(1)
    expect(runs.flat()).toEqual([{ job: 'post', state: 'done', outcome: 'did it' }])
  })

  it('is due again when its time has come, and not before', async () => {
    const job = givenJob()
    await due(job)

    app.clock.advance(dayMs - minuteMs)
    await due(job, other)
    expect(job.runs).toBe(1)

    app.clock.advance(minuteMs)
    await due(job, other)
    expect(job.runs).toBe(2)
  })

  it('of a process that died is taken over when its lease lapses, and not before', async () => {
    const job = givenJob()
    await givenLeaseOfTheDead(job)

    app.clock.advance(leaseMs - 1_000)
    await due(job)
    expect(job.runs).toBe(1)

    app.clock.advance(1_001)
    await due(job)
    expect(job.runs).toBe(2)
  })

  it('keeps its lease as long as its process lives', async () => {
    await due(givenJob())
    const lease = { name: 'post', uid: newUid(app.context) }
    const take = (uid: string) => {
      const now = app.clock.now()
      const until = new Date(now.getTime() + leaseMs)
      return takeJob(app.context.db, { ...lease, uid }, { now, until, onlyIfDue: false })
    }
    await take(lease.uid)

    const kept = keepLease(app.context, lease, 5)
    for (let minute = 0; minute < 5; minute += 1) {
      app.clock.advance(minuteMs)
      const renewed = app.clock.now().getTime() + leaseMs
      while (((await state()).leasedUntil?.getTime() ?? 0) < renewed) await pause(5)
    }
    kept.stop()

    expect(await take(newUid(app.context))).toBe(false)
    expect(kept.lost.aborted).toBe(false)
  })

  it('is told to stop when somebody else has taken it over', async () => {
    const job = givenJob()
    await givenLeaseOfTheDead(job)

    const kept = keepLease(app.context, { name: 'post', uid: newUid(app.context) }, 5)
    while (!kept.lost.aborted) await pause(5)
    kept.stop()

    expect(kept.lost.aborted).toBe(true)
  })

  it('runs at the press of a button though it is not due, but not twice at once', async () => {
    const running: Promise<unknown>[] = []
    const job = givenJob(async () => {
      if (running.length === 0) {
        running.push(atOnce(job))
        expect(await running[0]).toMatchObject({ state: 'busy' })
      }
      return 'did it'
    })
    await due(givenJob())

    expect(await atOnce(job)).toMatchObject({ state: 'done' })
    expect(job.runs).toBe(1)
  })

  it('that fails says why, is tried again within a quarter of an hour, and is then forgiven', async () => {
    let answer: Job['run'] = () => Promise.reject(new AppError('CONFIG_INVALID', 'the mail server is away'))
    const job = givenJob((context, stop) => answer(context, stop))

    expect(await due(job)).toEqual([{ job: 'post', state: 'failed', outcome: 'the mail server is away' }])
    app.clock.advance(15 * minuteMs)
    await due(job)
    expect(await state()).toMatchObject({ failures: 2, outcome: 'the mail server is away' })

    answer = () => Promise.resolve('did it')
    app.clock.advance(15 * minuteMs)
    await due(job)
    expect(await state()).toMatchObject({ failures: 0, outcome: 'did it', leasedUntil: undefined })
  })

  it('that fails in a way nobody foresaw does not repeat what the error says', async () => {
    const job = givenJob(() => Promise.reject(new TypeError('https://help.example.org/r/secret')))

    const [ended] = await due(job)

    expect(ended?.outcome).toBe('something nobody foresaw (TypeError): see the log')
    expect((await state()).outcome).toBe(ended?.outcome)
  })

  it('that is for all is done by every process', async () => {
    const job = { ...givenJob(), everywhere: true as const }

    const runs = await Promise.all([due(job), due(job, other)])

    expect(runs.flat()).toHaveLength(2)
  })

  it('that looks all the time says so once a minute while nothing is due, and what it said before stays', async () => {
    let answer: string | undefined = 'did it'
    const job = { ...givenJob(() => Promise.resolve(answer)), everywhere: true as const }
    await due(job)
    const { endedAt } = await state()
    answer = undefined

    app.clock.advance(minuteMs - 1_000)
    await due(job, other)
    expect(await state()).toMatchObject({ endedAt, outcome: 'did it' })

    app.clock.advance(1_000)
    await due(job, other)
    expect((await state()).endedAt).not.toEqual(endedAt)
    expect((await state()).outcome).toBe('did it')

    answer = 'did more'
    await due(job)
    expect((await state()).outcome).toBe('did more')
  })

  it('that failed stays so while nothing is due', async () => {
    const job = {
      ...givenJob(() => Promise.reject(new AppError('CONFIG_INVALID', 'away'))),
      everywhere: true as const,
    }
    await due(job)

    app.clock.advance(minuteMs)
    await due({ ...givenJob(() => Promise.resolve(undefined)), everywhere: true })

    expect(await state()).toMatchObject({ failures: 1, outcome: 'away' })
  })
})

describe('the background', () => {
  it('when stopped, asks the job at work to end and waits for it', async () => {
    const beginning = new EventEmitter()
    const begun = once(beginning, 'begun')
    const job = givenJob(async (_, stop) => {
      beginning.emit('begun')
      await new Promise((resolve) => stop?.addEventListener('abort', resolve))
      return 'finished what was in hand'
    })

    const background = startBackground(app.context, [job])
    await begun
    await background.stop()

    expect(await state()).toMatchObject({ outcome: 'finished what was in hand', leasedUntil: undefined })
    app.clock.advance(1)
    await due(givenJob())
    expect(await state()).toMatchObject({ outcome: 'did it' }) // cut off, so due at once
  })
})
