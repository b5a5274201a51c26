import { registrationForm, textOf, type Answer, type Browser } from '../support/browser'
import { givenGlpiUser, givenKey, usesOf } from '../support/builders'
import { keepSecret } from '../support/evidence'
import { fieldsOf } from '../support/forms'
import { isFull, scaled } from '../support/scale'
import { startTestApp, type TestApp } from '../support/test-app'
import { generateCode } from '../../src/keys/code'
import { checkAltcha } from '../../src/doctor/check-altcha'
import { solveChallenge } from '../../src/shared/altcha'
import { en } from '../../src/shared/i18n/en'
import { systemRandom } from '../../src/shared/random'

const lookUps = scaled(100, 30)
const limits = {
  LOOKUPS_PER_MINUTE: String(lookUps),
  WRONG_CODES: '10',
  FAILED_FORMS: '10',
  FAILED_FORMS_PER_KEY: '20',
}

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ env: limits })
  await givenGlpiUser(app.database, { name: 'taken', email: 'taken@example.org' })
})
afterAll(() => app.close())

let visitors = 0
/** Somebody at another address than all before: this machine has sixteen million of its own. */
const visitor = (): Browser => app.browser({ address: `127.0.7.${(visitors += 1)}` })

const wrongPath = (): string => {
  const code = generateCode(systemRandom, app.context.config)
  keepSecret(code.normalForm)
  return `/r/${code.normalForm.toLowerCase()}`
}

async function events(kind: string): Promise<{ details: string; key_uid: Buffer | null }[]> {
  await app.context.visitorLimits.close()
  return app.database.sql('SELECT details, key_uid FROM ??.audit_events WHERE kind = ? ORDER BY at', [
    app.database.database,
    kind,
  ])
}

const retryAfter = ({ headers }: Answer) => Number(headers['retry-after'])

describe('codes that nobody has', () => {
  it('are answered ten times and then once in ten seconds, and good codes all the time', async () => {
    const { link } = await givenKey(app)
    const guesser = visitor()

    const statuses: number[] = []
    for (let n = 0; n < 10; n += 1)
      statuses.push((await guesser.get(n % 2 === 0 ? wrongPath() : '/r/nonsense')).status)
    const stopped = await guesser.get(wrongPath())
    const mistyped = await guesser.get('/r/nonsense')
    const good = await guesser.open(link)
    app.clock.advance(10_000)
    const later = await guesser.get(wrongPath())
    const again = await guesser.get(wrongPath())

    expect(statuses).toEqual(Array(10).fill(404))
    expect([stopped.status, mistyped.status, good.status, later.status, again.status]).toEqual([
      429, 429, 200, 404, 429,
    ])
    expect(retryAfter(stopped)).toBeGreaterThan(0)
    expect(retryAfter(stopped)).toBeLessThanOrEqual(10)
    expect(textOf(stopped)).toContain(en.limits.heading)
    expect(textOf(stopped)).toMatch(/again in \d+ seconds/)
  })

  it('are stopped for the one who tries a thousand, not for the invitee next door', async () => {
    const key = await givenKey(app)
    const [guesser, invitee] = [visitor(), visitor()]
    const tries = isFull ? 1000 : lookUps + 20

    const statuses: number[] = []
    for (let n = 0; n < tries; n += 1) statuses.push((await guesser.get(wrongPath())).status)
    const done = await invitee.submit(await invitee.open(key.link))

    expect(statuses.filter((status) => status === 404).length).toBeLessThan(25)
    expect(new Set(statuses)).toEqual(new Set([404, 429]))
    expect(done.path).toMatch(/^\/done/)
    expect(await usesOf(app, key)).toEqual({ completed: 1, held: 0 })
  })

  it('are one event in the record for each limit, however many they are', async () => {
    const guesser = visitor()
    const before = await events('abuse.limited')

    for (let n = 0; n < lookUps + 20; n += 1) await guesser.get(wrongPath())

    const noted = (await events('abuse.limited')).slice(before.length)
    expect(noted.map(({ details }) => JSON.parse(details) as unknown)).toEqual([
      { reason: 'wrong-codes' },
      { reason: 'look-ups' },
    ])
  })

  it('come back in the box they were typed into', async () => {
    const typist = visitor()
    for (let n = 0; n < 10; n += 1) await typist.post('/code', { code: 'nonsense' })

    const answer = await typist.post('/code', { code: 'GLPI-nonsense' })

    expect(answer.status).toBe(429)
    expect(fieldsOf(answer, '/code')['code']).toBe('GLPI-nonsense')
    expect(textOf(answer)).toMatch(/again in \d+ seconds/)
  })
})

