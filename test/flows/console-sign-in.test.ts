import { limits } from '../../src/admins/limits'
import { makeConsoleLink } from '../../src/admins'
import { languages } from '../../src/shared/i18n'
import { consoleMessagesFor } from '../../src/shared/i18n/console'
import { signInRefusals, type SignInRefusal } from '../../src/shared/errors'
import { auditRows, givenAdmin, type GivenAdmin, profiles } from '../support/signing-in'
import { type Answer, type Browser, textOf } from '../support/browser'
import { adminAt, csrfOf, samplePassword, trySignIn } from '../support/console'
import { keepSecret } from '../support/evidence'
import { isFull } from '../support/scale'
import { layouts, mainly, startTestApp, type TestApp } from '../support/test-app'

const { signIn: words } = consoleMessagesFor('en')
const yesterday = new Date(Math.floor(Date.now() / 1000) * 1000 - 86_400_000)

/** Sends the sign-in form many times from one browser. */
async function tryOften(
  browser: Browser,
  attempts: { login: string; password: string }[],
): Promise<Answer[]> {
  const csrf = csrfOf(await browser.get('/console/sign-in'))
  const answers: Answer[] = []
  for (const attempt of attempts) {
    answers.push(await browser.post('/console/sign-in', { csrf, next: '', ...attempt }, { follow: false }))
  }
  return answers
}

const countOf = (answers: Answer[], status: number) =>
  answers.filter((answer) => answer.status === status).length

let addresses = 0
/** A browser on a machine that nobody has come from yet. */
const strangerTo = (app: TestApp) =>
  app.browser({ address: `127.0.${10 + Math.floor((addresses += 1) / 250)}.${1 + (addresses % 250)}` })
const isIn = async (browser: Browser) =>
  (await browser.get('/console/no-such-page', { follow: false })).status === 404

describe.each(mainly('10.0'))('a brute-force run on the console of GLPI $line at "$base"', (layout) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp(layout)
  })
  afterAll(() => app.close())

  const stranger = () => strangerTo(app)

  it('on one login is throttled, and the owner gets in from elsewhere all the while', async () => {
    const owner = await givenAdmin(app)
    const attacker = stranger()
    const tries = isFull ? 1000 : 2 * limits.loginFromAddress.points

    const answers = await tryOften(
      attacker,
      Array.from({ length: tries }, (_, n) => ({ login: owner.login, password: `guess number ${n}` })),
    )

    expect(countOf(answers, 401)).toBe(limits.loginFromAddress.points)
    expect(countOf(answers, 429)).toBe(tries - limits.loginFromAddress.points)
    const last = answers.at(-1)
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(60)
    expect(last?.text).toContain(owner.login)
    expect(textOf(last ?? (answers[0] as Answer))).toContain('Too many attempts failed. Wait 15 minutes')
    expect((await trySignIn(attacker, owner.login, owner.password)).status).toBe(429)

    const home = stranger()
    await trySignIn(home, owner.login, owner.password)
    expect(await isIn(home)).toBe(true)
  })

  it('over many logins from one address is throttled, and nobody else is', async () => {
    const attacker = stranger()
    const tries = isFull ? 1000 : limits.address.points + 10

    const answers = await tryOften(
      attacker,
      Array.from({ length: tries }, (_, n) => ({ login: `name.${n}`, password: 'Summer2026!' })),
    )

    expect(countOf(answers, 401)).toBe(limits.address.points)
    expect(countOf(answers, 429)).toBe(tries - limits.address.points)
    const owner = await givenAdmin(app)
    const home = stranger()
    await trySignIn(home, owner.login, owner.password)
    expect(await isIn(home)).toBe(true)
  })

  it('from many addresses holds the login up, but not the browser that its owner has', async () => {
    const owner = await givenAdmin(app)
    const laptop = stranger()
    await trySignIn(laptop, owner.login, owner.password)
    expect(laptop.cookie('device')).toBeDefined()
    for (let n = 0; n < limits.login.points; n += 1) {
      expect((await trySignIn(stranger(), owner.login, `guess number ${n}`)).status).toBe(401)
    }

    expect((await trySignIn(stranger(), owner.login, owner.password)).status).toBe(429)
    await adminAt(laptop).post('/session/end')
    await trySignIn(laptop, owner.login, owner.password)
    expect(await isIn(laptop)).toBe(true)
  })

  it('is on record, try by try', async () => {
    const owner = await givenAdmin(app)
    const attacker = stranger()

    await tryOften(
      attacker,
      Array.from({ length: limits.loginFromAddress.points + 2 }, () => ({
        login: owner.login,
        password: 'a guess',
      })),
    )

    const rows = await auditRows(app, limits.loginFromAddress.points + 2)
    expect(
      rows.every(
        ({ kind, actor_users_id }) => kind === 'admin.sign-in-refused' && actor_users_id === owner.usersId,
      ),
    ).toBe(true)
    expect(rows.map(({ details }) => details?.['reason'])).toEqual([
      'throttled',
      'throttled',
      ...Array<string>(limits.loginFromAddress.points).fill('wrong-password'),
    ])
    expect(rows[0]?.ip).toMatch(/127\.0\.1\d\./)
  })
})

