import type { EntityScope } from '../../src/glpi'
import { countKeysMadeByDay, countUsableKeys, listKeysEndingBefore } from '../../src/keys'
import { countAccountsByDay, listKeysUsedUp, listNewestRegistrations } from '../../src/registration'
import { type Db, openDatabase } from '../../src/shared/db'
import { parseConfig } from '../../src/shared/config'
import { lastDays } from '../../src/shared/time'
import { givenKey } from '../support/builders'
import { givenPastKey, givenPastRegistration, type PastKey } from '../support/past'
import { startTestApp, testEnv } from '../support/test-app'
import { createTestDatabase, type TestDatabase } from '../support/test-database'

const everywhere: EntityScope = { kind: 'all' }
const lyon: EntityScope = { kind: 'some', ids: [2, 6] }
const nowhere: EntityScope = { kind: 'some', ids: [] }
const dayMs = 86_400_000

let database: TestDatabase
let db: Db
beforeEach(async () => {
  database = await createTestDatabase('10.0')
  db = openDatabase(parseConfig(testEnv(database, 'http://127.0.0.1')).database)
})
afterEach(async () => {
  await db.destroy()
  await database.close()
})

const made = (madeAt: string, key: Partial<PastKey> = {}) =>
  givenPastKey(database, { ...key, madeAt: new Date(madeAt) })
const used = (keyUid: string, at: string, login?: string) =>
  givenPastRegistration(database, { keyUid, at: new Date(at), ...(login === undefined ? {} : { login }) })

describe('what happened on each day', () => {
  // The night in which Paris goes back from summer time, so that a day has 25 hours.
  const days = lastDays(new Date('2026-10-26T09:00:00Z'), 'Europe/Paris', 3)

  it('is counted from midnight to midnight of the zone, with 0 for a quiet day', async () => {
    const key = await made('2026-10-23T21:59:59.999Z') // still the 23rd in Paris
    await made('2026-10-23T22:00:00Z')
    await made('2026-10-25T22:59:59Z')
    await used(key, '2026-10-23T21:59:59.999Z')
    await used(key, '2026-10-23T22:00:00Z')
    await used(key, '2026-10-25T22:59:59.999Z')
    await used(key, '2026-10-25T23:00:00Z')
    await used(key, '2026-10-26T22:59:59Z')

    expect(days.map(({ date }) => date)).toEqual(['2026-10-24', '2026-10-25', '2026-10-26'])
    expect(await countAccountsByDay(db, everywhere, days)).toEqual([1, 1, 2])
    expect(await countKeysMadeByDay(db, everywhere, days)).toEqual([1, 1, 0])
  })

  it('counts for an administrator of some entities only what is wholly theirs', async () => {
    const theirs = await made('2026-10-24T10:00:00Z', { entities: [2] })
    const below = await made('2026-10-24T10:00:00Z', { entities: [6] })
    const partly = await made('2026-10-24T10:00:00Z', { entities: [2, 1] })
    const ofParis = await made('2026-10-24T10:00:00Z', { entities: [1] })
    for (const key of [theirs, below, partly, ofParis]) await used(key, '2026-10-25T10:00:00Z')

    expect(await countAccountsByDay(db, lyon, days)).toEqual([0, 2, 0])
    expect(await countKeysMadeByDay(db, lyon, days)).toEqual([2, 0, 0])
    expect(await countAccountsByDay(db, everywhere, days)).toEqual([0, 4, 0])
    expect(await countAccountsByDay(db, nowhere, days)).toEqual([0, 0, 0])
  })

  it('counts a registration in the entity of its key', async () => {
    const app = await startTestApp({ database })
    const { link, uid } = await givenKey(app)
    await database.sql('UPDATE ??.registration_keys SET entities_id = 2', [database.database])
    await database.sql('UPDATE ??.key_authorisations SET entities_id = 2', [database.database])
    const browser = app.browser()

    await browser.submit(await browser.open(link), { login: 'of.lyon' })

    const today = lastDays(new Date(), 'UTC', 1)
    expect(await countAccountsByDay(db, lyon, today)).toEqual([1])
    expect(await listNewestRegistrations(db, lyon, { since: new Date(0), limit: 5 })).toMatchObject([
      { login: 'of.lyon', keyUid: uid },
    ])
    await app.close()
  })
})

