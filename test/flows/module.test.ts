import { createServer, request, type RequestListener, type Server } from 'node:http'
import express5 from 'express'
import express4 from 'express4'
import { createInvitations, type Invitations } from '../../src'
import { createContext } from '../../src/context'
import { createApp } from '../../src/app'
import { parseConfig } from '../../src/shared/config'
import { type Answer, Browser, hiddenFields, registrationForm, textOf } from '../support/browser'
import { keepSecret } from '../support/evidence'
import { samplePassword, trySignIn } from '../support/console'
import { close, listen, testEnv } from '../support/test-app'
import { createTestDatabase, type TestDatabase } from '../support/test-database'

type Express = typeof express5

interface Setting {
  title: string
  /** The path of PUBLIC_URL. */
  base: string
  /** What the proxy in front takes off. */
  stripped: string
  /** Where an application mounts us; undefined: the server stands alone. */
  mounted?: { at: string; with: Express }
}

const settings: Setting[] = [
  { title: 'alone, at the root', base: '', stripped: '' },
  { title: 'alone, behind a proxy that keeps the prefix', base: '/invite', stripped: '' },
  { title: 'alone, behind a proxy that strips the prefix', base: '/help/invite', stripped: '/help/invite' },
  {
    title: 'in Express 5, under a path',
    base: '/invite',
    stripped: '',
    mounted: { at: '/invite', with: express5 },
  },
  {
    title: 'in Express 5, under a path, behind a proxy that strips another',
    base: '/portal/invite',
    stripped: '/portal',
    mounted: { at: '/invite', with: express5 },
  },
  {
    title: 'in Express 5, at its root, behind a proxy that strips all',
    base: '/invite',
    stripped: '/invite',
    mounted: { at: '/', with: express5 },
  },
  {
    title: 'in Express 4, under a path, behind a proxy that strips another',
    base: '/portal/invite',
    stripped: '/portal',
    mounted: { at: '/invite', with: express4 },
  },
]

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase('10.0')
})
afterAll(() => database.close())

