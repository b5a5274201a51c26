import { authenticateToken, listTokens, revokeToken, rotateToken, type TokenKeeper } from '../../src/admins'
import { applyRetention, erasePerson } from '../../src/privacy'
import { runCommand } from '../support/command-line'
import { keepSecret } from '../support/evidence'
import {
  auditRows,
  type GivenAdmin,
  givenAdmin,
  givenEntity,
  giveProfile,
  outcomeOf,
  profiles,
} from '../support/signing-in'
import { startTestApp, type TestApp } from '../support/test-app'
import { actorOf, givenToken } from '../support/tokens'

const hour = 3_600_000
const day = 24 * hour
const ip = '192.0.2.7'

describe('the life of API tokens', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
  })
  afterAll(() => app.close())

  const outcome = (token: string) => outcomeOf(authenticateToken(app.context, { token, ip }))
  const run = (...args: string[]) =>
    runCommand(app.env, ['tokens', ...args], { clock: app.clock, log: app.context.log })

  async function keeperOf(admin: GivenAdmin): Promise<TokenKeeper> {
    const { usersId, scope, permissions } = await actorOf(app, admin)
    return { actor: { kind: 'user', usersId }, usersId, scope, mayManage: permissions.has('configure') }
  }
  async function rotate(admin: GivenAdmin, uid: string, ...rest: [{ overlapMs?: number; lifeMs?: number }?]) {
    const rotated = await rotateToken(app.context, await keeperOf(admin), uid, ...rest)
    keepSecret(rotated.token)
    return rotated
  }

  it('a rotated token has another secret at once, and the old one for a day', async () => {
    const { uid, token, owner } = await givenToken(app, { lifeMs: 30 * day })
    app.clock.advance(20 * day)

    const rotated = await rotate(owner, uid)

    expect(rotated.uid).toBe(uid)
    expect([await outcome(token), await outcome(rotated.token)]).toEqual(['in', 'in'])
    expect(await auditRows(app)).toMatchObject([{ kind: 'token.rotated', details: { token: uid } }])
    app.clock.advance(day)
    expect([await outcome(token), await outcome(rotated.token)]).toEqual(['TOKEN_REFUSED', 'in'])
    app.clock.advance(28 * day)
    expect(await outcome(rotated.token)).toBe('in') // as long as the one before was for
    app.clock.advance(day)
    expect(await outcome(rotated.token)).toBe('TOKEN_REFUSED')
  })

  it('the old secret dies when it was told to, never later than it would have, and seven days on at the latest', async () => {
    const { uid, token, owner } = await givenToken(app, { lifeMs: 2 * day })
    expect(await outcomeOf(rotate(owner, uid, { overlapMs: 7 * day + 1 }))).toBe('INPUT_INVALID')
    expect(await outcomeOf(rotate(owner, uid, { lifeMs: 367 * day }))).toBe('POLICY_EXCEEDED')

    const second = await rotate(owner, uid, { overlapMs: 7 * day, lifeMs: 30 * day })
    expect(second.olderValidUntil.getTime()).toBeLessThanOrEqual(app.clock.now().getTime() + 2 * day)
    const third = await rotate(owner, uid, { overlapMs: 0 })

    expect(await Promise.all([token, second.token, third.token].map(outcome))).toEqual([
      'TOKEN_REFUSED',
      'TOKEN_REFUSED',
      'in',
    ])
  })

  it('of ten rotations at once, decided on at one sight of it, one gives a secret', async () => {
    const { uid, owner } = await givenToken(app)
    const by = await keeperOf(owner)
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () =>
        outcomeOf(
          rotateToken(app.context, by, uid, { overlapMs: 0, rotations: 0 }).then(({ token }) => {
            keepSecret(token)
          }),
        ),
      ),
    )
    expect(outcomes.filter((one) => one === 'in')).toHaveLength(1)
    expect(new Set(outcomes)).toEqual(new Set(['in', 'NOT_ALLOWED']))
  })

  it('a revoked token is dead with all its secrets, and is not rotated', async () => {
    const { uid, token, owner } = await givenToken(app)
    const rotated = await rotate(owner, uid)

    const revoked = await revokeToken(app.context, await keeperOf(owner), uid)
    await revokeToken(app.context, await keeperOf(owner), uid)

    expect(revoked.state).toBe('revoked')
    expect([await outcome(token), await outcome(rotated.token)]).toEqual(['TOKEN_REFUSED', 'TOKEN_REFUSED'])
    expect(await outcomeOf(rotate(owner, uid))).toBe('NOT_ALLOWED')
    expect((await auditRows(app, 3)).map(({ kind }) => kind)).toEqual([
      'token.revoked',
      'token.rotated',
      'token.made',
    ])
  })

  it('those of others are revoked by whoever may change the configuration there, and rotated by nobody else', async () => {
    const entitiesId = await givenEntity(app)
    const elsewhere = await givenEntity(app)
    const owner = await givenAdmin(app, { entitiesId, profilesId: profiles.technician })
    const { uid, token } = await givenToken(app, { owner })
    const manager = await givenAdmin(app, { entitiesId })
    const stranger = await givenAdmin(app, { entitiesId: elsewhere })
    const colleague = await givenAdmin(app, { entitiesId, profilesId: profiles.technician })
    const list = async (admin: GivenAdmin, others: boolean) =>
      (await listTokens(app.context, await keeperOf(admin), { others })).map((one) => one.uid)

    for (const nobody of [stranger, colleague]) {
      expect(await outcomeOf(revokeToken(app.context, await keeperOf(nobody), uid))).toBe('NOT_FOUND')
      expect(await list(nobody, true)).not.toContain(uid)
    }
    expect(await list(owner, false)).toEqual([uid])
    expect([await list(manager, false), await list(manager, true)]).toEqual([[], [uid]])
    expect(await outcomeOf(rotate(manager, uid))).toBe('NOT_ALLOWED')
    expect(await outcome(token)).toBe('in')
    await revokeToken(app.context, await keeperOf(manager), uid)
    expect(await outcome(token)).toBe('TOKEN_REFUSED')
  })

  it('one whose owner has gone says so, and comes back with them', async () => {
    const { uid, owner } = await givenToken(app)
    const state = async () => (JSON.parse((await run('show', uid, '--json')).out) as { state: string }).state
    const setActive = (active: number) =>
      app.database.sql('UPDATE ??.glpi_users SET is_active = ? WHERE id = ?', [
        app.database.glpiDatabase,
        active,
        owner.usersId,
      ])

    await setActive(0)
    expect(await state()).toBe('owner-gone')
    expect((await run('rotate', uid)).code).toBe(5)
    await setActive(1)
    expect(await state()).toBe('usable')
  })

  it('is forgotten some time after its end: first from where it was used, then all but the record', async () => {
    const { uid, token } = await givenToken(app, { lifeMs: hour })
    await authenticateToken(app.context, { token, ip })
    await app.context.tokenUses.flush()
    const shown = async () => JSON.parse((await run('show', uid, '--json')).out || '{}') as object
    expect(await shown()).toMatchObject({ lastUsedFrom: ip })

    app.clock.advance(31 * day)
    await applyRetention(app.context)
    expect(await shown()).toMatchObject({
      state: 'expired',
      lastUsedFrom: null,
      lastUsedAt: expect.any(String) as string,
    })

    app.clock.advance(60 * day)
    await applyRetention(app.context)
    expect((await run('show', uid)).code).toBe(6)
    const left = await app.database.sql(
      `SELECT 1 FROM ??.api_token_secrets WHERE token_uid = UNHEX(REPLACE(?, '-', ''))
       UNION ALL SELECT 1 FROM ??.api_token_uses WHERE token_uid = UNHEX(REPLACE(?, '-', ''))`,
      [app.database.database, uid, app.database.database, uid],
    )
    expect(left).toEqual([])
  })

  it('an erased owner stands in no label and at no address of their tokens, which go on', async () => {
    const owner = await givenAdmin(app)
    const email = `${owner.login}@example.org`
    await app.database.sql('INSERT INTO ??.glpi_useremails (users_id, email, is_default) VALUES (?, ?, 1)', [
      app.database.glpiDatabase,
      owner.usersId,
      email,
    ])
    const { uid, token } = await givenToken(app, { owner, label: `Nightly of ${email}` })
    await authenticateToken(app.context, { token, ip })
    await app.context.tokenUses.flush()
    const by = { actor: { kind: 'system' as const } }

    const file = await erasePerson(app.context, by, { email }, { revoking: false })

    expect(file.origins).toContainEqual(expect.objectContaining({ eventUid: uid, kind: 'token.used', ip }))
    const shown = JSON.parse((await run('show', uid, '--json')).out) as object
    expect(shown).toMatchObject({ label: 'Nightly of ***', state: 'usable', lastUsedFrom: null })
    expect(await outcome(token)).toBe('in')
  })

  it('on the command line one is made for somebody, printed once, listed, rotated and revoked', async () => {
    const owner = await givenAdmin(app)
    const scopes = ['--scope', 'keys:read', '--scope', 'keys:create']
    const made = await run(
      'create',
      ...['--as', owner.login, '--label', 'HR', ...scopes, '--from', '192.0.2.0/24', '--expires-in', '30d'],
    )
    const token = made.out.trim()
    keepSecret(token)
    expect(made).toMatchObject({ code: 0, err: expect.stringContaining('only time') as string })
    expect(await outcome(token)).toBe('in')
    expect((await auditRows(app))[0]).toMatchObject({ kind: 'token.made', actor_users_id: owner.usersId })

    const listed = await run('list', '--as', owner.login, '--json')
    const one = (JSON.parse(listed.out) as { uid: string; owner: { login: string } }[]).find(
      (each) => each.owner.login === owner.login,
    )
    expect(one).toMatchObject({
      label: 'HR',
      state: 'usable',
      profile: { id: profiles.superAdmin, name: 'Super-Admin' },
      scopes: ['keys:read', 'keys:create'],
      networks: ['192.0.2.0/24'],
      hint: token.slice(-4),
      rotations: 0,
    })
    expect(listed.out + (await run('list')).out).not.toContain(token)

    const uid = one?.uid ?? ''
    const rotated = JSON.parse((await run('rotate', uid, '--overlap', '0', '--json')).out) as {
      token: string
    }
    keepSecret(rotated.token)
    expect(rotated).toMatchObject({ uid, rotations: 1 })
    expect([await outcome(token), await outcome(rotated.token)]).toEqual(['TOKEN_REFUSED', 'in'])
    expect((await run('revoke', uid)).out).toContain('State    revoked')
    expect((await run('list', '--state', 'usable')).out).not.toContain(uid)
  })

  it('on the command line the authorisation is chosen that is enough, or the one that was asked for', async () => {
    const entitiesId = await givenEntity(app)
    const owner = await givenAdmin(app, { profilesId: profiles.readOnly })
    await giveProfile(app, owner.usersId, { profilesId: profiles.technician, entitiesId })
    const create = (...more: string[]) =>
      run('create', '--as', owner.login, '--label', 'x', '--json', ...more)
    const madeAs = async (...more: string[]) => {
      const { profile, token } = JSON.parse((await create(...more)).out) as { profile: object; token: string }
      keepSecret(token)
      return profile
    }

    expect(await madeAs('--scope', 'keys:create')).toMatchObject({ id: profiles.technician })
    expect(await madeAs('--scope', 'keys:read', '--entity', String(entitiesId))).toMatchObject({
      id: profiles.technician,
    })
    expect(await madeAs('--scope', 'keys:read', '--profile', 'read-only')).toMatchObject({
      id: profiles.readOnly,
    })
    expect(await create('--scope', 'keys:create', '--profile', 'Read-Only')).toMatchObject({
      code: 5,
      err: expect.stringContaining(`Technician (${profiles.technician}) in Root entity > entity`) as string,
    })
    expect((await create('--scope', 'keys:fly')).code).toBe(2)
    expect((await create('--scope', 'keys:read', '--from', '10.1.2.3/8')).err).toContain('write 10.0.0.0/8')
    expect((await create('--scope', 'keys:read', '--expires-in', '400d')).err).toContain('366 days at most')
    expect((await run('create', '--as', 'nobody', '--label', 'x', '--scope', 'keys:read')).code).toBe(5)
  })
})
