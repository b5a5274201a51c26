import { setTimeout as pause } from 'node:timers/promises'
import { queueMails } from '../../src/mail'
import { givenKey } from '../support/builders'
import { runCommand, type Spoken } from '../support/command-line'
import { type Mood, startMailServer, type TestMailServer } from '../support/mail-server'
import { startServerProcess } from '../support/server-process'
import { startTestApp, type TestApp } from '../support/test-app'
import { startWorkerProcess } from '../support/worker-process'

let app: TestApp
let server: TestMailServer
let mood: Mood = 'well'
beforeAll(async () => {
  app = await startTestApp()
  server = await startMailServer((moment) => (moment === 'sender' ? mood : 'well'))
})
afterAll(async () => {
  await server.close()
  await app.close()
})

/** An invitation that waits to be sent, by the clock of processes, too. @returns its address */
async function givenMail(): Promise<string> {
  const key = await givenKey(app)
  const dueAt = new Date()
  const address = `${key.uid}@example.org`
  await queueMails(app.context.db, app.context, [
    { kind: 'invitation', to: { address }, language: 'en', keyUid: key.uid, dueAt },
  ])
  return address
}

const work = (env: Record<string, string>, ...args: string[]): Promise<Spoken> =>
  runCommand({ ...app.env, ...env }, ['work', '--once', ...args], { clock: app.clock })

const runOf = ({ out }: Spoken, job: string) =>
  (JSON.parse(out) as { job: string; state: string; outcome?: string }[]).find((run) => run.job === job)

describe('work --once', () => {
  it('sends what waits, says so, and exits with 0', async () => {
    const address = await givenMail()

    const spoken = await work({ SMTP_URL: server.url }, '--json')

    expect(spoken.code).toBe(0)
    expect(runOf(spoken, 'post')).toEqual({ job: 'post', state: 'done', outcome: 'mails: 1 sent' })
    expect(server.taken.map(({ to }) => to)).toEqual([address])
  })

  it('does what is due besides, once', async () => {
    app.clock.advance(7 * 86_400_000)

    const [first, second] = [await work({}, '--json'), await work({}, '--json')]

    expect(runOf(first, 'verify')).toMatchObject({ state: 'done' })
    expect(runOf(second, 'verify')).toBeUndefined()
  })

  it('leaves mails waiting without a mail server, says how many, and exits with 0', async () => {
    await givenMail()

    const spoken = await work({})

    expect(spoken.code).toBe(0)
    expect(spoken.out).toMatch(/done +post +1 mail\(s\) wait: there is no mail server \(SMTP_URL\)/)
    await work({ SMTP_URL: server.url })
  })

  it('exits with 8 when the mail server lets nobody in, and with 0 once it does again', async () => {
    const address = await givenMail()
    mood = 550

    const refused = await work({ SMTP_URL: server.url }, '--json')
    mood = 'well'
    app.clock.advance(60_000)
    const again = await work({ SMTP_URL: server.url }, '--json')

    expect(refused.code).toBe(8)
    expect(runOf(refused, 'post')?.outcome).toMatch(
      /refuses our address \(EENVELOPE, answer 550\): check MAIL_FROM/,
    )
    expect(again.code).toBe(0)
    expect(server.taken.map(({ to }) => to)).toContain(address)
  })

  it('exits with 3 on tables of another release', async () => {
    const { database, sql } = app.database
    await sql("INSERT INTO ??.knex_migrations (name, batch) VALUES ('29990101_01_later.js', 9)", [database])

    const { code, err } = await work({})
    await sql("DELETE FROM ??.knex_migrations WHERE name = '29990101_01_later.js'", [database])

    expect(code).toBe(3)
    expect(err).toContain('newer release')
  })

  it('exits with 4 when the database cannot be reached', async () => {
    expect((await work({ DATABASE_URL: 'mysql://run:hidden@127.0.0.1:1/invite' })).code).toBe(4)
  })

  it('as a process prints JSON on stdout and what it logs on stderr', async () => {
    const address = await givenMail()
    mood = 452

    const worker = startWorkerProcess({ ...app.env, SMTP_URL: server.url }, ['--once', '--json'])

    expect(await worker.ended).toBe(0)
    mood = 'well'
    expect(JSON.parse(worker.out())).toEqual(
      expect.arrayContaining([{ job: 'post', state: 'done', outcome: 'mails: 1 to be tried again' }]),
    )
    expect(worker.log()).toContain('a mail is tried again later')
    expect(worker.log()).not.toContain(address)
  })
})

it('work goes on as a process until it is stopped, and exits with 0', async () => {
  const address = await givenMail()
  const worker = startWorkerProcess({ ...app.env, SMTP_URL: server.url })

  while (!server.taken.some(({ to }) => to === address)) await pause(50)

  expect(await worker.stop()).toBe(0)
})

describe('the server', () => {
  it('sends mails by itself, and leaves them to others with WORKER=off', async () => {
    const [idle, busy] = [await startMailServer(), await startMailServer()]
    const address = await givenMail()

    const other = await startServerProcess({ ...app.env, WORKER: 'off', SMTP_URL: idle.url })
    const server = await startServerProcess({ ...app.env, SMTP_URL: busy.url })
    for (let tries = 0; tries < 300 && busy.taken.length + idle.taken.length === 0; tries += 1)
      await pause(100)
    await Promise.all([other.kill(), server.kill(), idle.close(), busy.close()])

    expect(busy.taken.map(({ to }) => to)).toEqual([address])
    expect(idle.taken).toEqual([])
  })
})
