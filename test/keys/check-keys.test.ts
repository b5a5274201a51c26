import { checkKeys, findProblem, forgetCheck, tellOfTrouble } from '../../src/keys'
import { parseConfig } from '../../src/shared/config'
import { createContext } from '../../src/context'
import { givenKey, type GivenKey } from '../support/builders'
import { layouts, startTestApp, type TestApp } from '../support/test-app'

const marie = 'marie.curie'
const [selfService, superAdmin] = [1, 4]

describe.each(layouts)('keys held against GLPI $line', (layout) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ ...layout, env: { ADMIN_MAIL: 'helpdesk@example.org' } })
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    const { database, sql } = app.database
    for (const table of ['registration_keys', 'outbox', 'outbox_details', 'notices'])
      await sql('DELETE FROM ??.??', [database, table])
  })

  const bytes = ({ uid }: GivenKey) => Buffer.from(uid.replaceAll('-', ''), 'hex')
  const glpi = (statement: string, ...values: unknown[]) =>
    app.database.sql<{ id: number }>(statement, [app.database.glpiDatabase, ...values])
  const idOf = async (login: string) =>
    (await glpi('SELECT id FROM ??.glpi_users WHERE name = ?', login))[0]?.id ?? 0
  const byMarie = async () => ({
    kind: 'user' as const,
    usersId: await idOf(marie),
    profilesId: superAdmin,
    entitiesId: 0,
  })
  const check = () => checkKeys(app.context, { before: app.clock.now() })
  const found = async (key: GivenKey) => {
    const [row] = await app.database.sql<{ problem: string | null; since: Date | null; at: Date | null }>(
      'SELECT problem, problem_since AS since, checked_at AS at FROM ??.registration_keys WHERE uid = ?',
      [app.database.database, bytes(key)],
    )
    return row
  }
  const mails = () =>
    app.database.sql<{ kind: string; address: string; language: string; facts: string }>(
      `SELECT o.kind, d.address, o.language, o.facts FROM ??.outbox o
       JOIN ??.outbox_details d ON d.outbox_uid = o.uid ORDER BY o.uid`,
      [app.database.database, app.database.database],
    )

  it('a sound key is checked and has no problem, an ended one is not looked at', async () => {
    const sound = await givenKey(app)
    const ended = await givenKey(app)
    await app.database.sql('UPDATE ??.registration_keys SET revoked_at = ? WHERE uid = ?', [
      app.database.database,
      app.clock.now(),
      bytes(ended),
    ])

    expect(await check()).toBe(1)

    expect(await found(sound)).toMatchObject({ problem: null, since: null, at: expect.any(Date) as Date })
    expect(await found(ended)).toMatchObject({ at: null })
  })

  it('what it grants is gone: the key is flagged from then on, and no longer once it is back', async () => {
    const [group] = await glpi('SELECT id FROM ??.glpi_groups WHERE is_usergroup = 1 LIMIT 1')
    const grant = {
      authorisations: [{ profilesId: selfService, entitiesId: 0, isRecursive: false }],
      groupIds: [group?.id ?? 0],
    }
    const key = await givenKey(app, { grant })
    const other = await givenKey(app)
    await check()
    await glpi('UPDATE ??.glpi_groups SET is_usergroup = 0 WHERE id = ?', group?.id)
    app.clock.advance(1_000)

    await check()
    const flagged = await found(key)
    expect(flagged?.problem).toBe('grant-refused')
    expect(await found(other)).toMatchObject({ problem: null })
    expect(await findProblem(app.context, key.uid)).toBe('grant-refused')

    app.clock.advance(60_000)
    await check()
    expect((await found(key))?.since).toEqual(flagged?.since)

    await glpi('UPDATE ??.glpi_groups SET is_usergroup = 1 WHERE id = ?', group?.id)
    await check()
    expect(await found(key)).toMatchObject({ problem: null, since: null })
  })

  it('the issuer is deactivated, or may no longer give it: two problems, each with its own name', async () => {
    const key = await givenKey(app, { issuer: await byMarie() })
    await glpi('UPDATE ??.glpi_users SET is_active = 0 WHERE name = ?', marie)
    await check()
    expect((await found(key))?.problem).toBe('issuer-gone')

    await glpi('UPDATE ??.glpi_users SET is_active = 1 WHERE name = ?', marie)
    await glpi(
      'UPDATE ??.glpi_profilerights SET rights = rights & ~4 WHERE profiles_id = ? AND name = ?',
      superAdmin,
      'user',
    )
    app.clock.advance(1_000)
    await check()
    expect((await found(key))?.problem).toBe('issuer-refused')

    await glpi(
      'UPDATE ??.glpi_profilerights SET rights = rights | 4 WHERE profiles_id = ? AND name = ?',
      superAdmin,
      'user',
    )
  })

  it('its link carries a former address of this instance, or one it no longer answers for', async () => {
    const key = await givenKey(app)
    const moved = (previous: string) =>
      createContext(
        parseConfig({ ...app.env, PUBLIC_URL: 'https://new.example.org', PREVIOUS_PUBLIC_URLS: previous }),
      )
    for (const [previous, problem] of [
      [app.env['PUBLIC_URL'] ?? '', 'address-replaced'],
      ['', 'address-dropped'],
    ] as const) {
      const context = moved(previous)
      app.clock.advance(1_000)
      await checkKeys({ ...context, clock: app.clock }, { before: app.clock.now() })
      expect((await found(key))?.problem).toBe(problem)
      await context.close()
    }
  })

  it('a key that was changed is looked at again, though it was checked just now', async () => {
    const key = await givenKey(app)
    const before = app.clock.now()
    await check()
    expect(await checkKeys(app.context, { before })).toBe(0)

    await forgetCheck(app.context.db, key.uid)

    expect(await checkKeys(app.context, { before })).toBe(1)
  })

  it('the issuer hears of all their keys in one mail, once for each problem; of a gone issuer, ADMIN_MAIL', async () => {
    const { database, sql } = app.database
    const issuer = await byMarie()
    const theirs = [await givenKey(app, { issuer }), await givenKey(app, { issuer })]
    const ofServer = await givenKey(app)
    const flag = (problem: string | null) =>
      sql('UPDATE ??.registration_keys SET problem = ?, problem_since = ?', [
        database,
        problem,
        problem === null ? null : app.clock.now(),
      ])
    await flag('issuer-refused')

    expect(await tellOfTrouble(app.context)).toBe(2)
    expect(await tellOfTrouble(app.context)).toBe(0)

    const told = await mails()
    expect(told.map(({ kind, address, language }) => ({ kind, address, language }))).toEqual(
      expect.arrayContaining([
        { kind: 'key-in-trouble', address: 'helpdesk@example.org', language: 'en' },
        { kind: 'key-in-trouble', address: expect.stringContaining('@') as string, language: 'fr' },
      ]),
    )
    const facts = told.map((mail) => JSON.parse(mail.facts) as { keyUids: string[]; total: number })
    expect(facts.map(({ keyUids }) => keyUids.toSorted()).toSorted()).toEqual(
      [theirs.map(({ uid }) => uid).toSorted(), [ofServer.uid]].toSorted(),
    )

    await flag(null)
    app.clock.advance(1_000)
    await flag('issuer-gone')
    await sql('UPDATE ??.registration_keys SET problem = NULL WHERE issuer_users_id IS NULL', [database])
    expect(await Promise.all([tellOfTrouble(app.context), tellOfTrouble(app.context)])).toContain(1)
    const gone = (await mails()).filter(({ kind }) => kind === 'issuer-gone')
    expect(gone).toHaveLength(1)
    expect(gone[0]).toMatchObject({ address: 'helpdesk@example.org' })
    expect(JSON.parse(gone[0]?.facts ?? '')).toEqual({ issuerId: issuer.usersId })
  })
})
