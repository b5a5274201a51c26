import { createKeys } from '../../src/keys'
import { listJoinersOf } from '../../src/registration'
import { dayOfJoins } from '../../src/registration/tell-of-joining'
import { givenKey } from '../support/builders'
import { givenInviter } from '../support/inviters'
import { outboxOf } from '../support/outbox'
import { layouts, startTestApp, type TestApp } from '../support/test-app'

const hourMs = 3_600_000
const inviterMail = 'inviter@example.org'

let app: TestApp
afterEach(() => app.close())

async function join(link: string, fields: { login?: string; email?: string } = {}): Promise<number> {
  const browser = app.browser()
  return (await browser.submit(await browser.open(link), fields)).status
}

describe.each(layouts)('somebody who joins on GLPI $line', ({ line, base }) => {
  it('is welcomed, and the inviter told at once, each in their language', async () => {
    app = await startTestApp({ line, base })
    const { issuer, usersId } = await givenInviter(app.database, { email: inviterMail, language: 'fr_FR' })
    const { uid, link } = await givenKey(app, { issuer })

    await join(link, { login: 'grace.hopper', email: 'grace@example.org' })

    const mails = await outboxOf(app.database)
    const [user] = await app.database.sql<{ id: number }>('SELECT id FROM ??.glpi_users WHERE name = ?', [
      app.database.glpiDatabase,
      'grace.hopper',
    ])
    expect(mails.map(({ kind, address, language, keyUid }) => [kind, address, language, keyUid])).toEqual([
      ['welcome', 'grace@example.org', 'en', uid],
      ['joined', inviterMail, 'fr', uid],
    ])
    expect(mails.map((mail) => mail.usersId)).toEqual([user?.id, usersId])
    expect(new Set(mails.map(({ registrationUid }) => registrationUid)).size).toBe(1)
  })
})

describe('who joins', () => {
  it('is told to nobody when the key is of the server itself, or its inviter has no address or has left', async () => {
    app = await startTestApp()
    const { issuer } = await givenInviter(app.database)
    await join((await givenKey(app)).link)
    await join((await givenKey(app, { issuer })).link)

    expect((await outboxOf(app.database)).map(({ kind }) => kind)).toEqual(['welcome', 'welcome'])
  })

  it('is not welcomed when the form is refused', async () => {
    app = await startTestApp()
    const { link } = await givenKey(app)

    expect(await join(link, { email: 'no address' })).toBe(422)
    expect(await outboxOf(app.database)).toEqual([])
  })

  it('with keys for several people is told once a day, at its end, whatever the number', async () => {
    app = await startTestApp({ env: { TIME_ZONE: 'Europe/Paris' } })
    const { issuer, usersId } = await givenInviter(app.database, { email: inviterMail })
    const months = new Date(app.clock.now().getTime() + 30 * 24 * hourMs)
    const forThree = await givenKey(app, { issuer, maxUses: 3, expiresAt: months })
    const batch = await createKeys(
      app.context,
      { issuer, actor: { kind: 'system' } },
      {
        shared: {
          label: 'class',
          maxUses: 1,
          notBefore: undefined,
          expiresAt: months,
          grant: { authorisations: [{ profilesId: 1, entitiesId: 0, isRecursive: true }], groupIds: [] },
        },
        people: [{ label: 'one' }, { label: 'two' }],
      },
    )
    for (const { code } of batch.keys) await join(`${app.url}/r/${code.normalForm.toLowerCase()}`)
    await join(forThree.link)
    const { start, end } = dayOfJoins(app.clock.now(), 'Europe/Paris')

    expect(await outboxOf(app.database, 'joined')).toMatchObject([
      { usersId, dueAt: end, facts: { from: start.toISOString(), to: end.toISOString() } },
    ])
    const span = { from: start, to: end, limit: 50 }
    expect(await listJoinersOf(app.context.db, usersId, span)).toHaveLength(3)

    app.clock.advance(24 * hourMs)
    await join(forThree.link)
    expect(await outboxOf(app.database, 'joined')).toHaveLength(2)
    expect(
      await listJoinersOf(app.context.db, usersId, {
        from: end,
        to: new Date(end.getTime() + 25 * hourMs),
        limit: 50,
      }),
    ).toHaveLength(1)
  })

  it('by ones and by tens at once is told once for the tens', async () => {
    app = await startTestApp()
    const { issuer } = await givenInviter(app.database, { email: inviterMail })
    const { link } = await givenKey(app, { issuer, maxUses: 10 })

    await Promise.all(Array.from({ length: 6 }, () => join(link)))

    expect(await outboxOf(app.database, 'welcome')).toHaveLength(6)
    expect(await outboxOf(app.database, 'joined')).toHaveLength(1)
  })
})
