import { limits } from '../../src/admins/limits'
import { createPasswordHasher, type PasswordHasher, readLoginWeight } from '../../src/glpi'
import { SignInThrottled } from '../../src/shared/errors'
import { systemRandom } from '../../src/shared/random'
import { auditRows, enter, givenAdmin, type GivenAdmin, outcomeOf } from '../support/signing-in'
import { startTestApp, type TestApp } from '../support/test-app'

let app: TestApp
let hashed = 0
beforeAll(async () => {
  const hasher = createPasswordHasher({
    algorithm: 'argon2id',
    random: systemRandom,
    argon2Cost: { memoryKib: 1024, passes: 2 },
  })
  const passwords: PasswordHasher = {
    ...hasher,
    verify: (hash, password) => {
      hashed += 1
      return hasher.verify(hash, password)
    },
  }
  app = await startTestApp({ overrides: { passwords } })
})
afterAll(() => app.close())

let addresses = 0
/** An address that nobody has come from yet. */
const freshAddress = (): string => `10.${Math.floor(addresses / 250)}.${(addresses += 1) % 250}.1`

const wrong = ({ login }: { login: string }) => ({ login, password: 'not the password' })
const fail = (who: { login: string }, ip: string, deviceToken?: string) =>
  outcomeOf(enter(app, wrong(who), deviceToken === undefined ? { ip } : { ip, deviceToken }))

async function failOften(who: { login: string }, ip: string, times: number): Promise<string[]> {
  const outcomes: string[] = []
  for (let time = 0; time < times; time += 1) outcomes.push(await fail(who, ip))
  return outcomes
}

/** Fails so often from so many addresses that the login is full, and none of them. */
async function besiege(who: GivenAdmin, alreadyFailed = 0): Promise<void> {
  for (let time = alreadyFailed; time < limits.login.points; time += 1) {
    expect(await fail(who, freshAddress())).toBe('SIGN_IN_FAILED')
  }
  expect(await fail(who, freshAddress())).toBe('SIGN_IN_THROTTLED')
}

it('holds up one address that keeps trying one login, and nobody else', async () => {
  const admin = await givenAdmin(app)
  const attacker = freshAddress()

  const outcomes = await failOften(admin, attacker, limits.loginFromAddress.points + 3)

  expect(outcomes).toEqual([
    ...Array<string>(limits.loginFromAddress.points).fill('SIGN_IN_FAILED'),
    ...Array<string>(3).fill('SIGN_IN_THROTTLED'),
  ])
  expect(await outcomeOf(enter(app, admin, { ip: attacker }))).toBe('SIGN_IN_THROTTLED')
  expect(await outcomeOf(enter(app, admin, { ip: freshAddress() }))).toBe('in')
  expect(await fail({ login: 'somebody.else' }, attacker)).toBe('SIGN_IN_FAILED')
})

it('counts one person as one, however the login is spelled, and unknown logins likewise', async () => {
  const { login } = await givenAdmin(app, { login: 'zoé.lefèvre' })
  for (const known of [login, 'zoé.nobody']) {
    const ip = freshAddress()
    const spellings = [
      known,
      known.toUpperCase(),
      known.replaceAll('é', 'e'),
      ` ${known}`,
      known.normalize('NFD'),
    ]
    const outcomes: string[] = []
    for (let time = 0; time <= limits.loginFromAddress.points; time += 1) {
      outcomes.push(await fail({ login: spellings[time % spellings.length] ?? '' }, ip))
    }
    expect(outcomes.at(-2)).toBe('SIGN_IN_FAILED')
    expect(outcomes.at(-1)).toBe('SIGN_IN_THROTTLED')
  }
})

it('counts a whole IPv6 network as one address', async () => {
  const admin = await givenAdmin(app)
  const outcomes: string[] = []
  for (let time = 0; time <= limits.loginFromAddress.points; time += 1) {
    outcomes.push(await fail(admin, `2001:db8:7:7:${time}::1`))
  }

  expect(outcomes.at(-1)).toBe('SIGN_IN_THROTTLED')
  expect(await fail(admin, '2001:db8:7:8::1')).toBe('SIGN_IN_FAILED')
})

it('lets nobody through a gap: a hundred at once are hashed no more often than one after the other', async () => {
  const admin = await givenAdmin(app)
  const ip = freshAddress()
  hashed = 0

  const outcomes = await Promise.all(Array.from({ length: 100 }, () => fail(admin, ip)))

  expect(outcomes.filter((outcome) => outcome === 'SIGN_IN_FAILED')).toHaveLength(
    limits.loginFromAddress.points,
  )
  expect(hashed).toBe(limits.loginFromAddress.points)
  expect(outcomes.filter((outcome) => outcome === 'SIGN_IN_THROTTLED')).toHaveLength(
    100 - limits.loginFromAddress.points,
  )
})

it('counts nobody against a login who was held up for their address a moment later', async () => {
  const ip = freshAddress()
  const counted = async () => {
    const [row] = await app.database.sql<{ n: string }>(
      "SELECT COALESCE(SUM(points), 0) AS n FROM ??.rate_limits WHERE `key` LIKE 'loginFromAddress:%'",
      [app.database.database],
    )
    return Number(row?.n)
  }
  const before = await counted()

  const outcomes = await Promise.all(
    Array.from({ length: limits.address.points + 30 }, (_, n) => fail({ login: `crowd.${n}` }, ip)),
  )

  expect(outcomes.filter((outcome) => outcome === 'SIGN_IN_FAILED')).toHaveLength(limits.address.points)
  expect((await counted()) - before).toBe(limits.address.points)
})