it('looks up so many codes a minute for one address', async () => {
  const { link } = await givenKey(app)
  const [reader, other] = [visitor(), visitor()]
  const path = new URL(link).pathname

  const statuses: number[] = []
  for (let n = 0; n < lookUps; n += 1) statuses.push((await reader.get(path, { follow: false })).status)
  const stopped = await reader.get(path, { follow: false })
  const next = await other.get(path, { follow: false })
  app.clock.advance(60_000)
  const later = await reader.get(path, { follow: false })

  expect(new Set(statuses)).toEqual(new Set([303]))
  expect([stopped.status, next.status, later.status]).toEqual([429, 303, 303])
  expect(retryAfter(stopped)).toBeLessThanOrEqual(60)
})

it('counts for all of a network of IPv6 together, wherever in it somebody is', () => {
  const { visitorLimits } = app.context
  const from = (ip: string) => ({ ip, userAgent: '' })

  for (let n = 0; n < lookUps; n += 1) visitorLimits.lookUp(from(`2001:db8:1:2::${n.toString(16)}`))

  expect(() => visitorLimits.lookUp(from('2001:db8:1:2:ffff::1'))).toThrow('too many')
  expect(() => visitorLimits.lookUp(from('2001:db8:1:3::1'))).not.toThrow()
})

