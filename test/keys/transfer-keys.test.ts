import { entityIds } from '../../src/demo/sample-places'
import type { EntityScope } from '../../src/glpi'
import { findNewestUid, getKey, type KeySelection, revokeKey, transferKeys } from '../../src/keys'
import { type GivenAdmin, givenAdmin, rights } from '../support/admins'
import { givenKey } from '../support/builders'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

const by = { actor: { kind: 'system' as const } }
const { read, create, update } = rights

describe.each(mainly('11.0'))('handing keys over on GLPI $line', ({ line, base }) => {
  let app: TestApp
  let from: GivenAdmin
  beforeAll(async () => {
    app = await startTestApp({ line, base })
  })
  beforeEach(async () => {
    from = await givenAdmin(app.database, { user: read | create, config: update })
  })
  afterAll(() => app.close())

  const issuer = () => ({ kind: 'user' as const, ...ids(from) })
  const ids = ({ usersId, profilesId, entitiesId }: GivenAdmin) => ({ usersId, profilesId, entitiesId })
  const grantIn = (entitiesId: number) => ({
    authorisations: [{ profilesId: 1, entitiesId, isRecursive: false }],
  })
  const theirs = async (scope: EntityScope = { kind: 'all' }): Promise<KeySelection> => ({
    scope,
    filter: { issuer: from.usersId },
    upTo: (await findNewestUid(app.context.db)) ?? '',
  })
  const issuerOf = async ({ uid }: { uid: string }) => (await getKey(app.context.db, uid)).issuer
  const eventsOf = async ({ uid }: { uid: string }) => {
    const rows = await app.database.sql<{ details: string }>(
      "SELECT details FROM ??.audit_events WHERE kind = 'key.transferred' AND key_uid = ?",
      [app.database.database, Buffer.from(uid.replaceAll('-', ''), 'hex')],
    )
    return rows.map(({ details }) => JSON.parse(details) as unknown)
  }

  it('somebody else answers for them from then on, and that is on record', async () => {
    const to = await givenAdmin(app.database, { user: read | create })
    const key = await givenKey(app, { issuer: issuer() })
    await app.database.sql(
      "UPDATE ??.registration_keys SET problem = 'issuer-gone', checked_at = NOW(3), problem_since = NOW(3)",
      [app.database.database],
    )

    const done = await transferKeys(app.context, by, { selection: await theirs(), to: to.usersId })

    expect(done).toEqual({ moved: 1, kept: {}, keptKeys: [] })
    expect(await issuerOf(key)).toEqual({ kind: 'user', ...ids(to) })
    expect(await eventsOf(key)).toEqual([{ issuer: { before: from.usersId, after: to.usersId } }])
    const [row] = await app.database.sql<{ problem: string | null; checked_at: Date | null }>(
      'SELECT problem, checked_at FROM ??.registration_keys WHERE issuer_users_id = ?',
      [app.database.database, to.usersId],
    )
    expect(row).toEqual({ problem: null, checked_at: null })
  })

  it('what GLPI has no more stays, whoever takes over, and is told as such', async () => {
    const to = await givenAdmin(app.database, { user: read | create })
    const key = await givenKey(app, { issuer: issuer(), grant: grantIn(entityIds.paris) })
    const renumber = (before: number, after: number) =>
      app.database.sql('UPDATE ??.glpi_entities SET id = ? WHERE id = ?', [
        app.database.glpiDatabase,
        after,
        before,
      ])
    await renumber(entityIds.paris, 987_654)

    const done = await transferKeys(app.context, by, { selection: await theirs(), to: to.usersId })
    await renumber(987_654, entityIds.paris)

    expect(done).toEqual({
      moved: 0,
      kept: { 'grant-gone': 1 },
      keptKeys: [{ uid: key.uid, obstacle: 'grant-gone' }],
    })
  })

  it('what the new issuer may not give stays, and so it is told', async () => {
    const to = await givenAdmin(app.database, { user: read | create, entity: 'Lyon' })
    const lyon = await givenKey(app, { issuer: issuer(), grant: grantIn(entityIds.lyon) })
    const paris = await givenKey(app, { issuer: issuer(), grant: grantIn(entityIds.paris) })
    const endless = await givenKey(app, {
      issuer: issuer(),
      grant: grantIn(entityIds.lyon),
      expiresAt: undefined,
    })

    const done = await transferKeys(app.context, by, { selection: await theirs(), to: to.usersId })

    expect(done).toEqual({
      moved: 1,
      kept: { 'not-theirs-to-give': 1, unbounded: 1 },
      keptKeys: [
        { uid: paris.uid, obstacle: 'not-theirs-to-give' },
        { uid: endless.uid, obstacle: 'unbounded' },
      ],
    })
    expect(await issuerOf(lyon)).toMatchObject({ usersId: to.usersId })
    expect(await issuerOf(paris)).toMatchObject({ usersId: from.usersId })
  })

  it('goes under that of their authorisations which can give the key', async () => {
    const to = await givenAdmin(app.database, { user: read | create, entity: 'Lyon' })
    const { glpiDatabase, sql } = app.database
    await sql(
      'INSERT INTO ??.glpi_profiles_users (users_id, profiles_id, entities_id, is_recursive) VALUES (?, ?, ?, 0)',
      [glpiDatabase, to.usersId, to.profilesId, entityIds.paris],
    )
    const paris = await givenKey(app, { issuer: issuer(), grant: grantIn(entityIds.paris) })
    const lyon = await givenKey(app, { issuer: issuer(), grant: grantIn(entityIds.lyon) })

    await transferKeys(app.context, by, { selection: await theirs(), to: to.usersId })

    expect(await issuerOf(paris)).toMatchObject({ usersId: to.usersId, entitiesId: entityIds.paris })
    expect(await issuerOf(lyon)).toMatchObject({ usersId: to.usersId, entitiesId: entityIds.lyon })
  })

  it('a look beforehand says the same and changes nothing', async () => {
    const to = await givenAdmin(app.database, { user: read | create, entity: 'Lyon' })
    const key = await givenKey(app, { issuer: issuer(), grant: grantIn(entityIds.lyon) })
    await givenKey(app, { issuer: issuer(), grant: grantIn(entityIds.paris) })

    const look = await transferKeys(app.context, by, {
      selection: await theirs(),
      to: to.usersId,
      dryRun: true,
    })

    expect(look).toMatchObject({ moved: 1, kept: { 'not-theirs-to-give': 1 } })
    expect(await issuerOf(key)).toMatchObject({ usersId: from.usersId })
    expect(await eventsOf(key)).toEqual([])
  })

  it('leaves revoked keys, and those outside of what the person looks after', async () => {
    const to = await givenAdmin(app.database, { user: read | create })
    const revoked = await givenKey(app, { issuer: issuer() })
    await revokeKey(app.context, by.actor, revoked.uid)
    const paris = await givenKey(app, { issuer: issuer(), grant: grantIn(entityIds.paris) })
    const lyon = await givenKey(app, { issuer: issuer(), grant: grantIn(entityIds.lyon) })

    const selection = await theirs({ kind: 'some', ids: [entityIds.lyon] })
    const done = await transferKeys(app.context, by, { selection, to: to.usersId })

    expect(done.moved).toBe(1)
    expect(await issuerOf(lyon)).toMatchObject({ usersId: to.usersId })
    for (const key of [paris, revoked]) expect(await issuerOf(key)).toMatchObject({ usersId: from.usersId })
  })

  it('of two at once each key goes to one, once', async () => {
    const heirs = [
      await givenAdmin(app.database, { user: read | create }),
      await givenAdmin(app.database, { user: read | create }),
    ]
    const keys = []
    for (let n = 0; n < 10; n += 1) keys.push(await givenKey(app, { issuer: issuer() }))
    const selection = await theirs()

    const done = await Promise.all(
      heirs.map(({ usersId }) => transferKeys(app.context, by, { selection, to: usersId })),
    )

    expect(done.map(({ moved }) => moved).reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(10)
    for (const key of keys) {
      const events = await eventsOf(key)
      const last = events.at(-1)
      expect(last).toMatchObject({
        issuer: { after: ((await issuerOf(key)) as { usersId: number }).usersId },
      })
    }
  })

  it('who may make no keys takes over none', async () => {
    const to = await givenAdmin(app.database, { user: read | update })
    await givenKey(app, { issuer: issuer() })

    await expect(
      transferKeys(app.context, by, { selection: await theirs(), to: to.usersId }),
    ).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })

  it('a key whose issuer is gone works again once it is handed over', async () => {
    const to = await givenAdmin(app.database, { user: read | create })
    const key = await givenKey(app, { issuer: issuer() })
    await app.database.sql('UPDATE ??.glpi_users SET is_active = 0 WHERE id = ?', [
      app.database.glpiDatabase,
      from.usersId,
    ])
    const browser = app.browser()

    const before = await browser.get(new URL(key.link).pathname.replace(/^\/invite/, ''))
    await transferKeys(app.context, by, { selection: await theirs(), to: to.usersId })
    const after = await app.browser().get(new URL(key.link).pathname.replace(/^\/invite/, ''))

    expect(before.status).toBe(403)
    expect(after.status).toBe(200)
  })
})
