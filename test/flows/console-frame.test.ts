import express from 'express'
import session from 'express-session'
import request from 'supertest'
import { createWebRouter } from '../../src/web'
import { csrfOf, samplePassword, signInAs, trySignIn } from '../support/console'
import { textOf } from '../support/browser'
import { fieldsOf } from '../support/forms'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

describe.each(mainly('10.0'))('the console on GLPI $line at "$base"', (layout) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp(layout)
  })
  afterAll(() => app.close())

  it('sends whoever is not signed in to the sign-in page, and back to where they wanted to go', async () => {
    const browser = app.browser()

    const asked = await browser.get('/console/keys/new?uses=3', { follow: false })

    expect(asked.status).toBe(303)
    expect(asked.headers['location']).toBe(
      `${layout.base}/console/sign-in?next=${encodeURIComponent('/keys/new?uses=3')}`,
    )
    const page = await browser.get('/console/sign-in?next=%2Fkeys%2Fnew%3Fuses%3D3')
    const answer = await browser.post(
      '/console/sign-in',
      { csrf: csrfOf(page), next: '/keys/new?uses=3', login: 'marie.curie', password: samplePassword },
      { follow: false },
    )
    expect(answer.headers['location']).toBe(`${layout.base}/console/keys/new?uses=3`)
  })

  it.each([
    '//evil.example',
    'https://evil.example/',
    '/\\evil.example',
    '\\\\evil.example',
    'javascript:x',
    '/..//evil.example',
  ])('never leads to another host after the sign-in: %s', async (next) => {
    const browser = app.browser()
    const page = await browser.get('/console/sign-in')

    const answer = await browser.post(
      '/console/sign-in',
      { csrf: csrfOf(page), next, login: 'marie.curie', password: samplePassword },
      { follow: false },
    )

    const target = new URL(answer.headers['location'] ?? '', app.url)
    expect(target.host).toBe(new URL(app.url).host)
    expect(target.pathname.startsWith(`${layout.base}/console`)).toBe(true)
  })

  it('says one thing about every sign-in that fails, keeps the login, and never the password', async () => {
    for (const [login, password] of [
      ['marie.curie', 'not-her-password'],
      ['nobody.at.all', samplePassword],
    ] as const) {
      const answer = await trySignIn(app.browser(), login, password)

      expect(answer.status).toBe(401)
      expect(textOf(answer)).toContain('The login or the password is not right')
      expect(answer.text).toContain(`value="${login}"`)
      expect(answer.text).not.toContain(password)
    }
  })

  it('takes no sign-in from a form that another site made', async () => {
    const browser = app.browser()
    const page = await app.browser().get('/console/sign-in') // another browser's form

    const answer = await browser.post('/console/sign-in', {
      csrf: csrfOf(page),
      next: '',
      login: 'marie.curie',
      password: samplePassword,
    })

    expect(answer.status).toBe(400)
  })

  it('gives a new session id at sign-in and at every switch, and sets no cookie before', async () => {
    const browser = app.browser()
    await browser.get('/console/sign-in')
    expect(browser.cookie('console')).toBeUndefined()

    await trySignIn(browser, 'marie.curie', samplePassword)
    const first = browser.cookie('console')
    expect(first).toBeDefined()

    await trySignIn(browser, 'marie.curie', samplePassword)
    expect(browser.cookie('console')).not.toBe(first)
  })

  it('stores session ids as hashes only', async () => {
    const { browser } = await signInAs(app, 'marie.curie')
    const id =
      decodeURIComponent(browser.cookie('console') ?? '')
        .slice(2)
        .split('.')[0] ?? ''

    const rows = await app.database.sql<{ n: number }>(
      'SELECT COUNT(*) AS n FROM ??.admin_sessions WHERE id_hash = UNHEX(SHA2(?, 256))',
      [app.database.database, id],
    )

    expect(Number(rows[0]?.n)).toBe(1)
  })

  it('refuses a form without the token of its session, and changes nothing', async () => {
    const marie = await signInAs(app, 'marie.curie')

    const answer = await marie.browser.post('/console/session/end-everywhere', { csrf: 'made-up' })

    expect(answer.status).toBe(400)
    expect((await marie.get('/no-such-page')).status).toBe(404)
  })

  it('ends a session by signing out, everywhere if asked', async () => {
    const here = await signInAs(app, 'marie.curie')
    const there = await signInAs(app, 'marie.curie')
    app.clock.advance(1)

    const out = await here.post('/session/end-everywhere')

    expect(textOf(out)).toContain('You are signed out here and wherever else')
    expect((await there.get('/keys/new', { follow: false })).headers['location']).toContain('/sign-in')
  })

  it('ends a session that was silent for an hour, and any after twelve', async () => {
    const silent = await signInAs(app, 'marie.curie')
    app.clock.advance(61 * 60_000)
    expect((await silent.get('/no-such-page', { follow: false })).status).toBe(303)

    const busy = await signInAs(app, 'marie.curie')
    for (let hour = 1; hour <= 12; hour += 1) {
      app.clock.advance(59 * 60_000)
      expect((await busy.get('/no-such-page', { follow: false })).status).toBe(404)
    }
    app.clock.advance(13 * 60_000)
    expect((await busy.get('/no-such-page', { follow: false })).status).toBe(303)
  })

  it('speaks the language of the GLPI account, whatever the browser asks for', async () => {
    const marie = await signInAs(app, 'marie.curie', 'en') // fr_FR in GLPI

    expect(textOf(await marie.get('/no-such-page'))).toContain('Il n’y a rien à cette adresse')
  })

  it('may be stored by no cache and framed by nobody', async () => {
    const { headers } = await (await signInAs(app, 'marie.curie')).get('/no-such-page')

    expect(headers['cache-control']).toBe('no-store')
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  })

  it('records from where an administrator made a key', async () => {
    const marie = await signInAs(app, 'marie.curie')
    const form = fieldsOf(await marie.get('/keys/new'), '/keys')
    await marie.post('/keys', form, { showsCode: true })

    const rows = await app.database.sql<{ ip: string }>(
      `SELECT n.ip FROM ??.audit_events e JOIN ??.event_network n ON n.event_uid = e.uid WHERE e.kind = 'key.made'`,
      [app.database.database, app.database.database],
    )
    expect(rows.map(({ ip }) => ip)).toEqual(['127.0.0.1'])
  })
})

it('the console refuses to work inside the sessions of another application, and says what to do', async () => {
  const app = await startTestApp()
  const host = express()
  host.use(session({ secret: 'of the host', resave: false, saveUninitialized: true }))
  host.use(
    createWebRouter(app.context, {
      api: (_req, _res, next) => next(),
      readApiContents: () => Promise.resolve([]),
    }),
  )

  const answer = await request(host).get('/console/sign-in')

  expect(answer.status).toBe(500)
  expect(app.log.join('')).toContain('before the session middleware')
  await app.close()
})
