import { createServer, type IncomingMessage, type Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { glpiUser, givenKey } from '../support/builders'
import { Browser, textOf } from '../support/browser'
import { close, listen, startTestApp, type TestApp } from '../support/test-app'
import { describeWith } from '../support/tools'
import {
  ask,
  type Example,
  freePorts,
  type Kind,
  type Ports,
  startWebServer,
  visitor,
  type WebServer,
} from './web-servers'

const kinds: readonly Kind[] = ['nginx', 'apache2']
const layouts: readonly { example: Example; base: '' | '/invite' }[] = [
  { example: 'own-host', base: '' },
  { example: 'under-glpi', base: '/invite' },
]

/** Paths as people type and paste them; nothing of what follows `r/`, `confirm/` or `console/link/` may be seen in a log. */
const mistyped = [
  '/r/GLPI-SECRET',
  '/R/GLPI-SECRET',
  '/r/glpi%20secret%20or%20so',
  '/r/glpi/secret',
  '/r/?secret',
  '/r/glpi?secret=secret',
  '/%72/glpi-secret',
  '//r/glpi-secret',
  '/r//glpi-secret',
  '/r/glpi%2Fsecret',
  '/r/glpi-secret%',
  '/r/glpi-secret%zz',
  '/r/%00secret',
  '/confirm/secret',
  '/Confirm/secret',
  '/console/link/secret',
  '/r%2Fglpi-secret',
  '/r/glpi-"secret"',
]

/** The log is written after the answer is sent. */
async function logsWith(server: WebServer, text: string): Promise<string> {
  for (let tries = 0; tries < 100 && !server.logs().includes(text); tries += 1) await pause(20)
  return server.logs()
}

/** What has to be stopped, in the order it was started. */
const started: (() => Promise<void>)[] = []
const stopAll = async () => {
  for (const stop of started.splice(0).reverse()) await stop()
}

for (const kind of kinds) {
  describeWith(kind, `behind ${kind}`, (program) => {
    describe.each(layouts)('as in the example $example', ({ example, base }) => {
      let app: TestApp
      let ports: Ports
      let server: WebServer
      beforeAll(async () => {
        ports = await freePorts()
        app = await startTestApp({
          env: { PUBLIC_URL: `https://localhost:${ports.https}${base}`, TRUSTED_PROXIES: '127.0.0.1' },
        })
        started.push(() => app.close())
        server = await startWebServer(kind, program, { example, ports, upstream: app.url })
        started.push(() => server.stop())
      })
      afterAll(stopAll)

      const openBrowser = () => new Browser(`https://localhost:${ports.https}${base}`)

      it('takes a person from the link to an account', async () => {
        const { link } = await givenKey(app)
        const browser = openBrowser()

        const form = await browser.open(link)
        const done = await browser.submit(form, { login: `${kind}.${example}` })

        expect(form.path).toBe('/register')
        expect(done.path).toMatch(/^\/done\?/)
        expect(textOf(done)).toContain(`${kind}.${example}`)
        expect(await glpiUser(app, `${kind}.${example}`)).toMatchObject({ is_active: 1 })
      })

      it('sends the person on below the same address, with a cookie for https alone', async () => {
        const { link } = await givenKey(app)

        const { status, headers } = await ask(ports.https, new URL(link).pathname)

        expect(status).toBe(303)
        expect(headers['location']).toBe(`${base}/register`)
        expect(headers['referrer-policy']).toBe('no-referrer')
        const [cookie = ''] = headers['set-cookie'] ?? []
        expect(cookie).toMatch(base === '' ? /^__Host-invitation=/ : /^__Secure-invitation=/)
        expect(cookie).toMatch(/; Secure/)
        expect(cookie).toContain(`; Path=${base === '' ? '/' : base};`)
      })

      it('says that a code is wrong', async () => {
        const answer = await openBrowser().get('/r/glpi-arfv0-nonsense')

        expect(answer.status).toBe(404)
        expect(answer.headers['x-robots-tag']).toBe('noindex')
      })

      it('serves the files that a page asks for', async () => {
        const page = await openBrowser().get('/')
        const address = /href="([^"]*\/assets\/app\.css[^"]*)"/.exec(page.text)?.[1] ?? ''

        const style = await ask(ports.https, address)

        expect(style.status).toBe(200)
        expect(style.headers['content-type']).toMatch(/^text\/css/)
      })

      it('answers at its address without a slash, too', async () => {
        const answer = await ask(ports.https, base === '' ? '/' : base)

        expect([200, 301]).toContain(answer.status)
        if (answer.status === 301) expect(answer.headers['location']).toMatch(/\/invite\/$/)
      })

      it('knows who is calling, whatever the caller says', async () => {
        const browser = new Browser(`https://localhost:${ports.https}${base}`, 'en', visitor)
        const key = await givenKey(app)
        app.log.length = 0

        await ask(ports.https, `${base}/`)
        await ask(ports.https, `${base}/`, { 'X-Forwarded-For': '203.0.113.7' })
        await browser.submit(await browser.open(key.link), { login: `${kind}.${example}.caller` })

        const lines = app.log.map((line) => JSON.parse(line) as Record<string, unknown>)
        expect(lines.length).toBeGreaterThan(2)
        expect(new Set(lines.map((line) => line['visitor'])).size).toBe(1)
        const { database, sql } = app.database
        expect(
          await sql('SELECT ip FROM ??.registration_details WHERE login = ?', [
            database,
            `${kind}.${example}.caller`,
          ]),
        ).toEqual([{ ip: visitor }])
      })

      it('keeps codes out of the access log and the error log', async () => {
        const { code, link } = await givenKey(app)
        const { pathname } = new URL(link)

        await ask(ports.https, pathname)
        await ask(ports.https, `${base}/r/${code}`)
        await ask(ports.https, `${base}/`, { Referer: link })
        await ask(ports.https, '/front/helpdesk.html', { Referer: link })
        for (const path of mistyped) await ask(ports.https, base + path).catch(() => undefined)
        await ask(ports.https, `${base}/the-last-one`)

        const logs = (await logsWith(server, '/the-last-one')).toLowerCase()
        expect(logs).toContain(`"get ${base}/r/*** http/1.1" 303`)
        expect(logs).not.toContain('secret')
        expect(logs).not.toContain(pathname.slice(-35))
        for (const group of code.toLowerCase().split('-').slice(1)) expect(logs).not.toContain(group)
        expect(logs.match(/\/r\/[^*].*/g)).toBeNull()
      })

      if (example === 'own-host') {
        it('sends plain http on to https, and keeps the code out of that log, too', async () => {
          const { link } = await givenKey(app)
          const { pathname } = new URL(link)

          const answer = await fetch(`http://localhost:${ports.http}${pathname}`, { redirect: 'manual' })

          expect(answer.status).toBe(301)
          expect(answer.headers.get('location')).toBe(`https://localhost${pathname}`)
          const logs = await logsWith(server, '301')
          expect(logs).toMatch(/"GET \/r\/\*\*\* HTTP\/1\.1" 301/)
          expect(logs).not.toContain(pathname)
        })
      } else {
        it('leaves GLPI and its log alone', async () => {
          const headers = { Referer: 'https://help.example.org/front/central.php?a=1' }

          const page = await ask(ports.https, '/front/helpdesk.html?tab=2', headers)
          const namesake = await ask(ports.https, '/invitees.html')

          expect(page).toMatchObject({ status: 200, text: 'this is GLPI' })
          expect(namesake).toMatchObject({ status: 200, text: 'this is GLPI' })
          const line = `"GET /front/helpdesk.html?tab=2 HTTP/1.1" 200 `
          const logs = await logsWith(server, line)
          expect(logs).toContain(line)
          expect(logs).toContain(`"${headers.Referer}"`)
        })
      }
    })

    describe.each(layouts)('as in the example $example, seen from behind', ({ example, base }) => {
      let ports: Ports
      let upstream: Server
      let server: WebServer
      const seen: IncomingMessage[] = []
      beforeAll(async () => {
        ports = await freePorts()
        upstream = createServer((req, res) => {
          seen.push(req)
          if (req.url?.includes('hang-up') === true) req.socket.destroy()
          else res.end('hello')
        })
        const port = await listen(upstream)
        started.push(() => close(upstream))
        server = await startWebServer(kind, program, { example, ports, upstream: `http://127.0.0.1:${port}` })
        started.push(() => server.stop())
      })
      afterAll(stopAll)

      it('passes the path on as it is, and says who asks and how', async () => {
        const path = `${base}/r/GLPI-AB%20CD--%2C~?y=%2B+z`

        await ask(ports.https, path, { 'X-Forwarded-For': '203.0.113.7', 'X-Forwarded-Proto': 'http' })

        expect(seen).toHaveLength(1)
        expect(seen[0]?.url).toBe(path)
        expect(seen[0]?.headers['x-forwarded-for']).toBe(`203.0.113.7, ${visitor}`)
        expect(seen[0]?.headers['x-forwarded-proto']).toBe('https')
      })

      it('keeps codes out of its logs when the server dies over a request', async () => {
        const answer = await ask(ports.https, `${base}/r/glpi-secret-hang-up`)
        await ask(ports.https, `${base}/hang-up`)

        expect(answer.status).toBe(502)
        const logs = await logsWith(server, 'hang-up HTTP/1.1" 502')
        expect(logs).toMatch(/prematurely closed connection|AH01102: error reading status line/)
        expect(logs).not.toContain('secret')
      })

      it('keeps codes out of its logs while the server is away', async () => {
        await close(upstream)

        const answer = await ask(ports.https, `${base}/r/glpi-secret`)
        await ask(ports.https, `${base}/the-last-one`)

        expect([502, 503]).toContain(answer.status)
        expect(answer.headers['referrer-policy']).toBe('no-referrer')
        const logs = await logsWith(server, 'the-last-one HTTP/1.1" 50')
        expect(logs).toMatch(/\*\*\* HTTP\/1\.1" 50[23]/)
        expect(logs).toMatch(/Connection refused/)
        expect(logs).not.toContain('secret')
      })
    })
  })
}
