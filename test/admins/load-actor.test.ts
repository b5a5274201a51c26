import { listChoices, loadActor, signOutEverywhere, switchAuthorisation } from '../../src/admins'
import {
  auditRows,
  enter,
  givenAdmin,
  givenEntity,
  giveProfile,
  origin,
  outcomeOf,
  profiles,
} from '../support/signing-in'
import { startTestApp, type TestApp } from '../support/test-app'

const yesterday = new Date(Math.floor(Date.now() / 1000) * 1000 - 86_400_000)

describe.each(['10.0', '11.0'] as const)('an administrator at work on GLPI %s', (line) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ line })
  })
  afterAll(() => app.close())

  const glpi = (statement: string, bindings: unknown[]) =>
    app.database.sql(statement, [app.database.glpiDatabase, ...bindings])

  async function atWork(wanted: Parameters<typeof givenAdmin>[1] = {}) {
    const admin = await givenAdmin(app, wanted)
    const { identity } = await enter(app, admin)
    return { ...admin, identity, actor: () => loadActor(app.context, identity) }
  }

  it('is shown as GLPI has them', async () => {
    const entitiesId = await givenEntity(app)
    const son = await givenEntity(app, { parent: entitiesId })
    const stored = line === '10.0' ? 'Curie &#38; Sons' : 'Curie & Sons'
    const { actor, login, usersId } = await atWork({
      profilesId: profiles.technician,
      entitiesId,
      row: { firstname: 'Marie', realname: stored, language: 'fr_FR' },
    })

    expect(await actor()).toMatchObject({
      usersId,
      login,
      name: 'Marie Curie & Sons',
      language: 'fr_FR',
      profilesId: profiles.technician,
      profileName: 'Technician',
      entitiesId,
      entityPath: expect.stringMatching(/^Root entity > entity/) as string,
      isRecursive: true,
      scope: { kind: 'some', ids: [entitiesId, son] },
      permissions: new Set(['see-keys', 'create-keys', 'update-keys']),
    })
  })

  it.each([
    [profiles.superAdmin, ['see-keys', 'create-keys', 'update-keys', 'configure']],
    [profiles.readOnly, ['see-keys']],
    [profiles.observer, ['see-keys']],
  ])('may do what the rights of profile %s say', async (profilesId, permissions) => {
    const { actor } = await atWork({ profilesId })
    expect((await actor())?.permissions).toEqual(new Set(permissions))
  })

  it.each<[string, Record<string, number | Date | null>]>([
    ['deactivated', { is_active: 0 }],
    ['put in the trash', { is_deleted: 1 }],
    ['past their dates', { end_date: yesterday }],
    ['with a new password', { password_last_update: yesterday }],
  ])('%s: is out at once', async (_, row) => {
    const { actor, usersId } = await atWork()
    expect(await actor()).toBeDefined()

    await glpi('UPDATE ??.glpi_users SET ? WHERE id = ?', [row, usersId])

    expect(await actor()).toBeUndefined()
  })

  it('demoted: is out at once, or may do less at once', async () => {
    const gone = await atWork()
    const { glpiDatabase, sql } = app.database
    await sql("INSERT INTO ??.glpi_profiles (name, interface) VALUES ('Passing', 'central')", [glpiDatabase])
    const [profile] = await sql<{ id: number }>('SELECT LAST_INSERT_ID() AS id')
    const profilesId = profile?.id ?? 0
    await glpi("INSERT INTO ??.glpi_profilerights (profiles_id, name, rights) VALUES (?, 'user', 7)", [
      profilesId,
    ])
    const less = await atWork({ profilesId })

    await glpi('DELETE FROM ??.glpi_profiles_users WHERE users_id = ?', [gone.usersId])
    await glpi("UPDATE ??.glpi_profilerights SET rights = 1 WHERE profiles_id = ? AND name = 'user'", [
      profilesId,
    ])

    expect(await gone.actor()).toBeUndefined()
    expect((await less.actor())?.permissions).toEqual(new Set(['see-keys']))
    await glpi("UPDATE ??.glpi_profilerights SET rights = 0 WHERE profiles_id = ? AND name = 'user'", [
      profilesId,
    ])
    expect(await less.actor()).toBeUndefined()
  })

  it('who signs out everywhere ends what was begun before, and may begin again', async () => {
    const before = await atWork()
    const other = await atWork()
    app.clock.advance(5)

    await signOutEverywhere(app.context, before.usersId, origin)
    app.clock.advance(5)
    const { identity } = await enter(app, before)

    expect(await before.actor()).toBeUndefined()
    expect(await loadActor(app.context, identity)).toBeDefined()
    expect(await other.actor()).toBeDefined()
    expect((await auditRows(app, 2))[1]).toMatchObject({
      kind: 'admin.signed-out',
      actor_users_id: before.usersId,
      details: { everywhere: true },
      ip: origin.ip,
    })
  })

  it('chooses among the authorisations that are good for anything here, and no others', async () => {
    const { identity, usersId } = await atWork()
    const entitiesId = await givenEntity(app)
    await giveProfile(app, usersId, { profilesId: profiles.readOnly, entitiesId, isRecursive: false })
    await giveProfile(app, usersId, { profilesId: profiles.readOnly, entitiesId, isRecursive: true }) // twice
    await giveProfile(app, usersId, { profilesId: profiles.selfService })
    const chosen = { profilesId: profiles.readOnly, entitiesId }

    expect(await listChoices(app.context, usersId)).toEqual([
      expect.objectContaining({ ...chosen, profileName: 'Read-Only', isRecursive: true }),
      expect.objectContaining({ profilesId: profiles.superAdmin, entitiesId: 0 }),
    ])
    expect(await switchAuthorisation(app.context, identity, chosen, origin)).toMatchObject({
      ...chosen,
      permissions: new Set(['see-keys']),
    })
    expect(await auditRows(app)).toMatchObject([
      { kind: 'admin.switched', actor_users_id: usersId, details: { to: chosen } },
    ])
    for (const none of [
      { profilesId: profiles.selfService, entitiesId: 0 },
      { profilesId: profiles.admin, entitiesId: 0 },
    ]) {
      expect(await outcomeOf(switchAuthorisation(app.context, identity, none))).toBe('INPUT_INVALID')
    }
  })
})
