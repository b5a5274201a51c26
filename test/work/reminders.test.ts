import { createContext, type Context } from '../../src/context'
import { type KeyKeeper, pauseKey, renewKey, resumeKey, revokeKey, sendInvitation } from '../../src/keys'
import { parseConfig } from '../../src/shared/config'
import { runDueJobs } from '../../src/work'
import { reminderJob } from '../../src/work/reminder-job'
import { type GivenKey, givenKey } from '../support/builders'
import { StandingClock } from '../support/clocks'
import { emptyTables } from '../support/empty-tables'
import { markMail, outboxOf } from '../support/outbox'
import { startTestApp, type TestApp } from '../support/test-app'
import { createTestDatabase, type TestDatabase } from '../support/test-database'

const irene = 'irene@example.org'
const system: KeyKeeper = { actor: { kind: 'system' }, issuer: { kind: 'system' }, mayMake: true }

/** Made and mailed on Monday the 2nd; ends with Monday the 9th of November, in Paris. */
const made = '2026-11-02T09:00:00Z'
const end = '2026-11-09T22:59:59.999Z'
const justBefore = '2026-11-07T22:59:59.998Z'
const due = '2026-11-07T22:59:59.999Z'

let database: TestDatabase
let app: TestApp
let clock: StandingClock
const others: Context[] = []
beforeAll(async () => {
  database = await createTestDatabase('10.0')
})
afterAll(() => database.close())
async function start(at = made): Promise<void> {
  clock = new StandingClock(at)
  app = await startTestApp({ database, env: { TIME_ZONE: 'Europe/Paris' }, overrides: { clock } })
}
afterEach(async () => {
  await Promise.all(others.splice(0).map((context) => context.close()))
  await app.close()
  await emptyTables(database, ['registration_keys', 'key_codes', 'key_addresses', 'outbox', 'outbox_details'])
})

async function givenMailedKey(wanted: Parameters<typeof givenKey>[1] = {}): Promise<GivenKey> {
  const key = await givenKey(app, { addresses: [irene], expiresAt: new Date(end), send: true, ...wanted })
  await markMail(app.database, key.uid, { sentAt: clock.now() })
  return key
}

/** The job at an instant. @returns how many reminders there are by then */
async function remindersAt(instant: string): Promise<number> {
  clock.put(instant)
  await reminderJob.run(app.context)
  return (await outboxOf(app.database, 'reminder')).length
}

async function join({ link }: GivenKey, email: string): Promise<void> {
  const browser = app.browser()
  await browser.submit(await browser.open(link), { email })
}