describe('forms that are not accepted', () => {
  const failing = { login: 'taken' }

  it('tell ten times in three minutes whose login is taken; a good form is accepted all the same', async () => {
    const key = await givenKey(app, { maxUses: 2 })
    const browser = visitor()
    const form = await browser.open(key.link)

    const statuses: number[] = []
    for (let n = 0; n < 10; n += 1) statuses.push((await browser.submit(form, failing)).status)
    const typed = registrationForm({ ...failing, firstname: 'Zoë', password: 'short' })
    const stopped = await browser.submit(form, typed)
    const good = await browser.submit(form)
    app.clock.advance(3 * 60_000)
    const later = await browser.submit(await browser.open(key.link), failing)

    expect(statuses).toEqual(Array(10).fill(422))
    expect(stopped.status).toBe(429)
    expect(retryAfter(stopped)).toBeGreaterThan(100)
    expect(retryAfter(stopped)).toBeLessThanOrEqual(180)
    expect(textOf(stopped)).toMatch(/again in \d minutes/)
    expect(textOf(stopped)).not.toContain(en.problems['login-taken'](0, ''))
    expect(textOf(stopped)).toContain(en.problems['password-too-short'](12, ''))
    const { login, firstname, realname, email, password } = fieldsOf(stopped, '/register')
    expect({ login, firstname, realname, email }).toEqual({
      login: typed.login,
      firstname: typed.firstname,
      realname: typed.realname,
      email: typed.email,
    })
    expect(password).toBe('')
    expect(good.path).toMatch(/^\/done/)
    expect(later.status).toBe(422)
  })

  it('are counted for each address and key over an hour: the key is as good for everybody else', async () => {
    const key = await givenKey(app, { maxUses: 5 })
    const [attacker, owner] = [visitor(), visitor()]
    const form = await attacker.open(key.link)

    for (let n = 0; n < 20; n += 1) {
      if (n === 10) app.clock.advance(3 * 60_000)
      expect((await attacker.submit(form, failing)).status).toBe(422)
    }
    app.clock.advance(3 * 60_000)
    const stopped = await attacker.submit(form, failing)
    const others = await givenKey(app)
    const withOther = await attacker.submit(await attacker.open(others.link), failing)
    const owners = await owner.submit(await owner.open(key.link), failing)
    const owned = await owner.submit(await owner.open(key.link))

    expect(stopped.status).toBe(429)
    expect(retryAfter(stopped)).toBeGreaterThan(3000)
    expect([withOther.status, owners.status]).toEqual([422, 422])
    expect(owned.path).toMatch(/^\/done/)
    const noted = (await events('abuse.limited')).filter(({ key_uid: uid }) => uid !== null)
    expect(noted.map(({ details }) => JSON.parse(details) as unknown)).toContainEqual({
      reason: 'failed-forms-of-key',
    })
  })

  it('keep nobody out of a class behind one address, though each gets it wrong at first', async () => {
    const pupils = scaled(60, 24)
    const key = await givenKey(app, { maxUses: pupils })
    const address = `127.0.8.1`

    const paths: string[] = []
    for (let n = 0; n < pupils; n += 1) {
      const pupil = app.browser({ address })
      const form = await pupil.open(key.link)
      await pupil.submit(form, { password: 'weak' })
      paths.push((await pupil.submit(form)).path)
      app.clock.advance((10 * 60_000) / pupils)
    }

    expect(paths.filter((path) => path.startsWith('/done'))).toHaveLength(pupils)
    expect(await usesOf(app, key)).toEqual({ completed: pupils, held: 0 })
  })

  it('are never counted when they are accepted', async () => {
    const key = await givenKey(app, { maxUses: 13 })
    const address = `127.0.8.2`
    for (let n = 0; n < 12; n += 1) {
      const pupil = app.browser({ address })
      await pupil.submit(await pupil.open(key.link))
    }
    const last = app.browser({ address })

    expect((await last.submit(await last.open(key.link), failing)).status).toBe(422)
    expect(await usesOf(app, key)).toEqual({ completed: 12, held: 0 })
  })
})

describe('on several servers', () => {
  it('adds up what each has counted', async () => {
    const other = await startTestApp({ env: limits, database: app.database })
    // The same secret, as replicas have: the counters go by it.
    const twin = await startTestApp({
      env: { ...limits, SESSION_SECRET: app.env['SESSION_SECRET'], PUBLIC_URL: app.url },
      database: app.database,
    })
    const from = { ip: '192.0.2.77', userAgent: '' }
    const settle = async () => {
      for (const { context } of [app, twin, other]) await context.tallies.flush()
    }
    for (let n = 0; n < lookUps / 2; n += 1) app.context.visitorLimits.lookUp(from)
    await settle()
    for (let n = 0; n < lookUps / 2; n += 1) twin.context.visitorLimits.lookUp(from)
    await settle()

    expect(() => twin.context.visitorLimits.lookUp(from)).toThrow('too many')
    expect(() => other.context.visitorLimits.lookUp(from)).not.toThrow()
    await twin.close()
    await other.close()
  })

  it('writes nothing down for a person who opens a link or two', async () => {
    const count = async () => {
      await app.context.tallies.flush()
      const [row] = await app.database.sql<{ n: number }>('SELECT COUNT(*) AS n FROM ??.rate_limits', [
        app.database.database,
      ])
      return row?.n
    }
    const before = await count()
    const { link } = await givenKey(app)

    await visitor().open(link)

    expect(await count()).toBe(before)
  })
})

