import { givenKey, usesOf } from '../support/builders'
import { Browser } from '../support/browser'
import { type ServerProcess, startServerProcess } from '../support/server-process'
import { startTestApp, type TestApp } from '../support/test-app'

describe('three hundred forms at once', () => {
  const people = 300
  const atOnce = 100
  let app: TestApp
  let server: ServerProcess
  let url: string

  beforeAll(async () => {
    app = await startTestApp({ env: { REGISTRATIONS_AT_ONCE: String(atOnce) } })
    server = await startServerProcess(app.env)
    url = `http://127.0.0.1:${server.port}`
  })
  afterAll(async () => {
    await server.kill()
    await app.close()
  })

  it('are answered, some with "busy", while other pages are served and memory stays small', async () => {
    const key = await givenKey(app, { maxUses: people })
    const opened = []
    for (let person = 0; person < people; person += 1) {
      const browser = new Browser(url)
      opened.push({ browser, form: await browser.open(key.link) })
    }

    const sending = Promise.all(opened.map(({ browser, form }) => browser.submit(form)))
    const looks: number[] = []
    const [answers] = await Promise.all([sending, lookAround(sending, looks)])

    const done = answers.filter(({ status }) => status === 200)
    const busy = answers.filter(({ status }) => status === 503)
    expect(done.length + busy.length).toBe(people)
    expect(done.length).toBeGreaterThanOrEqual(atOnce)
    expect(busy.length).toBeGreaterThan(0)
    for (const answer of busy) expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(looks.length).toBeGreaterThan(3)
    expect(new Set(looks)).toEqual(new Set([200]))
    expect(await usesOf(app, key)).toEqual({ completed: done.length, held: 0 })
    expect(server.peakMemoryMib()).toBeLessThan(150)
  })

  /** Opens another page again and again until `work` is done; none may take longer than a second. */
  async function lookAround(work: Promise<unknown>, statuses: number[]): Promise<void> {
    const state = { done: false }
    const finish = () => (state.done = true)
    void work.then(finish, finish)
    while (!state.done) statuses.push((await fetch(`${url}/`, { signal: AbortSignal.timeout(1_000) })).status)
  }
})