it('does no work for who is held up, does not count them further, says for how long, and records it', async () => {
  const admin = await givenAdmin(app)
  const ip = freshAddress()
  await failOften(admin, ip, limits.loginFromAddress.points)
  const counted = () =>
    app.database.sql<{ points: number }>('SELECT `key`, points FROM ??.rate_limits ORDER BY `key`', [
      app.database.database,
    ])
  const before = await counted()
  hashed = 0

  const refused = await enter(app, admin, { ip }).catch((error: unknown) => error)

  expect(refused).toBeInstanceOf(SignInThrottled)
  const { retryAfterSeconds } = refused as SignInThrottled
  expect(retryAfterSeconds).toBeGreaterThan(limits.loginFromAddress.seconds - 60)
  expect(retryAfterSeconds).toBeLessThanOrEqual(limits.loginFromAddress.seconds)
  expect(hashed).toBe(0)
  expect(await counted()).toEqual(before)
  expect(await auditRows(app)).toMatchObject([
    { kind: 'admin.sign-in-refused', actor_users_id: admin.usersId, details: { reason: 'throttled' }, ip },
  ])
})

it('ends with the window', async () => {
  const admin = await givenAdmin(app)
  const ip = freshAddress()
  await failOften(admin, ip, limits.loginFromAddress.points)

  await app.database.sql('UPDATE ??.rate_limits SET expire = ?', [app.database.database, Date.now() - 1])

  expect(await outcomeOf(enter(app, admin, { ip }))).toBe('in')
})

it('forgets the failures of who then gets it right, but not those of others at the same address', async () => {
  const admin = await givenAdmin(app)
  const ip = freshAddress()
  for (let day = 0; day < 3; day += 1) {
    await failOften(admin, ip, limits.loginFromAddress.points - 1)
    expect(await outcomeOf(enter(app, admin, { ip }))).toBe('in')
  }

  const others = limits.address.points - 3 * (limits.loginFromAddress.points - 1)
  for (let other = 0; other < others; other += 1) {
    expect(await fail({ login: `nobody.${other}` }, ip)).toBe('SIGN_IN_FAILED')
  }
  expect(await fail({ login: 'nobody.more' }, ip)).toBe('SIGN_IN_THROTTLED')
})

describe('a login that is tried from everywhere', () => {
  it('is held up, for addresses and browsers that have nothing to do with the person', async () => {
    const admin = await givenAdmin(app)
    await besiege(admin)

    expect(await outcomeOf(enter(app, admin, { ip: freshAddress() }))).toBe('SIGN_IN_THROTTLED')
  })

  it('stays open to a browser that has been in before, wherever it is, with tries of its own', async () => {
    const admin = await givenAdmin(app)
    const { deviceToken } = await enter(app, admin, { ip: freshAddress() })
    const cafe = freshAddress()
    await failOften(admin, cafe, limits.loginFromAddress.points)
    await besiege(admin, limits.loginFromAddress.points)

    expect(await outcomeOf(enter(app, admin, { ip: cafe, deviceToken }))).toBe('in')
    for (let time = 0; time < limits.device.points; time += 1) {
      expect(await fail(admin, cafe, deviceToken)).toBe('SIGN_IN_FAILED')
    }
    expect(await outcomeOf(enter(app, admin, { ip: freshAddress(), deviceToken }))).toBe('SIGN_IN_THROTTLED')
  })

  it('stays open to the address that the person last came in from', async () => {
    const admin = await givenAdmin(app)
    const office = freshAddress()
    await enter(app, admin, { ip: freshAddress() })
    await enter(app, admin, { ip: office })
    await besiege(admin)

    expect(await outcomeOf(enter(app, admin, { ip: office }))).toBe('in')
    expect(await outcomeOf(enter(app, admin, { ip: freshAddress() }))).toBe('SIGN_IN_THROTTLED')
  })

  it('is not opened by somebody else’s browser, nor by a token that was made up', async () => {
    const admin = await givenAdmin(app)
    const { deviceToken } = await enter(app, await givenAdmin(app), { ip: freshAddress() })
    await besiege(admin)

    expect(await outcomeOf(enter(app, admin, { ip: freshAddress(), deviceToken }))).toBe('SIGN_IN_THROTTLED')
    expect(await outcomeOf(enter(app, admin, { ip: freshAddress(), deviceToken: 'made-up' }))).toBe(
      'SIGN_IN_THROTTLED',
    )
  })
})

it('keeps no login and no address in clear', async () => {
  const admin = await givenAdmin(app, { login: 'easily.recognised' })
  await fail(admin, '203.0.113.77')

  const rows = await app.database.sql<{ key: string }>('SELECT `key` FROM ??.rate_limits', [
    app.database.database,
  ])

  expect(rows.length).toBeGreaterThan(0)
  for (const { key } of rows) expect(key).toMatch(/^(address|loginFromAddress|login|device):[0-9a-f]{64}$/)
})

it.each(['root', 'ROOT', 'root \u0001', 'root  \u0001', 'root \u200d'])(
  'counts %j for the same login: GLPI would let it in as the same person',
  async (login) => {
    expect(await readLoginWeight(app.context.db, login)).toBe(await readLoginWeight(app.context.db, 'root'))
  },
)

it('counts another login for another', async () => {
  expect(await readLoginWeight(app.context.db, 'roots')).not.toBe(
    await readLoginWeight(app.context.db, 'root'),
  )
})