describe('what needs somebody', () => {
  const now = new Date('2026-11-21T12:00:00Z')
  const later = (days: number) => new Date(now.getTime() + days * dayMs)
  const key = (label: string, wanted: Partial<PastKey>) =>
    givenPastKey(database, { madeAt: later(-3), expiresAt: later(1), ...wanted, label })
  const labels = ({ keys }: { keys: { label: string }[] }) => keys.map(({ label }) => label)

  it('are the usable keys that end soon with places left, the first to end first', async () => {
    await key('in six days', { expiresAt: later(6) })
    await key('tomorrow', {})
    await key('unlimited', { expiresAt: later(2), maxUses: undefined })
    await key('in eight days', { expiresAt: later(8) })
    await key('never', { expiresAt: undefined })
    await key('ended', { expiresAt: later(-1) })
    await key('full', { used: 2 })
    await key('revoked', { revokedAt: now })
    await key('paused', { pausedAt: now })
    await key('of Paris', { expiresAt: later(3), entities: [1] })
    const find = (scope: EntityScope, limit: number) =>
      listKeysEndingBefore(db, scope, { now, until: later(7), limit })

    expect(labels(await find(everywhere, 9))).toEqual(['tomorrow', 'unlimited', 'of Paris', 'in six days'])
    expect(await find(everywhere, 2)).toMatchObject({ count: 4, keys: [{ label: 'tomorrow' }, {}] })
    expect(await find(lyon, 9)).toEqual({ count: 0, keys: [] })
  })

  it('are the keys whose last place was taken, those for several people first', async () => {
    const since = later(-30)
    const full = async (label: string, at: Date, wanted: Partial<PastKey> = {}) => {
      const keyUid = await key(label, { used: 2, ...wanted })
      await givenPastRegistration(database, { keyUid, at })
      await givenPastRegistration(database, { keyUid, at: later(-40) })
    }
    await full('for one', later(-1), { maxUses: 1, used: 1 })
    await full('for two', later(-2))
    await full('for two, later', later(-1.5), { entities: [2] })
    await full('with a place left', later(-1), { used: 1 })
    await full('long ago', later(-31), { madeAt: later(-50) })
    await full('revoked', later(-1), { revokedAt: now })
    await full('ended', later(-1), { expiresAt: later(-0.5) })
    const find = (scope: EntityScope, limit: number) => listKeysUsedUp(db, scope, { now, since, limit })

    expect(labels(await find(everywhere, 9))).toEqual(['for two, later', 'for two', 'for one'])
    expect(await find(everywhere, 1)).toMatchObject({ count: 3, keys: [{ label: 'for two, later' }] })
    expect(labels(await find(lyon, 9))).toEqual(['for two, later'])
  })

  it('the newest registrations come last first, and forget who it was once the details are erased', async () => {
    const first = await key('of Lyon', { entities: [2] })
    const second = await key('of Paris', { entities: [1] })
    await used(first, '2026-11-20T10:00:00Z', 'ada')
    await used(second, '2026-11-21T10:00:00Z', 'grace')
    await used(first, '2026-10-01T10:00:00Z', 'before')
    const since = later(-30)

    expect(await listNewestRegistrations(db, everywhere, { since, limit: 5 })).toMatchObject([
      { login: 'grace', keyLabel: 'of Paris', completedAt: new Date('2026-11-21T10:00:00Z') },
      { login: 'ada', keyLabel: 'of Lyon' },
    ])
    expect(await listNewestRegistrations(db, lyon, { since, limit: 5 })).toHaveLength(1)
    await database.sql('DELETE FROM ??.registration_details', [database.database])
    expect(await listNewestRegistrations(db, lyon, { since, limit: 5 })).toMatchObject([{ login: '' }])
  })

  it('what the kill switch would stop are the keys that are usable at this moment', async () => {
    await key('usable', {})
    await key('never ends', { expiresAt: undefined })
    await key('full', { used: 2 })
    await key('ended', { expiresAt: later(-1) })
    await key('revoked', { revokedAt: now })
    await key('paused', { pausedAt: now })

    expect(await countUsableKeys(db, now)).toBe(2)
  })
})
