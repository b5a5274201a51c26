import { setTimeout as pause } from 'node:timers/promises'
import { limits } from '../../src/admins/limits'
import { givenAdmin } from '../support/signing-in'
import { adminAt, trySignIn } from '../support/console'
import { type RedisServer, startRedisServer } from '../support/redis-server'
import { startTestApp, type TestApp } from '../support/test-app'
import { describeWith } from '../support/tools'

describeWith('redis-server', 'with REDIS_URL', (program) => {
  let redis: RedisServer
  let app: TestApp
  beforeAll(async () => {
    redis = await startRedisServer(program)
    app = await startTestApp({ env: { REDIS_URL: redis.url } })
  })
  afterAll(async () => {
    await app.close()
    await redis.stop()
  })

  /** Redis went away a moment ago: waits until this server has found it again. */
  async function untilConnected({ context: { tallies } }: TestApp, until: Date): Promise<void> {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const answered = await tallies.isFirst('is-there', String(attempt), until).catch(() => undefined)
      if (answered !== undefined) return
      await pause(100)
    }
  }

  const rowsOf = async (table: string) => {
    const [row] = await app.database.sql<{ n: number }>('SELECT COUNT(*) AS n FROM ??.??', [
      app.database.database,
      table,
    ])
    return Number(row?.n)
  }

  async function signedIn() {
    const owner = await givenAdmin(app)
    const browser = app.browser()
    await trySignIn(browser, owner.login, owner.password)
    return { owner, browser, admin: adminAt(browser) }
  }
  const statusOf = async ({ admin }: Awaited<ReturnType<typeof signedIn>>) =>
    (await admin.get('/no-such-page', { follow: false })).status

  it('sessions are there, by a hash of their id, with an end, and in no table', async () => {
    const session = await signedIn()
    expect(await statusOf(session)).toBe(404)
    const id = decodeURIComponent(session.browser.cookie('console') ?? '')
      .slice(2)
      .split('.')[0]

    const kept = await redis.dump()
    const keys = Array.from(kept.keys()).filter((key) => key.includes('session'))

    expect(keys).toEqual([expect.stringMatching(/^glpi-invite:session:[0-9a-f]{64}$/)])
    expect(JSON.stringify(Array.from(kept))).not.toContain(id)
    expect(await rowsOf('admin_sessions')).toBe(0)
    await session.admin.post('/session/end')
    expect(Array.from((await redis.dump()).keys()).filter((key) => key.includes('session'))).toEqual([])
  })

  it('failed attempts are counted there, and in no table', async () => {
    const owner = await givenAdmin(app)
    const attacker = app.browser({ address: '127.0.7.7' })
    const statuses: number[] = []
    for (let time = 0; time <= limits.loginFromAddress.points; time += 1) {
      statuses.push((await trySignIn(attacker, owner.login, 'not it')).status)
    }

    expect(statuses.at(-2)).toBe(401)
    expect(statuses.at(-1)).toBe(429)
    expect(JSON.stringify(Array.from(await redis.dump()))).not.toContain(owner.login)
    expect(await rowsOf('rate_limits')).toBe(0)
    const home = app.browser({ address: '127.0.7.8' })
    await trySignIn(home, owner.login, owner.password)
    expect((await adminAt(home).get('/no-such-page', { follow: false })).status).toBe(404)
  })

  it('while it is away the console says so, and once it is back everything works again', async () => {
    const session = await signedIn()

    await redis.stop()
    const during = await session.admin.get('/no-such-page')
    expect(during.status).toBe(503)
    expect((await app.browser().get('/')).status).toBe(200) // people register all the while
    await redis.start()

    let status = 503
    for (let attempt = 0; attempt < 100 && status === 503; attempt += 1) {
      await pause(100)
      status = await statusOf(session)
    }
    expect(status).toBe(303) // this Redis kept nothing on disk
    expect(await statusOf(await signedIn())).toBe(404)
  })

  it('a server starts while Redis is away', async () => {
    await redis.stop()
    const late = await startTestApp({ env: { REDIS_URL: redis.url }, database: app.database })
    expect((await trySignIn(late.browser(), 'marie.curie', 'whatever')).status).toBe(503)

    await redis.start()
    let status = 503
    for (let attempt = 0; attempt < 100 && status === 503; attempt += 1) {
      await pause(100)
      status = (await trySignIn(late.browser(), 'marie.curie', 'whatever')).status
    }
    expect(status).toBe(401)
    await late.close()
  })

  it('what addresses did is added up there, in windows and by the drop, and claimed once', async () => {
    const twin = await startTestApp({
      env: { REDIS_URL: redis.url, SESSION_SECRET: app.env['SESSION_SECRET'] },
      database: app.database,
    })
    const [one, other] = [app.context.tallies, twin.context.tallies]
    const limits = [
      { name: 'window', kind: 'window', points: 10, ms: 60_000 },
      { name: 'drip', kind: 'drip', points: 10, ms: 10_000 },
    ] as const

    const until = new Date(app.clock.now().getTime() + 60_000)
    await untilConnected(app, until)
    await untilConnected(twin, until)

    for (const limit of limits) for (let n = 0; n < 6; n += 1) one.add(limit, 'somebody')
    await one.flush()
    for (const limit of limits) for (let n = 0; n < 4; n += 1) other.add(limit, 'somebody')
    await other.flush()
    const [inWindow, byDrop] = limits.map((limit) => [
      other.fullFor(limit, 'somebody'),
      one.fullFor(limit, 'another'),
    ])
    const claims = [await one.isFirst('it', 'this', until), await other.isFirst('it', 'this', until)]

    expect(inWindow?.[0]).toBeGreaterThan(50_000)
    expect(byDrop?.[0]).toBeLessThanOrEqual(10_000)
    expect([inWindow?.[1], byDrop?.[1]]).toEqual([undefined, undefined])
    expect(claims).toEqual([true, false])
    expect(await rowsOf('rate_limits')).toBe(0)
    await twin.close()
  })
})
