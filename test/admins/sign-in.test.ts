import { createHash } from 'node:crypto'
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

const dayMs = 86_400_000
const inDays = (days: number) => new Date(Math.floor(Date.now() / 1000) * 1000 + days * dayMs)

describe.each(['10.0', '11.0'] as const)('signing in on GLPI %s', (line) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ line })
  })
  afterAll(() => app.close())

  const setConfig = (name: string, value: string) =>
    app.database.sql("REPLACE INTO ??.glpi_configs (context, name, value) VALUES ('core', ?, ?)", [
      app.database.glpiDatabase,
      name,
      value,
    ])

  it('lets in whom GLPI would let in, and says under what', async () => {
    const changed = inDays(-3)
    const admin = await givenAdmin(app, { row: { password_last_update: changed } })

    const { identity } = await enter(app, { ...admin, login: `  ${admin.login.toUpperCase()} ` })

    expect(identity).toEqual({
      usersId: admin.usersId,
      profilesId: profiles.superAdmin,
      entitiesId: 0,
      passwordLastUpdate: changed.getTime(),
      startedAt: expect.any(Number) as number,
    })
    expect(await auditRows(app)).toEqual([
      {
        kind: 'admin.signed-in',
        actor_kind: 'user',
        actor_users_id: admin.usersId,
        details: { way: 'password', profilesId: profiles.superAdmin, entitiesId: 0 },
        ip: origin.ip,
        user_agent: origin.userAgent,
      },
    ])
  })

  it.each<[string, Record<string, string | number | Date | null>, string]>([
    ['somebody deactivated', { is_active: 0 }, 'inactive'],
    ['somebody in the trash', { is_deleted: 1 }, 'inactive'],
    ['somebody who begins tomorrow', { begin_date: inDays(1) }, 'outside-dates'],
    ['somebody who left yesterday', { end_date: inDays(-1) }, 'outside-dates'],
    ['somebody within their dates', { begin_date: inDays(-1), end_date: inDays(1) }, 'in'],
  ])('%s', async (_, row, expected) => {
    const admin = await givenAdmin(app, { row })

    expect(await outcomeOf(enter(app, admin))).toBe(expected)
    expect(await outcomeOf(enter(app, { ...admin, password: 'another one' }))).toBe('SIGN_IN_FAILED')
  })

  it('takes a password that is too old, or of unknown age, for expired when GLPI does', async () => {
    const old = await givenAdmin(app, { row: { password_last_update: inDays(-31) } })
    const fresh = await givenAdmin(app, { row: { password_last_update: inDays(-29) } })
    const ageless = await givenAdmin(app, { row: { password_last_update: null } })
    const outcomes = async () => [
      await outcomeOf(enter(app, old)),
      await outcomeOf(enter(app, fresh)),
      await outcomeOf(enter(app, ageless)),
    ]

    expect(await outcomes()).toEqual(['in', 'in', 'in'])
    await setConfig('password_expiration_delay', '30')
    expect(await outcomes()).toEqual(['password-expired', 'in', 'password-expired'])
    await setConfig('password_expiration_delay', '-1')
  })

  it('asks for an authorisation, and for one that is good for anything here', async () => {
    const nobody = await givenAdmin(app, { profilesId: 0 })
    const plain = await givenAdmin(app, { profilesId: profiles.selfService })
    const dangling = await givenAdmin(app, { profilesId: 999 })

    expect(await outcomeOf(enter(app, nobody))).toBe('no-authorisation')
    expect(await outcomeOf(enter(app, dangling))).toBe('no-authorisation')
    expect(await outcomeOf(enter(app, plain))).toBe('no-right')
    expect(await auditRows(app)).toMatchObject([
      {
        kind: 'admin.sign-in-refused',
        actor_users_id: plain.usersId,
        details: { way: 'password', reason: 'no-right' },
      },
    ])
  })

  it('opens the authorisation that GLPI would open first, of those that are good for anything here', async () => {
    const admin = await givenAdmin(app, { profilesId: profiles.selfService })
    await giveProfile(app, admin.usersId, { profilesId: profiles.technician })
    const below = await givenEntity(app)
    await giveProfile(app, admin.usersId, { profilesId: profiles.admin, entitiesId: below })
    const opened = async () => {
      const { profilesId, entitiesId } = (await enter(app, admin)).identity
      return { profilesId, entitiesId }
    }

    expect(await opened()).toEqual({ profilesId: profiles.admin, entitiesId: below }) // by name
    await app.database.sql('UPDATE ??.glpi_users SET profiles_id = ? WHERE id = ?', [
      app.database.glpiDatabase,
      profiles.technician,
      admin.usersId,
    ])
    expect(await opened()).toEqual({ profilesId: profiles.technician, entitiesId: 0 }) // as preferred
  })

  it('does not take rights for real that a profile of the simplified interface has left over', async () => {
    const { glpiDatabase, sql } = app.database
    await sql("INSERT INTO ??.glpi_profiles (id, name, interface) VALUES (77, 'Portal', 'helpdesk')", [
      glpiDatabase,
    ])
    await sql("INSERT INTO ??.glpi_profilerights (profiles_id, name, rights) VALUES (77, 'user', 31)", [
      glpiDatabase,
    ])
    const admin = await givenAdmin(app, { profilesId: 77 })

    expect(await outcomeOf(enter(app, admin))).toBe('no-right')
  })

  it('gives strangers one answer, whatever was wrong, and notes the reason for the record only', async () => {
    const local = await givenAdmin(app)
    const directory = await givenAdmin(app, { authtype: 3 })
    const elsewhere = await givenAdmin(app, { row: { auths_id: 4 } })
    const sha1 = (text: string) => createHash('sha1').update(text).digest('hex')
    const attempts: [string, string, string, number | null, string][] = [
      ['wrong password', local.login, 'another one', local.usersId, 'wrong-password'],
      ['directory', directory.login, directory.password, directory.usersId, 'directory-account'],
      ['another source', elsewhere.login, elsewhere.password, elsewhere.usersId, 'directory-account'],
      ['nobody', 'nobody.of.this.name', local.password, null, 'unknown-login'],
      ['empty', '', '', null, 'unknown-login'],
      ['NUL in the login', `${local.login}\0`, local.password, null, 'unknown-login'],
      ['NUL in the password', local.login, `${local.password}\0`, local.usersId, 'wrong-password'],
      ['too long', 'x'.repeat(300), local.password, null, 'unknown-login'],
    ]
    const weak = {
      MD5: createHash('md5').update('weak').digest('hex'),
      SHA1: sha1('weak'),
      empty: '',
      none: null,
    }
    for (const [form, password] of Object.entries(weak)) {
      const admin = await givenAdmin(app, { row: { password } })
      attempts.push([form, admin.login, 'weak', admin.usersId, 'wrong-password'])
    }

    for (const [what, login, password, usersId, reason] of attempts) {
      const ip = `198.51.100.${attempts.length - attempts.findIndex(([name]) => name === what)}`
      expect([what, await outcomeOf(enter(app, { login, password }, { ip }))]).toEqual([
        what,
        'SIGN_IN_FAILED',
      ])
      expect(await auditRows(app)).toMatchObject([
        {
          kind: 'admin.sign-in-refused',
          actor_kind: usersId === null ? 'stranger' : 'user',
          actor_users_id: usersId,
          details: { way: 'password', reason },
          ip,
        },
      ])
    }
  })
})

