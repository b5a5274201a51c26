import { createKeys, revokeKey, revokeKeys, sendInvitation, type KeyKeeper } from '../../src/keys'
import { givenAdmin, keeperOf, rights } from '../support/admins'
import { givenKey } from '../support/builders'
import { markMail, outboxOf } from '../support/outbox'
import { startTestApp, type TestApp } from '../support/test-app'

const hourMs = 3_600_000
const system: KeyKeeper = { actor: { kind: 'system' }, issuer: { kind: 'system' }, mayMake: true }
const irene = 'irene@example.org'

let app: TestApp
afterEach(() => app.close())

const resend = (uid: string, by = system) => sendInvitation(app.context, by, uid)

describe('making keys with the wish to send them', () => {
  it('queues a mail for each address, in the language of the key, and no code', async () => {
    app = await startTestApp()
    const { uid, code } = await givenKey(app, {
      addresses: [irene, 'eve@example.org'],
      language: 'fr_FR',
      send: true,
    })

    expect(await outboxOf(app.database)).toMatchObject([
      { kind: 'invitation', state: 'waiting', keyUid: uid, address: 'eve@example.org', language: 'fr' },
      { kind: 'invitation', state: 'waiting', keyUid: uid, address: irene, language: 'fr' },
    ])
    expect(JSON.stringify(await outboxOf(app.database))).not.toContain(code.replaceAll('-', ''))
  })

  it('queues nothing unless it is wished, and for keys that are bound to nobody', async () => {
    app = await startTestApp()
    await givenKey(app, { addresses: [irene] })
    await givenKey(app, { send: true })

    expect(await outboxOf(app.database)).toEqual([])
  })

  it('makes no key when its mails would be too many', async () => {
    app = await startTestApp({ env: { MAILS_PER_ADDRESS: '2' } })
    const people = ['one', 'two', 'three'].map((label) => ({ label, address: irene.toUpperCase() }))
    const shared = {
      label: 'three',
      maxUses: 1,
      notBefore: undefined,
      expiresAt: new Date(app.clock.now().getTime() + 48 * hourMs),
      grant: { authorisations: [{ profilesId: 1, entitiesId: 0, isRecursive: true }], groupIds: [] },
    }
    const wanted = { shared, people, send: true }

    await expect(createKeys(app.context, system, wanted)).rejects.toMatchObject({
      code: 'SENDING_LIMITED',
      possibleAt: undefined,
    })
    expect(await countKeys()).toBe(0)
    await createKeys(app.context, system, { ...wanted, people: people.slice(1) })
    expect(await outboxOf(app.database)).toHaveLength(2)
  })

  it('lets the code travel with the mail, sealed, when it is kept nowhere else', async () => {
    app = await startTestApp({ env: { KEYRING_FILE: 'off' } })
    const { code } = await givenKey(app, { addresses: [irene], send: true })
    const [mail] = await outboxOf(app.database)

    const sealed = mail?.sealedCode?.toString() ?? ''
    expect(app.context.sealer.unseal('mail', sealed)).toBe(code.replaceAll('-', ''))
  })
})

