import { createContext, type Context } from '../../src/context'
import { pauseKey, renewKey, revokeKey } from '../../src/keys'
import { parseConfig } from '../../src/shared/config'
import { lapsedJob } from '../../src/work/lapsed-job'
import { keeperOf } from '../support/admins'
import { type GivenKey, givenKey } from '../support/builders'
import { StandingClock } from '../support/clocks'
import { emptyTables } from '../support/empty-tables'
import { givenInviter } from '../support/inviters'
import { outboxOf } from '../support/outbox'
import { startTestApp, type TestApp } from '../support/test-app'
import { createTestDatabase, type TestDatabase } from '../support/test-database'

const system = { actor: { kind: 'system' as const }, issuer: { kind: 'system' as const }, mayMake: true }
const inviterMail = 'inviter@example.org'
const made = '2026-11-02T09:00:00Z'
const end = '2026-11-09T22:59:59.999Z'
const justBefore = '2026-11-09T23:29:59.998Z'
const due = '2026-11-09T23:29:59.999Z'

let database: TestDatabase
let app: TestApp
let clock: StandingClock
const others: Context[] = []
beforeAll(async () => {
  database = await createTestDatabase('10.0')
})
afterAll(() => database.close())
beforeEach(async () => {
  clock = new StandingClock(made)
  app = await startTestApp({ database, env: { TIME_ZONE: 'Europe/Paris' }, overrides: { clock } })
})
afterEach(async () => {
  await Promise.all(others.splice(0).map((context) => context.close()))
  await app.close()
  await emptyTables(database, ['registration_keys', 'key_codes', 'outbox', 'outbox_details'])
})

const inviter = (email = inviterMail, language?: string) =>
  givenInviter(app.database, { email, ...(language === undefined ? {} : { language }) })
type Inviter = Awaited<ReturnType<typeof inviter>>
const keyOf = ({ issuer }: Inviter, expiresAt = end): Promise<GivenKey> =>
  givenKey(app, { issuer, expiresAt: new Date(expiresAt) })

async function lapsedAt(instant: string): Promise<number> {
  clock.put(instant)
  await lapsedJob.run(app.context)
  return (await outboxOf(app.database, 'lapsed')).length
}

describe('an invitation that ended unused', () => {
  it('is told to its inviter, once, when no form can be sent any more', async () => {
    const marie = await inviter(inviterMail, 'fr_FR')
    const { uid } = await keyOf(marie)

    expect(await lapsedAt(justBefore)).toBe(0)
    expect(await lapsedAt(due)).toBe(1)
    expect(await lapsedAt('2026-11-10T12:00:00Z')).toBe(1)
    expect(await outboxOf(app.database, 'lapsed')).toMatchObject([
      { keyUid: uid, address: inviterMail, usersId: marie.usersId, language: 'fr', facts: {} },
    ])
  })

  it('is told with the others of the run, a mail for each inviter', async () => {
    const [one, other] = [await inviter(), await inviter('other@example.org')]
    const keys = [await keyOf(one), await keyOf(one, '2026-11-09T12:00:00Z'), await keyOf(one)]
    await keyOf(other)

    expect(await lapsedAt(due)).toBe(2)
    const mail = (await outboxOf(app.database, 'lapsed')).find(({ address }) => address === inviterMail)
    expect(mail?.facts).toEqual({ keyUids: [keys[1]?.uid, ...[keys[0]?.uid, keys[2]?.uid].sort()] })
  })

  it('is told with how many there are when the mail cannot list them all', async () => {
    const one = await inviter()
    await Promise.all(Array.from({ length: 60 }, () => keyOf(one)))

    expect(await lapsedAt(due)).toBe(1)
    const [mail] = await outboxOf(app.database, 'lapsed')
    expect(mail?.facts).toMatchObject({ total: 60 })
    expect(mail?.facts['keyUids']).toHaveLength(50)
  })

  it('is told again when it was renewed and ended again', async () => {
    const marie = await inviter()
    const { uid } = await keyOf(marie)
    expect(await lapsedAt(due)).toBe(1)
    const later = { expiresAt: new Date('2026-11-20T12:00:00Z') }
    await renewKey(app.context, keeperOf(marie, { mayMake: true }), uid, later)

    expect(await lapsedAt('2026-11-20T12:29:59.999Z')).toBe(1)
    expect(await lapsedAt('2026-11-20T12:30:00Z')).toBe(2)
  })

  it('is told to nobody when it was used, revoked or paused, or is the server’s own', async () => {
    const marie = await inviter()
    const [used, revoked, paused] = [await keyOf(marie), await keyOf(marie), await keyOf(marie)]
    await givenKey(app, { expiresAt: new Date(end) })
    const browser = app.browser()
    await browser.submit(await browser.open(used.link))
    await revokeKey(app.context, system.actor, revoked.uid)
    await pauseKey(app.context, system.actor, paused.uid)

    expect(await lapsedAt(due)).toBe(0)
  })

  it('is old news after a week, and to whom had no address when it ended', async () => {
    const [late, silent] = [await inviter(), await givenInviter(app.database)]
    await keyOf(silent)
    expect(await lapsedAt(due)).toBe(0)
    await app.database.sql('INSERT INTO ??.glpi_useremails (users_id, email, is_default) VALUES (?, ?, 1)', [
      app.database.glpiDatabase,
      silent.usersId,
      'silent@example.org',
    ])
    clock.put(made)
    await keyOf(late)

    expect(await lapsedAt('2026-11-16T23:00:00Z')).toBe(0)
    expect(await lapsedAt('2026-11-16T22:59:59.998Z')).toBe(1)
  })

  it('is told once when four do it at the same time', async () => {
    const one = await inviter()
    await Promise.all(Array.from({ length: 30 }, () => keyOf(one)))
    clock.put(due)
    const another = createContext(parseConfig(app.env), { clock })
    others.push(another)

    await Promise.all([app.context, another, app.context, another].map((context) => lapsedJob.run(context)))
    const told = (await outboxOf(app.database, 'lapsed')).flatMap(
      ({ facts, keyUid }) => (facts['keyUids'] as string[] | undefined) ?? [keyUid],
    )
    expect(new Set(told).size).toBe(30)
    expect(told).toHaveLength(30)
  })
})