describe('the reminder of an invitation', () => {
  it('goes out 48 hours before the end, once, in the language of the key', async () => {
    await start()
    const { uid } = await givenMailedKey({ language: 'fr_FR' })

    expect(await remindersAt(justBefore)).toBe(0)
    expect(await remindersAt(due)).toBe(1)
    expect(await remindersAt(due)).toBe(1)
    expect(await remindersAt('2026-11-09T22:00:00Z')).toBe(1)
    expect(await outboxOf(app.database, 'reminder')).toMatchObject([
      { keyUid: uid, address: irene, language: 'fr', state: 'waiting' },
    ])
  })

  it('goes out late rather than never, but not after the end that was told', async () => {
    await start()
    await givenMailedKey()
    await givenMailedKey({ expiresAt: new Date('2026-11-10T22:59:59.999Z'), graceDays: 1 })

    expect(await remindersAt(end)).toBe(0)
    expect(await remindersAt('2026-11-09T22:59:59.998Z')).toBe(2)
  })

  it('counts from the end that was told, not from the days of grace', async () => {
    await start()
    await givenMailedKey({ expiresAt: new Date('2026-11-12T22:59:59.999Z'), graceDays: 3 })

    expect(await remindersAt(justBefore)).toBe(0)
    expect(await remindersAt(due)).toBe(1)
  })

  const stops: [string, (key: GivenKey) => Promise<unknown>][] = [
    ['was used', (key) => join(key, irene)],
    ['was revoked', ({ uid }) => revokeKey(app.context, system.actor, uid)],
    ['is paused', ({ uid }) => pauseKey(app.context, system.actor, uid)],
    [
      'was renewed',
      ({ uid }) => renewKey(app.context, system, uid, { expiresAt: new Date('2026-11-20T12:00:00Z') }),
    ],
    ['was sent again and that mail waits', ({ uid }) => sendInvitation(app.context, system, uid)],
    [
      'was sent again in time',
      async ({ uid }) => {
        clock.put('2026-11-07T23:30:00Z')
        await sendInvitation(app.context, system, uid)
        await markMail(app.database, uid, { sentAt: clock.now() })
      },
    ],
  ]
  it.each(stops)('does not go out when the key %s', async (_, stop) => {
    await start()
    const key = await givenMailedKey()
    clock.put('2026-11-05T09:00:00Z')
    await stop(key)

    expect(await remindersAt('2026-11-08T09:00:00Z')).toBe(0)
  })

  it('goes out when a pause ends in time, and when it was sent again long before', async () => {
    await start()
    const paused = await givenMailedKey()
    const again = await givenMailedKey({ addresses: ['eve@example.org'] })
    clock.put('2026-11-05T09:00:00Z')
    await pauseKey(app.context, system.actor, paused.uid)
    await sendInvitation(app.context, system, again.uid)
    await markMail(app.database, again.uid, { sentAt: clock.now() })
    clock.put('2026-11-08T09:00:00Z')
    await resumeKey(app.context, system.actor, paused.uid)

    expect(await remindersAt('2026-11-08T10:00:00Z')).toBe(2)
  })

  it('goes out again before the new end of a key that was renewed', async () => {
    await start()
    const { uid } = await givenMailedKey()
    expect(await remindersAt(due)).toBe(1)
    await renewKey(app.context, system, uid, { expiresAt: new Date('2026-11-20T12:00:00Z') })

    expect(await remindersAt('2026-11-18T11:59:00Z')).toBe(1)
    expect(await remindersAt('2026-11-18T12:00:00Z')).toBe(2)
  })

  it('is not for invitations that were never mailed, did not arrive, or still wait', async () => {
    await start()
    await givenKey(app, { addresses: [irene], expiresAt: new Date(end) })
    const failed = await givenKey(app, { addresses: [irene], expiresAt: new Date(end), send: true })
    await markMail(app.database, failed.uid, { failure: 'recipient-refused 550' })
    await givenKey(app, { addresses: [irene], expiresAt: new Date(end), send: true })

    expect(await remindersAt(due)).toBe(0)
  })

  it('is for those alone who have not joined, of several', async () => {
    await start()
    const key = await givenMailedKey({ addresses: [irene, 'eve@example.org', 'ada@example.org'], maxUses: 3 })
    await join(key, 'EVE@example.org')

    expect(await remindersAt(due)).toBe(2)
    expect((await outboxOf(app.database, 'reminder')).map(({ address }) => address)).toEqual([
      'ada@example.org',
      irene,
    ])
  })

  it.each([
    ['exactly four days', '2026-11-05T22:59:59.999Z', undefined, 1],
    ['a moment less', '2026-11-06T00:00:00.000Z', undefined, 0],
    ['long, but it began late', made, '2026-11-06T00:00:00Z', 0],
    ['long, and it began in time', made, '2026-11-05T00:00:00Z', 1],
  ])('is for keys that live for four days: %s', async (_, at, notBefore, n) => {
    await start(at)
    await givenMailedKey({ notBefore: notBefore === undefined ? undefined : new Date(notBefore) })

    expect(await remindersAt('2026-11-08T09:00:00Z')).toBe(n)
  })

  it('goes out once when two do it at the same time, and when two schedulers do', async () => {
    await start()
    for (let n = 0; n < 20; n += 1) await givenMailedKey({ addresses: [`p${n}@example.org`] })
    clock.put(due)
    const another = createContext(parseConfig(app.env), { clock })
    others.push(another)

    await Promise.all([app.context, another, app.context, another].map((context) => reminderJob.run(context)))
    expect(await outboxOf(app.database, 'reminder')).toHaveLength(20)

    await givenMailedKey({ addresses: ['late@example.org'] }) // as if the link had been mailed long ago
    await app.database.sql('UPDATE ??.outbox SET created_at = ?, sent_at = ?', [
      app.database.database,
      new Date(made),
      new Date(made),
    ])
    await app.database.sql('UPDATE ??.registration_keys SET created_at = ?', [
      app.database.database,
      new Date(made),
    ])
    await Promise.all([runDueJobs(app.context), runDueJobs(another)])
    expect(await outboxOf(app.database, 'reminder')).toHaveLength(21)
  })
})

describe('when clocks are changed', () => {
  /** Forward in the night to the 29th of March, back in that to the 25th of October. */
  it.each([
    ['forward', '2026-03-20T09:00:00Z', '2026-03-29T21:59:59.999Z', '2026-03-27T21:59:59.999Z'],
    ['back', '2026-10-16T09:00:00Z', '2026-10-25T22:59:59.999Z', '2026-10-23T22:59:59.999Z'],
  ])('%s, the reminder still goes out 48 hours before', async (_, at, ends, when) => {
    await start(at)
    await givenMailedKey({ expiresAt: new Date(ends) })

    expect(await remindersAt(new Date(new Date(when).getTime() - 1).toISOString())).toBe(0)
    expect(await remindersAt(when)).toBe(1)
  })

  it.each([
    ['2026-03-25T22:59:59.999Z', 1],
    ['2026-03-25T23:00:00.000Z', 0],
  ])('four days are four of the calendar: made at %s', async (at, n) => {
    await start(at)
    await givenMailedKey({ expiresAt: new Date('2026-03-29T21:59:59.999Z') })

    expect(await remindersAt('2026-03-28T12:00:00Z')).toBe(n)
  })
})