describe('sending an invitation again', () => {
  it('takes the place of one that still waits, is recorded, and names to whom', async () => {
    app = await startTestApp()
    const { uid } = await givenKey(app, { addresses: [irene], send: true })

    expect(await resend(uid)).toEqual([irene])
    expect((await outboxOf(app.database)).map(({ state, failure }) => [state, failure])).toEqual([
      ['withdrawn', 'sent-again'],
      ['waiting', null],
    ])
    expect(await eventsOf('key.sent')).toBe(2)
  })

  it('is left to those who could make the key', async () => {
    app = await startTestApp()
    const { uid } = await givenKey(app, { addresses: [irene] })
    const reader = keeperOf(await givenAdmin(app.database, { user: rights.read }), { mayMake: false })
    const elsewhere = keeperOf(
      await givenAdmin(app.database, { user: rights.read + rights.create, entity: 'Lyon' }),
      { mayMake: true },
    )

    await expect(resend(uid, reader)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await expect(resend(uid, elsewhere)).rejects.toMatchObject({ code: 'KEY_ISSUER_REFUSED' })
    expect(await outboxOf(app.database)).toEqual([])
  })

  it('says why there is nothing to send', async () => {
    app = await startTestApp()
    const unbound = await givenKey(app)
    const paused = await givenKey(app, { addresses: [irene] })
    await app.database.sql('UPDATE ??.registration_keys SET paused_at = NOW(3) WHERE uid = UNHEX(?)', [
      app.database.database,
      paused.uid.replaceAll('-', ''),
    ])
    const revoked = await givenKey(app, { addresses: [irene] })
    await revokeKey(app.context, { kind: 'system' }, revoked.uid)
    const ended = await givenKey(app, { addresses: [irene], expiresAt: new Date(Date.now() + hourMs) })
    app.clock.advance(2 * hourMs)

    const problems = await Promise.all(
      [unbound, paused, revoked, ended].map(({ uid }) => resend(uid).catch((error: unknown) => error)),
    )
    expect(problems.map((error) => (error as { problem?: string }).problem)).toEqual([
      'no-address',
      'paused',
      'revoked',
      'expired',
    ])
  })

  it('cannot bring back a code that is kept nowhere', async () => {
    app = await startTestApp({ env: { KEYRING_FILE: 'off' } })
    const { uid } = await givenKey(app, { addresses: [irene], send: true })

    await expect(resend(uid)).rejects.toMatchObject({ problem: 'code-gone' })
    expect((await outboxOf(app.database)).map(({ state }) => state)).toEqual(['waiting'])
  })

  it('leaves out whoever has joined', async () => {
    app = await startTestApp()
    const { uid, link } = await givenKey(app, { addresses: [irene, 'eve@example.org'], maxUses: 2 })
    const browser = app.browser()
    await browser.submit(await browser.open(link), { email: 'Eve@example.org' })

    expect(await resend(uid)).toEqual([irene])
  })
})

describe('how much is sent', () => {
  it('is limited for each address, and says when it is possible again', async () => {
    app = await startTestApp({ env: { MAILS_PER_ADDRESS: '2' } })
    const { uid } = await givenKey(app, { addresses: [irene], send: true })
    const other = await givenKey(app, { addresses: [irene] })
    await markMail(app.database, uid, { sentAt: app.clock.now() })
    app.clock.advance(hourMs)
    await resend(other.uid)
    await markMail(app.database, other.uid, { sentAt: app.clock.now() })

    const refusal = (await resend(uid).catch((error: unknown) => error)) as { possibleAt: Date; code: string }
    expect(refusal.code).toBe('SENDING_LIMITED')
    expect(Math.abs(refusal.possibleAt.getTime() - app.clock.now().getTime() - 23 * hourMs)).toBeLessThan(
      60_000,
    )

    app.clock.advance(23 * hourMs)
    expect(await resend(uid)).toEqual([irene])
    await markMail(app.database, uid, { sentAt: app.clock.now() })
    await expect(resend(other.uid)).rejects.toMatchObject({ code: 'SENDING_LIMITED' })
  })

  it('is limited for each administrator, and not for the server itself', async () => {
    app = await startTestApp({ env: { MAILS_PER_ADMIN: '2' } })
    const admin = keeperOf(await givenAdmin(app.database, { user: 7, config: 3 }), { mayMake: true })
    const keys = await Promise.all(
      ['a', 'b', 'c'].map((name) => givenKey(app, { addresses: [`${name}@example.org`] })),
    )
    const [first, second, third] = keys.map(({ uid }) => uid) as [string, string, string]
    await resend(first, admin)
    await resend(second, admin)

    await expect(resend(third, admin)).rejects.toMatchObject({
      code: 'SENDING_LIMITED',
      by: { kind: 'admin' },
    })
    expect(await resend(third)).toEqual(['c@example.org'])
    app.clock.advance(hourMs)
    expect(await resend(third, admin)).toEqual(['c@example.org'])
  })

  it('holds when everybody sends at once', async () => {
    app = await startTestApp({ env: { MAILS_PER_ADDRESS: '3' } })
    const keys = await Promise.all(Array.from({ length: 10 }, () => givenKey(app, { addresses: [irene] })))

    const sent = await Promise.allSettled(keys.map(({ uid }) => resend(uid)))

    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    expect(await outboxOf(app.database)).toHaveLength(3)
  })
})

describe('a key that is revoked', () => {
  it('takes back what waits to be sent, and forgets the code that went with it', async () => {
    app = await startTestApp({ env: { KEYRING_FILE: 'off' } })
    const { uid } = await givenKey(app, { addresses: [irene], send: true })
    const other = await givenKey(app, { addresses: [irene], send: true })

    await revokeKey(app.context, { kind: 'system' }, uid)
    expect(await outboxOf(app.database)).toMatchObject([
      { keyUid: uid, state: 'withdrawn', failure: 'revoked', sealedCode: null, dueAt: null },
      { keyUid: other.uid, state: 'waiting' },
    ])
  })

  it('does so when many are', async () => {
    app = await startTestApp()
    const keys = await Promise.all([1, 2].map(() => givenKey(app, { addresses: [irene], send: true })))
    const selection = { scope: { kind: 'all' as const }, uids: keys.map(({ uid }) => uid) }

    await revokeKeys(app.context, { actor: { kind: 'system' } }, selection, undefined)
    expect((await outboxOf(app.database)).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn'])
  })
})

async function countKeys(): Promise<number> {
  const { database, sql } = app.database
  const [row] = await sql<{ n: number }>('SELECT COUNT(*) AS n FROM ??.registration_keys', [database])
  return Number(row?.n)
}

async function eventsOf(kind: string): Promise<number> {
  const { database, sql } = app.database
  const [row] = await sql<{ n: number }>('SELECT COUNT(*) AS n FROM ??.audit_events WHERE kind = ?', [
    database,
    kind,
  ])
  return Number(row?.n)
}