it('answers unknown logins, directory accounts and wrong passwords after the same time at the least', async () => {
  const app = await startTestApp({ overrides: { signInFloorMs: 400 } })
  const local = await givenAdmin(app)
  const directory = await givenAdmin(app, { authtype: 3 })

  const tries = [local.login, directory.login, 'nobody.of.this.name'].map(async (login) => {
    const startedAt = performance.now()
    expect(await outcomeOf(enter(app, { login, password: 'another one' }))).toBe('SIGN_IN_FAILED')
    expect(performance.now() - startedAt).toBeGreaterThan(390)
  })
  await Promise.all(tries)
  await app.close()
})

describe('two-factor authentication of GLPI 11.0', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ line: '11.0' })
  })
  afterAll(() => app.close())

  const set = (table: string, id: number, row: Record<string, unknown>) =>
    app.database.sql('UPDATE ??.?? SET ? WHERE id = ?', [app.database.glpiDatabase, table, row, id])
  const enforced = { '2fa_enforcement_strategy': 1 }

  it('set up: the password alone does not open the console', async () => {
    const admin = await givenAdmin(app, { row: { '2fa': '{"algorithm":"totp"}' } })

    expect(await outcomeOf(enter(app, admin))).toBe('two-factor')
    expect(await outcomeOf(enter(app, { ...admin, password: 'another one' }))).toBe('SIGN_IN_FAILED')
  })

  it('enforced for everybody, grace or no grace, except who is exempt', async () => {
    const { glpiDatabase, sql } = app.database
    const config = (name: string, value: string) =>
      sql("UPDATE ??.glpi_configs SET value = ? WHERE context = 'core' AND name = ?", [
        glpiDatabase,
        value,
        name,
      ])
    const admin = await givenAdmin(app)
    const exempt = await givenAdmin(app, { row: { '2fa_unenforced': 1 } })

    await config('2fa_enforced', '1')
    await config('2fa_grace_days', '30')
    await config('2fa_grace_date_start', '2026-11-20 00:00:00')

    expect(await outcomeOf(enter(app, admin))).toBe('two-factor')
    expect(await outcomeOf(enter(app, exempt))).toBe('in')
    await config('2fa_enforced', '0')
    expect(await outcomeOf(enter(app, admin))).toBe('in')
  })

  it('enforced by an entity, itself or from above; an entity that says otherwise is heard', async () => {
    const strict = await givenEntity(app, { row: enforced })
    const inheriting = await givenEntity(app, { parent: strict, row: { '2fa_enforcement_strategy': -2 } })
    const lenient = await givenEntity(app, { parent: strict, row: { '2fa_enforcement_strategy': 0 } })
    const above = await givenEntity(app, { row: { '2fa_enforcement_strategy': -2 } })
    await givenEntity(app, { parent: above, row: enforced })
    const outcomeIn = async (entitiesId: number, isRecursive: boolean) =>
      outcomeOf(enter(app, await givenAdmin(app, { entitiesId, isRecursive })))

    expect(await outcomeIn(strict, false)).toBe('two-factor')
    expect(await outcomeIn(inheriting, false)).toBe('two-factor')
    expect(await outcomeIn(lenient, false)).toBe('in')
    expect(await outcomeIn(above, false)).toBe('in')
    expect(await outcomeIn(above, true)).toBe('two-factor') // one of the entities below, which are theirs too
  })

  it('enforced by any of the person’s profiles, the one they do not open included', async () => {
    const admin = await givenAdmin(app, { profilesId: profiles.technician, isRecursive: false })
    await giveProfile(app, admin.usersId, { profilesId: profiles.readOnly, isRecursive: false })
    const other = await givenAdmin(app, { profilesId: profiles.technician, isRecursive: false })

    await set('glpi_profiles', profiles.readOnly, { '2fa_enforced': 1 })

    expect(await outcomeOf(enter(app, admin))).toBe('two-factor')
    expect(await outcomeOf(enter(app, other))).toBe('in')
  })

  it('enforced by a group', async () => {
    const { glpiDatabase, sql } = app.database
    const admin = await givenAdmin(app, { profilesId: profiles.technician, isRecursive: false })
    await sql('INSERT INTO ??.glpi_groups_users (users_id, groups_id) VALUES (?, 1)', [
      glpiDatabase,
      admin.usersId,
    ])

    expect(await outcomeOf(enter(app, admin))).toBe('in')
    await set('glpi_groups', 1, { '2fa_enforced': 1 })
    expect(await outcomeOf(enter(app, admin))).toBe('two-factor')
  })

  it('cannot be seen by an account with the grants of 10.0: then nobody signs in with a password', async () => {
    const { glpiDatabase, runtimeUrl, sql } = app.database
    const admin = await givenAdmin(app, { isRecursive: false })
    const { username } = new URL(runtimeUrl)
    expect(await outcomeOf(enter(app, admin))).toBe('in')

    await sql("REVOKE SELECT (`2fa`, `2fa_unenforced`) ON ??.glpi_users FROM ?@'%'", [glpiDatabase, username])

    expect(await outcomeOf(enter(app, admin))).toBe('grants-missing')
    expect(await outcomeOf(enter(app, { ...admin, password: 'another one' }))).toBe('SIGN_IN_FAILED')
  })
})
