import { authenticateToken } from '../../src/admins'
import { generateToken } from '../../src/admins/token-text'
import { systemRandom } from '../../src/shared/random'
import { ensureScope } from '../../src/shared/scopes'
import { auditRows, givenAdmin, givenEntity, giveProfile, outcomeOf, profiles } from '../support/signing-in'
import { startTestApp, type TestApp } from '../support/test-app'
import { type GivenToken, givenToken } from '../support/tokens'

const day = 86_400_000
const ip = '192.0.2.7'
const yesterday = new Date(Math.floor(Date.now() / 1000) * 1000 - day)

describe.each(['10.0', '11.0'] as const)('an API token on GLPI %s', (line) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ line })
  })
  afterAll(() => app.close())

  const glpi = (statement: string, bindings: unknown[]) =>
    app.database.sql(statement, [app.database.glpiDatabase, ...bindings])
  const call = ({ token }: Pick<GivenToken, 'token'>, from = ip) =>
    authenticateToken(app.context, { token, ip: from })
  const outcome = (given: Pick<GivenToken, 'token'>, from = ip) => outcomeOf(call(given, from))

  it('works in the name of its owner as GLPI has them, under the authorisation it was made with', async () => {
    const entitiesId = await givenEntity(app)
    const owner = await givenAdmin(app, { profilesId: profiles.technician, entitiesId })
    const given = await givenToken(app, { owner, scopes: ['keys:read', 'keys:create', 'keys:read'] })
    await giveProfile(app, owner.usersId) // Super-Admin, later

    expect(await call(given)).toMatchObject({
      tokenUid: given.uid,
      scopes: new Set(['keys:read', 'keys:create']),
      actor: {
        usersId: owner.usersId,
        login: owner.login,
        profilesId: profiles.technician,
        entitiesId,
        scope: { kind: 'some', ids: [entitiesId] },
        permissions: new Set(['see-keys', 'create-keys', 'update-keys']),
      },
    })
  })

  it('is kept as a hash alone, and the record says who made it and what it carries', async () => {
    const given = await givenToken(app, { scopes: ['keys:create', 'keys:read'] })

    expect(await auditRows(app)).toMatchObject([
      {
        kind: 'token.made',
        actor_users_id: given.owner.usersId,
        details: { token: given.uid, usersId: given.owner.usersId, scopes: ['keys:create', 'keys:read'] },
      },
    ])
    const { sql, database } = app.database
    for (const table of ['api_tokens', 'api_token_secrets', 'audit_events']) {
      const kept = JSON.stringify(await sql('SELECT * FROM ??.??', [database, table]))
      expect(kept).not.toContain(given.token.slice(8, -4))
    }
  })

  it.each<[string, Record<string, number | Date | null>]>([
    ['deactivated', { is_active: 0 }],
    ['put in the trash', { is_deleted: 1 }],
    ['past their dates', { end_date: yesterday }],
  ])('is refused at once when its owner is %s, and works again after', async (_, row) => {
    const given = await givenToken(app)
    const back = { is_active: 1, is_deleted: 0, end_date: null }

    await glpi('UPDATE ??.glpi_users SET ? WHERE id = ?', [row, given.owner.usersId])
    expect(await outcome(given)).toBe('TOKEN_REFUSED')

    await glpi('UPDATE ??.glpi_users SET ? WHERE id = ?', [back, given.owner.usersId])
    expect(await outcome(given)).toBe('in')
  })

  it('is refused when its owner has lost that authorisation, though they have another', async () => {
    const given = await givenToken(app)
    await giveProfile(app, given.owner.usersId, { profilesId: profiles.admin })

    await glpi('DELETE FROM ??.glpi_profiles_users WHERE users_id = ? AND profiles_id = ?', [
      given.owner.usersId,
      profiles.superAdmin,
    ])

    expect(await outcome(given)).toBe('TOKEN_REFUSED')
  })

  it('is worth less at once when the profile is, and nothing when it has no right here', async () => {
    await glpi("INSERT INTO ??.glpi_profiles (name, interface) VALUES ('Passing', 'central')", [])
    const [profile] = await app.database.sql<{ id: number }>('SELECT LAST_INSERT_ID() AS id')
    const profilesId = profile?.id ?? 0
    const setRights = (rights: number) =>
      glpi("REPLACE INTO ??.glpi_profilerights (profiles_id, name, rights) VALUES (?, 'user', ?)", [
        profilesId,
        rights,
      ])
    await setRights(7)
    const given = await givenToken(app, {
      owner: await givenAdmin(app, { profilesId }),
      scopes: ['keys:create'],
    })

    await setRights(1)
    const { scopes, actor } = await call(given)
    expect(scopes).toEqual(new Set(['keys:create']))
    expect(actor.permissions).toEqual(new Set(['see-keys']))

    await setRights(0)
    expect(await outcome(given)).toBe('TOKEN_REFUSED')
  })

  it('outlives the sessions of its owner: a new password does not break scripts', async () => {
    const given = await givenToken(app)
    await glpi('UPDATE ??.glpi_users SET password_last_update = ? WHERE id = ?', [
      yesterday,
      given.owner.usersId,
    ])
    expect(await outcome(given)).toBe('in')
  })

  it('is refused from outside its address ranges', async () => {
    const given = await givenToken(app, { networks: ['192.0.2.0/28', '2001:db8::/32'] })

    expect(await outcome(given, '::ffff:192.0.2.7')).toBe('in')
    expect(await outcome(given, '2001:db8:1::7')).toBe('in')
    expect(await outcome(given, '192.0.2.16')).toBe('TOKEN_REFUSED')
  })

  it('is told as malformed without a look into the database; what else is wrong is one answer', async () => {
    const given = await givenToken(app)
    const typed = given.token.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    const nothing = { ...app.context, db: undefined as never }
    expect(await outcomeOf(authenticateToken(nothing, { token: typed, ip }))).toBe('TOKEN_MALFORMED')

    const unknown = { token: generateToken(systemRandom) }
    expect(await outcome(unknown)).toBe('TOKEN_REFUSED')
  })

  it('ends after ninety days unless told otherwise, and after 366 at the latest', async () => {
    const usual = await givenToken(app)
    const short = await givenToken(app, { lifeMs: 3_600_000 })
    expect(await outcomeOf(givenToken(app, { lifeMs: 367 * day }))).toBe('POLICY_EXCEEDED')
    expect(Math.round((usual.validUntil.getTime() - app.clock.now().getTime()) / day)).toBe(90)

    app.clock.advance(3_600_000)
    expect([await outcome(usual), await outcome(short)]).toEqual(['in', 'TOKEN_REFUSED'])
    app.clock.advance(90 * day)
    expect(await outcome(usual)).toBe('TOKEN_REFUSED')
  })

  it('is not made for what its owner may not do, nor for nothing, nor without a label', async () => {
    const owner = await givenAdmin(app, { profilesId: profiles.readOnly })
    const given = await givenToken(app, { owner, scopes: ['keys:read', 'events:read'] })
    expect(await outcomeOf(givenToken(app, { owner, scopes: ['keys:create'] }))).toBe('NOT_ALLOWED')
    expect(await outcomeOf(givenToken(app, { owner, scopes: ['webhooks:manage'] }))).toBe('NOT_ALLOWED')
    expect(await outcomeOf(givenToken(app, { scopes: [] }))).toBe('INPUT_INVALID')
    expect(await outcomeOf(givenToken(app, { label: ' ' }))).toBe('INPUT_INVALID')

    const token = await call(given)
    expect(() => ensureScope(token, 'events:read')).not.toThrow()
    expect(() => ensureScope(token, 'keys:create')).toThrow('the token does not carry the scope keys:create')
  })

  it('is remembered as used once a minute, without a query in the call', async () => {
    const given = await givenToken(app)
    const lastUse = async () => {
      await app.context.tokenUses.flush()
      const [row] = await app.database.sql<{ used_at: Date; ip: string }>(
        `SELECT used_at, ip FROM ??.api_token_uses WHERE token_uid = UNHEX(REPLACE(?, '-', ''))`,
        [app.database.database, given.uid],
      )
      return row
    }
    expect(await lastUse()).toBeUndefined()

    await call(given)
    const first = await lastUse()
    app.clock.advance(59_000)
    await call(given, '192.0.2.8')
    expect(await lastUse()).toEqual(first)
    app.clock.advance(1_500)
    await call(given, '192.0.2.8')

    const later = await lastUse()
    expect([first?.ip, later?.ip]).toEqual([ip, '192.0.2.8'])
    expect(Math.round(((later?.used_at.getTime() ?? 0) - (first?.used_at.getTime() ?? 0)) / 60_000)).toBe(1)
  })
})
