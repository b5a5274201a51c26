import { type CarriedChange, changeKey, findProblem, getKey, type NewKey, renewKey } from '../../src/keys'
import { applyRetention } from '../../src/privacy'
import { givenAdmin, type GivenAdmin, keeperOf, rights } from '../support/admins'
import { givenKey, type GivenKey } from '../support/builders'
import { startTestApp, type TestApp } from '../support/test-app'

const system = { actor: { kind: 'system' as const }, issuer: { kind: 'system' as const }, mayMake: true }
const dayMs = 86_400_000
const forGood = { from: undefined, end: undefined }
const days = (n: number) => ({ from: undefined, end: { kind: 'days' as const, days: n } })
const locked = (value: string) => ({ field: 'firstname' as const, value, isLocked: true })

describe('changing whom a key is for and what it carries', () => {
  let app: TestApp
  let updater: GivenAdmin
  let maker: GivenAdmin
  beforeAll(async () => {
    app = await startTestApp()
    updater = await givenAdmin(app.database, { user: rights.read | rights.update })
    maker = await givenAdmin(app.database, { user: rights.read | rights.update | rights.create })
  })
  afterAll(() => app.close())

  const lastEventOf = async ({ uid }: GivenKey): Promise<unknown> => {
    const [row] = await app.database.sql<{ details: string | null }>(
      'SELECT details FROM ??.audit_events WHERE key_uid = ? ORDER BY uid DESC LIMIT 1',
      [app.database.database, Buffer.from(uid.replaceAll('-', ''), 'hex')],
    )
    return JSON.parse(row?.details ?? 'null') as unknown
  }
  const inDays = (n: number) => new Date(app.clock.now().getTime() + n * dayMs)

  type Case = [what: string, given: Partial<NewKey>, wanted: CarriedChange]
  const ada = { addresses: ['ada@example.org'] }
  const widening: Case[] = [
    ['another address', ada, { addresses: ['ada@example.org', 'grace@example.org'] }],
    ['an address in place of another', ada, { addresses: ['grace@example.org'] }],
    ['a domain beside an address', ada, { domains: ['example.org'] }],
    ['nobody any more whom it is for', ada, { addresses: [] }],
    ['all below a domain', { domains: ['a.example.org'] }, { domains: ['*.example.org'] }],
    ['no proof', { needsProof: true }, { needsProof: false }],
    ['a longer account', { accountValidity: days(30) }, { accountValidity: days(31) }],
    ['an account for good', { accountValidity: days(30) }, { accountValidity: forGood }],
    ['a value that is locked no more', { fields: [locked('Ada')] }, { fields: [] }],
    ['another locked value', { fields: [locked('Ada')] }, { fields: [locked('Grace')] }],
    ['naming the inviter', { sharesInviter: false }, { sharesInviter: true }],
  ]
  const narrowing: Case[] = [
    ['an address fewer', { addresses: ['ada@example.org', 'b@example.org'] }, ada],
    ['an address of its domain instead', { domains: ['example.org'] }, { ...ada, domains: [] }],
    ['an address where there was none', {}, ada],
    ['a domain below', { domains: ['*.example.org'] }, { domains: ['*.b.example.org', 'a.example.org'] }],
    ['proof', {}, { needsProof: true }],
    ['a shorter account', { accountValidity: days(30) }, { accountValidity: days(29) }],
    ['an account that ends', {}, { accountValidity: days(30) }],
    ['a value that can be changed', {}, { fields: [{ field: 'firstname', value: 'Ada', isLocked: false }] }],
    [
      'another lock',
      { fields: [locked('Ada')] },
      { fields: [locked('Ada'), { ...locked('L'), field: 'realname' }] },
    ],
    ['a language', {}, { language: 'fr_FR' }],
    ['no language', { language: 'fr_FR' }, { language: '' }],
    ['a message', { message: 'Hello' }, { message: 'Welcome' }],
    ['no message', { message: 'Hello' }, { message: '' }],
  ]

  it.each(widening)('%s is for who could make that key', async (_, given, wanted) => {
    const key = await givenKey(app, given)
    const before = await getKey(app.context.db, key.uid)

    await expect(
      changeKey(app.context, keeperOf(updater, { mayMake: false }), key.uid, wanted),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await getKey(app.context.db, key.uid)).toEqual(before)

    await changeKey(app.context, keeperOf(maker, { mayMake: true }), key.uid, wanted)
    expect(await getKey(app.context.db, key.uid)).toMatchObject(wanted)
  })

  it.each(narrowing)('%s is for whoever may change keys', async (_, given, wanted) => {
    const key = await givenKey(app, given)
    app.clock.advance(1)

    const changed = await changeKey(app.context, keeperOf(updater, { mayMake: false }), key.uid, wanted)

    const said = Object.fromEntries(
      Object.entries(wanted).map(([part, value]) => [part, value === '' ? undefined : value]),
    )
    expect(changed).toMatchObject(said)
    expect(changed.isBound).toBe(changed.addresses.length + changed.domains.length > 0)
    expect(await lastEventOf(key)).toEqual({ carried: expect.arrayContaining(Object.keys(said)) as unknown })
  })

  it('that says what is so already changes nothing, and is not recorded', async () => {
    const key = await givenKey(app, { addresses: ['b@example.org', 'a@example.org'], message: 'Hello' })

    await changeKey(app.context, system, key.uid, {
      addresses: ['a@example.org', 'b@example.org'],
      message: 'Hello',
    })

    expect(await lastEventOf(key)).toBeNull()
  })

  it('refuses what no key could be made with, and leaves it as it is', async () => {
    const key = await givenKey(app, { ...ada, maxUses: 1 })
    const refused: [CarriedChange, string][] = [
      [{ addresses: ['nobody'] }, 'INPUT_INVALID'],
      [{ domains: ['not a domain'] }, 'INPUT_INVALID'],
      [{ language: 'tlh' }, 'INPUT_INVALID'],
      [{ fields: [{ field: 'email', value: 'grace@example.org', isLocked: false }] }, 'INPUT_INVALID'],
      [{ fields: [{ field: 'login', value: 'marie.curie', isLocked: true }] }, 'INPUT_INVALID'],
      [{ accountValidity: { from: undefined, end: { kind: 'date', at: inDays(-1) } } }, 'ACCOUNT_END_PAST'],
    ]
    for (const [wanted, code] of refused)
      await expect(changeKey(app.context, system, key.uid, wanted)).rejects.toMatchObject({ code })

    expect(await lastEventOf(key)).toBeNull()
    const login = { field: 'login' as const, value: 'ada.l', isLocked: true }
    await changeKey(app.context, system, key.uid, { fields: [login] })
    await expect(changeKey(app.context, system, key.uid, { maxUses: 2 })).rejects.toThrow('fits one person')
  })

  it('of one that somebody else changes in the same moment loses neither change', async () => {
    const key = await givenKey(app, { maxUses: 9 })

    await Promise.all([
      changeKey(app.context, system, key.uid, { message: 'Hello' }),
      changeKey(app.context, system, key.uid, { domains: ['example.org'] }),
      changeKey(app.context, system, key.uid, { maxUses: 8 }),
      changeKey(app.context, system, key.uid, { language: 'fr_FR' }),
    ])

    const after = { message: 'Hello', domains: ['example.org'], maxUses: 8, language: 'fr_FR', isBound: true }
    expect(await getKey(app.context.db, key.uid)).toMatchObject(after)
  })

  it('takes back what waits to be sent to whom it is not for any more', async () => {
    const key = await givenKey(app, { addresses: ['ada@example.org', 'old@example.org'], send: true })

    await changeKey(app.context, system, key.uid, ada)

    const mails = await app.database.sql(
      `SELECT d.address, o.state, o.failure FROM ??.outbox o JOIN ??.outbox_details d ON d.outbox_uid = o.uid
       WHERE o.key_uid = ? ORDER BY d.address`,
      [app.database.database, app.database.database, Buffer.from(key.uid.replaceAll('-', ''), 'hex')],
    )
    expect(mails).toMatchObject([
      { address: 'ada@example.org', state: 'waiting' },
      { address: 'old@example.org', state: 'withdrawn', failure: 'address-changed' },
    ])
  })

  it('mends a key whose accounts would have ended, which is flagged', async () => {
    const end = { kind: 'date' as const, at: inDays(2) }
    const key = await givenKey(app, { accountValidity: { from: undefined, end }, expiresAt: inDays(30) })
    expect(await findProblem(app.context, key.uid)).toBeUndefined()

    app.clock.advance(2 * dayMs)
    expect(await findProblem(app.context, key.uid)).toBe('account-ended')
    await changeKey(app.context, system, key.uid, { message: 'Nothing to do with it' })
    await changeKey(app.context, system, key.uid, { accountValidity: days(30) })

    expect(await findProblem(app.context, key.uid)).toBeUndefined()
  })

  it('renews a key whose addresses are forgotten for somebody only, and they are forgotten again in time', async () => {
    const key = await givenKey(app, { ...ada, expiresAt: inDays(1), message: 'Hello' })
    const forget = async () => {
      app.clock.advance(200 * dayMs)
      await applyRetention(app.context)
      return getKey(app.context.db, key.uid)
    }
    expect(await forget()).toMatchObject({ isBound: true, addresses: [], message: undefined })

    const renewal = { expiresAt: inDays(7) }
    await expect(renewKey(app.context, system, key.uid, renewal)).rejects.toMatchObject({
      problem: 'addresses-forgotten',
    })
    // Who lets it end later in another way is told.
    await changeKey(app.context, system, key.uid, { expiresAt: inDays(6), language: 'fr_FR' })
    expect(await findProblem(app.context, key.uid)).toBe('nobody-left')
    const renewed = await renewKey(app.context, system, key.uid, {
      ...renewal,
      addresses: ['grace@example.org'],
    })

    expect(renewed).toMatchObject({ isBound: true, addresses: ['grace@example.org'] })
    expect(await findProblem(app.context, key.uid)).toBeUndefined()
    expect(await forget()).toMatchObject({ isBound: true, addresses: [] })
    await changeKey(app.context, system, key.uid, { addresses: ['late@example.org'] })
    await applyRetention(app.context)
    expect(await getKey(app.context.db, key.uid)).toMatchObject({ isBound: true, addresses: [] })
  })
})
