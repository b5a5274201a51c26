import { spawn } from 'node:child_process'
import { givenKey, usesOf } from '../support/builders'
import { Browser, hiddenFields, registrationForm } from '../support/browser'
import { watchLoading } from '../support/loaded-files'
import { isFull, scaled } from '../support/scale'
import { type ServerProcess, startServerProcess } from '../support/server-process'
import { startTestApp, type TestApp } from '../support/test-app'

/*
 * One second is a promise about our work, not about what else a machine does in that second: the full run holds us to
 * it, and tries again. What `npm test` shows has no clock: pages are served in between, and more of them than forms.
 */
const patienceMs = isFull ? 1_000 : 10_000
if (isFull) jest.retryTimes(2)

// The figure is for Node 20. The engine of Node 24 keeps 50 MiB more for itself (docs/performance.md).
const memoryLimitMib = Number(process.versions.node.split('.')[0]) < 24 ? 150 : 220

describe('three times as many forms at once as there is room for', () => {
  const people = scaled(300, 99)
  const atOnce = people / 3
  let app: TestApp
  let server: ServerProcess
  let url: string
  const loading = watchLoading()

  beforeAll(async () => {
    app = await startTestApp({ env: { REGISTRATIONS_AT_ONCE: String(atOnce) } })
    server = await startServerProcess({ ...app.env, ...loading.env })
    url = `http://127.0.0.1:${server.port}`
  })
  afterAll(async () => {
    await server.kill()
    await app.close()
  })

  it('are answered, some with "busy", while other pages are served and memory stays small', async () => {
    const key = await givenKey(app, { maxUses: people })
    const forms: URLSearchParams[] = []
    for (let person = 0; person < people; person += 1) {
      const page = await new Browser(url).open(key.link)
      forms.push(new URLSearchParams({ ...hiddenFields(page), ...registrationForm() }))
    }

    const visitor = startVisitor(url)
    const answers = await Promise.all(forms.map((body) => send(`${url}/register`, body)))
    const seen = await visitor.stop()

    const done = answers.filter(({ status }) => status === 303)
    const busy = answers.filter(({ status }) => status === 503)
    expect(done.length + busy.length).toBe(people)
    expect(done.length).toBeGreaterThanOrEqual(atOnce)
    expect(busy.length).toBeGreaterThan(0)
    for (const answer of busy) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(seen.length).toBeGreaterThan(people)
    expect(new Set(seen)).toEqual(new Set(['200']))
    expect(await usesOf(app, key)).toEqual({ completed: done.length, held: 0 })
    expect(server.peakMemoryMib()).toBeLessThan(memoryLimitMib)
  })

  it('load nothing that programs and administrators come for, until the first of them does', async () => {
    const others = /\/dist\/(api|csv|imports|webhooks|web\/console|doctor)\/|zod-to-openapi/

    expect(loading.loaded()).toContainEqual(expect.stringMatching(/\/dist\/registration\/index\.js$/))
    expect(loading.loaded().filter((file) => others.test(file))).toEqual([])
    expect((await fetch(`${url}/api/v1/me`)).status).toBe(401)
    expect(loading.loaded()).toContainEqual(expect.stringMatching(/\/dist\/api\/index\.js$/))
  })
})

/** As bare as can be: hundreds of browsers take more of the machine than the server that answers them. */
const send = (to: string, body: URLSearchParams): Promise<Response> =>
  fetch(to, { method: 'POST', body, redirect: 'manual' })

/**
 * Somebody who opens another page again and again, and waits so long for it at most: in a process of their own, since
 * this one is busy being everybody else.
 */
function startVisitor(url: string): { stop(): Promise<string[]> } {
  const look = `fetch('${url}/', { signal: AbortSignal.timeout(${patienceMs}) })
    .then(({ status }) => console.log(status), (error) => console.log(error.name)).finally(look)`
  const child = spawn(process.execPath, ['-e', `const look = () => ${look}; look()`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return {
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve(said.trim().split('\n')))
        child.kill()
      }),
  }
}