describe.each(layouts)('signing in to the console of GLPI $line at "$base"', (layout) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp(layout)
  })
  afterAll(() => app.close())

  const stranger = () => strangerTo(app)

  it('tells strangers nothing: unknown, directory and wrong password give one page, one status, one set of headers', async () => {
    const browser = stranger()
    const local = await givenAdmin(app, { login: 'aaaaaaaa.local' })
    const directory = await givenAdmin(app, { login: 'bbbbbbbb.dir', authtype: 3 })
    const deactivated = await givenAdmin(app, { login: 'cccccccc.gone', row: { is_active: 0 } })
    const attempts = [
      { login: local.login, password: 'not it at all' },
      { login: directory.login, password: directory.password },
      { login: deactivated.login, password: 'not it at all' },
      { login: 'dddddddd.nobody', password: 'not it at all' },
    ]

    const answers = await tryOften(browser, attempts)

    const faces = answers.map(({ status, text, headers }, index) => ({
      status,
      text: text.replaceAll(attempts[index]?.login ?? '', 'LOGIN'),
      headers: Object.keys(headers).filter((name) => name !== 'content-length'),
    }))
    expect(faces[0]?.status).toBe(401)
    for (const face of faces) expect(face).toEqual(faces[0])
  })

  it('gives whoever has the right password a sentence to act on, keeps the login, and never the password', async () => {
    const cases: [SignInRefusal, GivenAdmin][] = [
      ['inactive', await givenAdmin(app, { row: { is_active: 0 } })],
      ['outside-dates', await givenAdmin(app, { row: { end_date: yesterday } })],
      ['no-authorisation', await givenAdmin(app, { profilesId: 0 })],
      ['no-right', await givenAdmin(app, { profilesId: profiles.selfService })],
    ]
    for (const [refusal, admin] of cases) {
      const answer = await trySignIn(stranger(), admin.login, admin.password)

      expect(answer.status).toBe(403)
      expect(textOf(answer)).toContain(words.refusals[refusal])
      expect(answer.text).toContain(`value="${admin.login}"`)
      expect(answer.text).not.toContain(admin.password)
    }
  })

  it.each<[string, string]>([
    ['deactivated', 'UPDATE ??.glpi_users SET is_active = 0 WHERE id = ?'],
    ['demoted', 'DELETE FROM ??.glpi_profiles_users WHERE users_id = ?'],
    [
      'given a new password',
      "UPDATE ??.glpi_users SET password_last_update = '2026-01-01 00:00:00' WHERE id = ?",
    ],
  ])('%s meanwhile: out at the next click', async (_, change) => {
    const admin = await givenAdmin(app)
    const browser = stranger()
    await trySignIn(browser, admin.login, admin.password)
    expect(await isIn(browser)).toBe(true)

    await app.database.sql(change, [app.database.glpiDatabase, admin.usersId])

    const next = await browser.get('/console/no-such-page', { follow: false })
    expect(next.status).toBe(303)
    expect(next.headers['location']).toContain('/console/sign-in')
  })

  it('records who leaves, and who changes to another authorisation', async () => {
    const browser = stranger()
    await trySignIn(browser, 'marie.curie', samplePassword)
    const marie = adminAt(browser)

    await marie.post('/session/authorisation', { authorisation: '4:0' })
    expect(await auditRows(app)).toMatchObject([
      { kind: 'admin.switched', details: { to: { profilesId: 4, entitiesId: 0 } } },
    ])
    expect((await marie.post('/session/authorisation', { authorisation: '3:0' })).status).toBe(400)
    await adminAt(browser).post('/session/end') // a new session, with a token of its own
    expect(await auditRows(app)).toMatchObject([{ kind: 'admin.signed-out' }])
  })

  describe('a console link', () => {
    async function givenLink(login: string): Promise<string> {
      const { token } = await makeConsoleLink(app.context, { login, actor: { kind: 'system' } })
      keepSecret(token)
      return token
    }

    it('signs in by a button, once; opening it spends nothing and takes it out of the address', async () => {
      const { login, usersId } = await givenAdmin(app, { authtype: 3 })
      const token = await givenLink(login)
      for (let look = 0; look < 3; look += 1) await stranger().get(`/console/link/${token}`)
      const browser = stranger()

      const opened = await browser.get(`/console/link/${token}`, { follow: false })
      const page = await browser.get('/console/link')
      expect(opened.headers['location']).toBe(`${layout.base}/console/link`)
      expect(page.text).not.toContain(token)
      await browser.post('/console/link', { csrf: csrfOf(page) }, { follow: false })

      expect(await isIn(browser)).toBe(true)
      expect(await auditRows(app)).toMatchObject([{ kind: 'admin.signed-in', actor_users_id: usersId }])
      const again = stranger()
      const second = await again.get(`/console/link/${token}`)
      const answer = await again.post('/console/link', { csrf: csrfOf(second) })
      expect(answer.status).toBe(410)
      expect(textOf(answer)).toContain(words.link.spent)
      expect(app.log.join('')).toContain('/console/link/***')
    })

    it('is not spent by a form that another site made', async () => {
      const token = await givenLink((await givenAdmin(app)).login)
      const browser = stranger()
      const page = await browser.get(`/console/link/${token}`)

      expect((await browser.post('/console/link', { csrf: 'made-up' })).status).toBe(400)
      expect((await browser.post('/console/link', { csrf: csrfOf(page) }, { follow: false })).status).toBe(
        303,
      )
    })

    it('says what to do when there is none', async () => {
      const answer = await stranger().get('/console/link')

      expect(answer.status).toBe(410)
      expect(textOf(answer)).toContain(words.link.spent)
    })
  })

  it('does not believe a header about who is calling unless told to', async () => {
    const page = await stranger().get('/console/keys', { headers: { 'X-Remote-User': 'marie.curie' } })

    expect(textOf(page)).toContain(words.password)
  })
})