describe.each(settings)('$title', ({ base, stripped, mounted }) => {
  let servers: Server[]
  let invitations: Invitations
  let stop: () => Promise<void>
  let browser: Browser
  let url: string
  /** Looked at already: most pages have the same. */
  const assets = new Set<string>()

  beforeAll(async () => {
    const inner = createServer()
    const port = await listen(inner)
    const front = createServer(proxyTo(port, stripped))
    url = `http://127.0.0.1:${await listen(front)}${base}`
    servers = [front, inner]
    const env = testEnv(database, url, { LOG_LEVEL: 'silent', TRUSTED_PROXIES: '127.0.0.1' })
    invitations = createInvitations(env)
    if (mounted === undefined) {
      const context = createContext(parseConfig(env))
      inner.on('request', createApp(context))
      stop = () => context.close()
    } else {
      const host = mounted.with()
      host.use(mounted.with.urlencoded({ extended: true })) // as applications do, before anything else
      host.get('/own', (_req, res) => {
        res.send('the application')
      })
      host.use(mounted.at, invitations.router)
      inner.on('request', host as RequestListener)
      stop = () => Promise.resolve()
    }
    browser = new Browser(url)
  })
  afterAll(async () => {
    for (const server of servers) await close(server)
    await stop()
    await invitations.close()
  })

  async function givenLink(needsProof: boolean): Promise<string> {
    const { code, link } = await invitations.createKey({
      label: '',
      maxUses: 1,
      notBefore: undefined,
      expiresAt: new Date(Date.now() + 3_600_000),
      addresses: [],
      needsProof,
      grant: { authorisations: [{ profilesId: 1, entitiesId: 0, isRecursive: true }], groupIds: [] },
    })
    keepSecret(code)
    return link
  }

  /** Everything on a page that leads somewhere, and where it leads. */
  async function expectAtHome(page: Answer, status: number): Promise<void> {
    expect(page.status).toBe(status)
    const addresses = Array.from(
      page.text.matchAll(/\s(?:href|src|action|formaction)="([^"]*)"/g),
      ([, to = '']) => to,
    )
    const own = addresses.filter((to) => !/^(https?:|mailto:|#)/.test(to))
    expect(own.length).toBeGreaterThan(3)
    expect(own.filter((to) => !to.startsWith(`${base}/`))).toEqual([])
    for (const asset of own.filter((to) => to.includes('/assets/') && !assets.has(to))) {
      assets.add(asset)
      expect([asset, (await new Browser(url).get(asset.slice(base.length))).status]).toEqual([asset, 200])
    }
  }

  const cookiePaths = ({ headers }: Answer): string[] =>
    [headers['set-cookie'] ?? []].flat().map((cookie) => /; Path=([^;]*)/i.exec(cookie)?.[1] ?? 'none')

  it('takes a person from the link to the account', async () => {
    const link = await givenLink(false)
    expect(link.startsWith(`${url}/r/`)).toBe(true)

    const opened = await browser.get(link.slice(url.length), { follow: false })
    expect(opened.headers['location']).toBe(`${base}/register`)
    expect(cookiePaths(opened)).toEqual([base || '/'])
    const form = await browser.get('/register')
    await expectAtHome(form, 200)
    await expectAtHome(await browser.submit(form, { password: 'short' }), 422)
    const typed = { ...hiddenFields(form), ...registrationForm() }
    const sent = await browser.post('/register', typed, { follow: false })
    expect(sent.headers['location']?.startsWith(`${base}/done?`)).toBe(true)
    const done = await browser.get(sent.headers['location']?.slice(base.length) ?? '')
    await expectAtHome(done, 200)
    expect(textOf(done)).toContain(typed.login)
  })

  it('waits for an address to be confirmed', async () => {
    const own = new Browser(url)
    const waiting = await own.submit(await own.open(await givenLink(true)))

    expect(waiting.path).toMatch(/^\/waiting\?/)
    await expectAtHome(waiting, 200)
    const again = await own.post('/waiting/mails', Object.fromEntries(hiddenOf(waiting)), { follow: false })
    expect(again.headers['location']?.startsWith(`${base}/waiting?`)).toBe(true)
  })

  it('shows the box for a code, and every kind of refusal', async () => {
    await expectAtHome(await browser.get('/'), 200)
    await expectAtHome(await browser.get('/r/nonsense'), 404)
    await expectAtHome(await browser.post('/code', { code: 'nonsense' }), 404)
    await expectAtHome(await browser.get('/confirm/nonsense'), 404)
    await expectAtHome(await browser.get('/no/such/page'), 404)
  })

  it('signs administrators in to the console, and out again', async () => {
    const admin = new Browser(url)
    await expectAtHome(await admin.get('/console/sign-in'), 200)
    const to = await admin.get('/console/keys', { follow: false })
    expect(to.headers['location']).toBe(`${base}/console/sign-in?next=%2Fkeys`)

    const home = await trySignIn(admin, 'marie.curie', samplePassword)

    expect(home.path).not.toContain('sign-in')
    await expectAtHome(home, 200)
    await expectAtHome(await admin.get('/console/keys'), 200)
  })

  if (mounted !== undefined)
    it('leaves the rest of the application alone', async () => {
      const { text, headers } = await new Browser(url.slice(0, url.length - base.length)).get(
        `${stripped}/own`,
      )

      expect(text).toBe('the application')
      expect(headers['content-security-policy']).toBeUndefined()
    })
})

const hiddenOf = ({ text }: Answer): [string, string][] =>
  Array.from(
    text.matchAll(/type="hidden" name="(receipt|csrf)" value="([^"]*)"/g),
    ([, name = '', value = '']) => [name, value],
  )

/** A reverse proxy that takes a prefix off, if there is one. */
function proxyTo(port: number, stripped: string): RequestListener {
  return (incoming, outgoing) => {
    const { method, url = '', headers } = incoming
    const path = url.startsWith(`${stripped}/`) ? url.slice(stripped.length) : '/nowhere'
    const passedOn = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    passedOn.on('error', () => outgoing.writeHead(502).end())
    incoming.pipe(passedOn)
  }
}
