import { uidToBytes } from '../../src/shared/db'
import { apiClient } from '../support/api'
import { givenAdmin, givenEntity, giveProfile, profiles } from '../support/signing-in'
import { givenAdmin as givenAdminWith, rights } from '../support/admins'
import { mainly, startTestApp, type TestApp } from '../support/test-app'
import { givenToken } from '../support/tokens'
import { keepSecret } from '../support/evidence'

const scopes = ['keys:read', 'keys:create'] as const

describe.each(mainly('11.0'))('keys over the API, GLPI $line at "$base"', ({ line, base }) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ line, base })
  })
  afterAll(() => app.close())

  const client = async () => apiClient(app, (await givenToken(app, { scopes: [...scopes] })).token)
  const countKeys = async () => {
    const rows = await app.database.sql<{ n: number }>('SELECT COUNT(*) AS n FROM ??.registration_keys', [
      app.database.database,
    ])
    return rows[0]?.n ?? 0
  }

  it('makes a key whose link opens the form, and shows it without the link afterwards', async () => {
    const api = await client()

    const made = await api.post('/keys', {
      label: 'From HR',
      emails: ['irene@example.org'],
      expiresIn: 'P14D',
      profile: 'Self-Service',
      maxUses: 1,
    })
    keepSecret(String(made.body['code']))

    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      label: 'From HR',
      state: 'usable',
      emails: ['irene@example.org'],
      maxUses: 1,
    })
    const page = await fetch(String(made.body['link']))
    expect(page.status).toBe(200)
    const shown = await api.get(`/keys/${String(made.body['uid'])}`)
    expect(shown.body).toMatchObject({ uid: made.body['uid'], label: 'From HR' })
    expect(JSON.stringify(shown.body)).not.toContain(String(made.body['code']))
    const listed = await api.get('/keys?limit=1')
    expect(listed.body).toMatchObject({ items: [{ uid: made.body['uid'] }] })
  })

  it('is recorded with the token that did it', async () => {
    const { token, uid } = await givenToken(app, { scopes: [...scopes, 'events:read'] })
    const api = apiClient(app, token)
    const made = await api.post('/keys', { label: 'Recorded' })
    keepSecret(String(made.body['code']))

    const { body } = await api.get('/events?limit=500')
    const events = body['items'] as { keyUid: string | null; actor: unknown }[]
    expect(events.find(({ keyUid }) => keyUid === made.body['uid'])?.actor).toMatchObject({
      kind: 'user',
      tokenUid: uid,
    })
  })

  it('names everything that is wrong at once, each where it stands', async () => {
    const api = await client()

    const wrong = await api.post('/keys', {
      profile: 'Nobody',
      expiresAt: 'tomorrow',
      groups: ['No such group'],
    })
    expect(wrong.status).toBe(422)
    expect(pointersOf(wrong.body)).toEqual(['/expiresAt', '/profile', '/groups/0'])
    const unread = await api.post('/keys', { maxUses: 0, colour: 'blue' })
    expect(pointersOf(unread.body)).toEqual(['/maxUses', '/colour'])
  })

  it('does the same request once, and gives its link again', async () => {
    const api = await client()
    const before = await countKeys()
    const body = { label: 'Once' }

    const first = await api.post('/keys', body, { 'Idempotency-Key': 'a-1' })
    const again = await api.post('/keys', body, { 'Idempotency-Key': 'a-1' })
    const other = await api.post('/keys', { label: 'Other' }, { 'Idempotency-Key': 'a-1' })
    keepSecret(String(first.body['code']))

    expect(again).toMatchObject({ status: 201, body: first.body })
    expect(other.status).toBe(422)
    expect(other.body['type']).toBe('urn:problem-type:glpi-invite:idempotency-key-reused')
    expect(await countKeys()).toBe(before + 1)
  })

  it('takes the same request under another authorisation of the same person for another one', async () => {
    const owner = await givenAdmin(app)
    const entitiesId = await givenEntity(app)
    await giveProfile(app, owner.usersId, { entitiesId })
    const [one, other] = await Promise.all([1, 2].map(() => givenToken(app, { owner, scopes: [...scopes] })))
    await app.database.sql('UPDATE ??.api_tokens SET entities_id = ? WHERE uid = ?', [
      app.database.database,
      entitiesId,
      uidToBytes(other?.uid ?? ''),
    ])
    const ask = (token = '') =>
      apiClient(app, token).post('/keys', { label: 'Here' }, { 'Idempotency-Key': 'here' })

    keepSecret(String((await ask(one?.token)).body['code']))

    expect((await ask(other?.token)).body['type']).toBe('urn:problem-type:glpi-invite:idempotency-key-reused')
  })

  it('does not mind how deep a body is that nobody reads', async () => {
    const api = await client()
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    const { uid, code } = (await api.post('/keys', { label: 'Deep' })).body
    keepSecret(String(code))
    const { token } = await givenToken(app, { scopes: ['keys:manage'] })
    const paused = apiClient(app, token).post(`/keys/${String(uid)}/pause`, deep, {
      'Idempotency-Key': 'deep',
    })
    expect((await paused).status).toBe(200)
  })

  it('makes one key of the same request sent ten times at once', async () => {
    const api = await client()
    const before = await countKeys()

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => api.post('/keys', { label: 'Race' }, { 'Idempotency-Key': 'race' })),
    )
    answers.filter(({ status }) => status === 201).forEach(({ body }) => keepSecret(String(body['code'])))

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]))
    expect(await countKeys()).toBe(before + 1)
  })

  it('gives its link again to nobody who could not make the key any more', async () => {
    const { read, create, update } = rights
    const user = read | create | update
    const admin = await givenAdminWith(app.database, { user, config: update, entity: 'Root entity' })
    const owner = { ...admin, password: '' }
    const { token } = await givenToken(app, { owner, scopes: [...scopes, 'keys:manage', 'links:reveal'] })
    const forMany = { maxUses: null }
    const api = apiClient(app, token)
    const { body: before } = await api.post('/keys', { label: 'to be shown', ...forMany })
    const uid = String(before['uid'])
    const requests = [
      ['/keys', { label: 'alone', ...forMany }],
      ['/keys/bulk', { batch: 'two', keys: [forMany, forMany] }],
      [`/keys/${uid}/link-views`, undefined],
      [`/keys/${uid}/codes`, {}],
    ] as const
    const ask = async () => {
      const answers = []
      for (const [path, body] of requests)
        answers.push(await api.post(path, body, { 'Idempotency-Key': `shown ${path}` }))
      return answers.flatMap(({ body }) => (body['keys'] as Record<string, unknown>[] | undefined) ?? [body])
    }
    const codesIn = (keys: Record<string, unknown>[]) => keys.map(({ code }) => code)
    const shown = await ask()
    ;[before, ...shown].forEach(({ code }) => keepSecret(String(code)))
    const [, , , replaced, newest] = codesIn(shown)
    expect(replaced).not.toBe(newest)

    // Keys for any number of people take the right to change the configuration.
    const { glpiDatabase, sql } = app.database
    const setConfig = (right: number) =>
      sql("UPDATE ??.glpi_profilerights SET rights = ? WHERE profiles_id = ? AND name = 'config'", [
        glpiDatabase,
        right,
        admin.profilesId,
      ])
    await setConfig(0)
    const later = await ask()
    await setConfig(update)

    expect(later.map(({ uid: same }) => same)).toEqual(shown.map(({ uid: same }) => same))
    expect(codesIn(later)).toEqual([null, null, null, null, null])
    expect(later.map(({ link }) => link)).toEqual([null, null, null, null, null])
    expect(codesIn(await ask())).toEqual([...codesIn(shown).slice(0, 3), newest, newest])
  })

  it('may be sent again after it failed', async () => {
    const api = await client()

    const refused = await api.post('/keys', { expiresAt: '2001-01-01' }, { 'Idempotency-Key': 'retry' })
    expect(refused.status).toBe(422)
    const again = await api.post('/keys', { expiresAt: '2001-01-01' }, { 'Idempotency-Key': 'retry' })
    expect(again).toMatchObject({ status: 422, body: { type: refused.body['type'] } })
  })

  it('forgets a request after a day', async () => {
    const api = await client()
    const first = await api.post('/keys', { label: 'Day' }, { 'Idempotency-Key': 'day' })
    app.clock.advance(24 * 3_600_000 + 1_000)
    const next = await api.post('/keys', { label: 'Day' }, { 'Idempotency-Key': 'day' })
    ;[first, next].forEach(({ body }) => keepSecret(String(body['code'])))
    expect(next.body['uid']).not.toBe(first.body['uid'])
  })

  it('gives nobody more than the owner of the token may give at the moment', async () => {
    const owner = await givenAdmin(app, { profilesId: profiles.technician })
    const { token } = await givenToken(app, { owner, scopes: [...scopes] })
    const api = apiClient(app, token)

    expect((await api.post('/keys', { profile: 'Super-Admin', emails: ['a@example.org'] })).status).toBe(422)
    await app.database.sql('UPDATE ??.glpi_users SET is_active = 0 WHERE id = ?', [
      app.database.glpiDatabase,
      owner.usersId,
    ])
    expect((await api.get('/keys')).status).toBe(401)
  })

  it('does not begin a list again for what is none of its cursors', async () => {
    const api = await client()
    const made = [await api.post('/keys', { label: 'A' }), await api.post('/keys', { label: 'B' })]
    made.forEach(({ body }) => keepSecret(String(body['code'])))
    const { body } = await api.get('/keys?limit=1')
    const next = String(body['next'])

    expect((await api.get(`/keys?limit=1&after=${next}`)).status).toBe(200)
    expect(pointersOf((await api.get(`/keys?limit=1&after=${next}&sort=label`)).body)).toEqual(['/after'])
    expect(pointersOf((await api.get('/keys?after=elsewhere')).body)).toEqual(['/after'])
  })

  it('asks for a token, and for one that was made for this', async () => {
    const { token } = await givenToken(app, { scopes: ['events:read'] })

    const none = await apiClient(app, undefined).get('/keys')
    expect(none).toMatchObject({ status: 401 })
    expect(none.headers.get('WWW-Authenticate')).toContain('Bearer')
    expect((await apiClient(app, token).get('/keys')).body).toMatchObject({
      status: 403,
      type: 'urn:problem-type:glpi-invite:scope-missing',
    })
  })

  it('says what is left of the calls in a minute, and refuses those beyond', async () => {
    const small = await startTestApp({ database: app.database, line, env: { API_CALLS_PER_MINUTE: '2' } })
    const api = apiClient(small, (await givenToken(small)).token)

    const answers = [await api.get('/keys'), await api.get('/keys'), await api.get('/keys')]
    await small.close()

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
    expect(answers.map(({ headers }) => headers.get('RateLimit')?.split(';')[1])).toEqual([
      'r=1',
      'r=0',
      'r=0',
    ])
    expect(answers[2]?.headers.get('Retry-After')).toMatch(/^\d+$/)
  })

  it.each([
    ['not JSON', '{"label":', 400],
    ['JSON, but no object', '[]', 422],
  ])('a body that is %s is told so', async (_, body, status) => {
    expect((await (await client()).post('/keys', body)).status).toBe(status)
  })
})

const pointersOf = (body: Record<string, unknown>) =>
  (body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)