describe('an account that is in the way', () => {
  it.each([
    ['usable', { password: 'x' }],
    ['passwordless', {}],
    ['directory', { authtype: 3, auths_id: 1 }],
    ['mail-server', { authtype: 2, auths_id: 1 }],
    ['disabled', { is_active: 0 }],
    ['disabled', { end_date: new Date('2020-01-01') }],
    ['deleted', { is_deleted: 1 }],
  ] as const)('is told with what to do about it: %s', async (standing, columns) => {
    const { glpiDatabase, sql } = app.database
    const name = `account-${standing}-${(visitors += 1)}`
    const id = await givenGlpiUser(app.database, { name, email: `${name}@example.org` })
    for (const [column, value] of Object.entries(columns))
      await sql('UPDATE ??.glpi_users SET ?? = ? WHERE id = ?', [glpiDatabase, column, value, id])
    const key = await givenKey(app)
    const browser = visitor()
    const form = await browser.open(key.link)

    const byEmail = await browser.submit(form, { email: `${name}@example.org` })
    const byLogin = await browser.submit(form, { login: name.toUpperCase() })

    expect(textOf(byEmail)).toContain(`${en.taken.email} ${en.taken.advice[standing]}`)
    expect(textOf(byLogin)).toContain(en.taken.advice[standing])
    const noted = (await events('registration.taken')).map(({ details }) => JSON.parse(details) as unknown)
    expect(noted).toContainEqual({ reason: 'email-taken', usersId: id })
    expect(noted).toContainEqual({ reason: 'login-taken', usersId: id })
  })
})

describe('a proof of work', () => {
  let asking: TestApp
  beforeAll(async () => {
    asking = await startTestApp({
      env: { ...limits, ALTCHA: 'on', ALTCHA_COST: '1000', FORMS_WITHOUT_ALTCHA: '2' },
      database: app.database,
    })
  })
  afterAll(() => asking.close())

  const askedBy = (address: string) => asking.browser({ address })
  const solved = ({ text }: Answer): { altcha: string } => {
    const challenge = /data-altcha="([^"]*)"/.exec(text)?.[1] ?? ''
    return { altcha: solveChallenge(challenge.replaceAll('&#34;', '"').replaceAll('&amp;', '&')) }
  }

  it('is not asked for unless it was switched on', async () => {
    expect((await visitor().open((await givenKey(app)).link)).text).not.toContain('altcha')
  })

  it('lets forms pass that have it, and a few that do not, and keeps what was typed in the others', async () => {
    const key = await givenKey(asking, { maxUses: 9 })
    const browser = askedBy('127.0.9.1')
    const form = await browser.open(key.link)
    const without: Answer[] = []
    for (let n = 0; n < 3; n += 1) without.push(await browser.submit(form, { login: 'taken' }))
    const again = without[2] ?? form
    const typed = { ...registrationForm(), ...solved(again) }

    const good = await browser.submit(again, typed)
    asking.clock.advance(10 * 60_000)
    const script = askedBy('127.0.9.1')

    expect(without.map(({ status }) => status)).toEqual([422, 422, 429])
    expect(textOf(again)).toContain('JavaScript')
    expect(fieldsOf(again, '/register')['login']).toBe('taken')
    expect(good.path).toMatch(/^\/done/)
    expect((await script.submit(await script.open(key.link))).path).toMatch(/^\/done/)
  })

  it('is good for one answer, one form and two hours', async () => {
    const { altcha } = asking.context
    const answer = () => solveChallenge(altcha?.challengeFor('form') ?? '')
    const [first, old] = [answer(), answer()]
    const forged = JSON.stringify({
      ...JSON.parse(Buffer.from(answer(), 'base64').toString()),
      signature: 'mine',
    })

    expect(await altcha?.isSolved(first, 'another form')).toBe(false)
    expect(await altcha?.isSolved(first, 'form')).toBe(true)
    expect(await altcha?.isSolved(first, 'form')).toBe(false)
    expect(await altcha?.isSolved(Buffer.from(forged).toString('base64'), 'form')).toBe(false)
    for (const nonsense of ['', 'e30=', '{}', 'x'.repeat(5000)])
      expect(await altcha?.isSolved(nonsense, 'form')).toBe(false)
    asking.clock.advance(2 * 60 * 60_000)
    expect(await altcha?.isSolved(old, 'form')).toBe(false)
    expect(await checkAltcha(asking.context)).toMatchObject({ status: 'ok' })
  })
})