describe('behind a proxy that signs people in', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ line: '11.0', base: '/invite', env: { SSO_HEADER: 'X-Remote-User' } })
  })
  afterAll(() => app.close())

  const as = (login: string) => ({ headers: { 'X-Remote-User': login } })

  it('nobody sees the sign-in page, and everybody gets where they wanted to go', async () => {
    const admin = await givenAdmin(app, { authtype: 3, row: { '2fa': '{"algorithm":"totp"}' } })
    const browser = app.browser()

    const first = await browser.get('/console/keys/new', { ...as(admin.login), follow: false })
    const second = await browser.get('/console/sign-in?next=%2Fkeys%2Fnew', {
      ...as(admin.login),
      follow: false,
    })

    expect(first.headers['location']).toBe('/invite/console/sign-in?next=%2Fkeys%2Fnew')
    expect(second.headers['location']).toBe('/invite/console/keys/new')
    expect((await browser.get('/console/no-such-page', { ...as(admin.login), follow: false })).status).toBe(
      404,
    )
  })

  it('ends a session when the proxy names somebody else', async () => {
    const one = await givenAdmin(app)
    const other = await givenAdmin(app)
    const browser = app.browser()
    await browser.get('/console/sign-in', { ...as(one.login), follow: false })

    const answer = await browser.get('/console/no-such-page', { ...as(other.login), follow: false })

    expect(answer.status).toBe(303)
    await browser.get('/console/sign-in', { ...as(other.login), follow: false })
    expect(await auditRows(app)).toMatchObject([{ kind: 'admin.signed-in', actor_users_id: other.usersId }])
  })

  it('says why somebody does not come in, and lets them try a password', async () => {
    const plain = await givenAdmin(app, { profilesId: profiles.selfService })

    const answer = await app.browser().get('/console/sign-in', as(plain.login))

    expect(answer.status).toBe(403)
    expect(textOf(answer)).toContain(words.refusals['no-right'])
    expect(textOf(answer)).toContain(words.password)
  })

  it('lets people sign out, without signing them in again at once', async () => {
    const admin = await givenAdmin(app)
    const answer = await app
      .browser()
      .get('/console/sign-in?signed-out=here', { ...as(admin.login), follow: false })

    expect(answer.status).toBe(200)
    expect(textOf(answer)).toContain('You are signed out')
    expect(textOf(answer)).toContain(`Sign in again as ${admin.login}`)
  })

  it('does not believe the header from anybody but the proxy', async () => {
    const direct = await startTestApp({
      line: '10.0',
      env: { SSO_HEADER: 'X-Remote-User', TRUSTED_PROXIES: '192.0.2.1' },
    })
    const admin = await givenAdmin(direct)

    const answer = await direct.browser().get('/console/sign-in', { ...as(admin.login), follow: false })

    expect(answer.status).toBe(200)
    await direct.close()
  })
})

it('has a sentence of its own for every refusal, in each language', () => {
  const sentences = languages.flatMap((language) =>
    signInRefusals.map((refusal) => consoleMessagesFor(language).signIn.refusals[refusal]),
  )
  expect(new Set(sentences).size).toBe(languages.length * signInRefusals.length)
})
