import { askForLink, listRequests } from '../../src/requests'
import type { Scope } from '../../src/shared/scopes'
import { pauseKey } from '../../src/keys'
import { type ApiAnswer, type ApiClient, apiClient } from '../support/api'
import { registrationForm } from '../support/browser'
import { givenKey, type GivenKey, glpiUser, usesOf } from '../support/builders'
import { keepSecret } from '../support/evidence'
import { registrationsOf } from '../support/holds'
import { givenAdmin as givenAdminWith, rights } from '../support/admins'
import { givenAdmin, givenEntity, profiles } from '../support/signing-in'
import { startReceiver } from '../support/receiver'
import { mainly, startTestApp, type TestApp } from '../support/test-app'
import { givenToken } from '../support/tokens'

const problem = (name: string) => `urn:problem-type:glpi-invite:${name}`
const nowhere = '0198c2f4-7d0e-7b6a-9c51-3f2e8d1a4b77'

describe.each(mainly('11.0'))('what is beside keys over the API, GLPI $line at "$base"', ({ line, base }) => {
  let app: TestApp
  let api: ApiClient
  let counter = 0
  beforeAll(async () => {
    app = await startTestApp({ line, base, env: { WEBHOOK_ALLOW_PRIVATE: '127.0.0.1/32' } })
    const { token } = await givenToken(app, {
      scopes: [
        'keys:read',
        'keys:create',
        'keys:manage',
        'registrations:read',
        'registrations:approve',
        'events:read',
        'presets:manage',
        'webhooks:manage',
      ],
    })
    api = apiClient(app, token)
  })
  afterAll(() => app.close())

  async function givenWaiting(
    people: number,
    wish = {},
  ): Promise<{ key: GivenKey; uids: string[]; logins: string[] }> {
    const key = await givenKey(app, { label: 'Interns', needsApproval: true, maxUses: 9, ...wish })
    const logins = []
    for (let n = 0; n < people; n += 1) {
      counter += 1
      const login = `intern-${counter}`
      logins.push(login)
      const browser = app.browser()
      const typed = registrationForm({ login, email: `${login}@example.org` })
      await browser.submit(await browser.open(key.link), typed)
    }
    return { key, uids: (await registrationsOf(app, key)).map(({ uid }) => uid), logins }
  }

  it('tells whose token it is, what it is worth, and what may be given with it', async () => {
    const owner = await givenAdmin(app, { profilesId: profiles.technician })
    const { token, uid } = await givenToken(app, { owner, scopes: ['keys:read'] })

    const { body: me } = await apiClient(app, token).get('/me')
    expect(me).toMatchObject({
      token: { uid, scopes: ['keys:read'], state: 'usable' },
      owner: { id: owner.usersId, login: owner.login },
      authorisation: { profile: { id: profiles.technician }, entity: { id: 0 }, recursive: true },
      permissions: ['see-keys', 'create-keys', 'update-keys'],
    })
    expect(JSON.stringify(me)).not.toContain(token)
    const { body: grantable } = await api.get('/grantable')
    expect(grantable).toMatchObject({ usual: { profileId: profiles.selfService, entityId: 0 } })
    expect((grantable['profiles'] as { id: number }[]).map(({ id }) => id)).toContain(profiles.superAdmin)
    expect((await apiClient(app, token).get('/grantable')).status).toBe(403)
  })

  it('gives the token that is used a new secret, shown once, and ends it', async () => {
    const { token, owner } = await givenToken(app)
    const old = apiClient(app, token)
    const rotate = () =>
      old.post('/me/token/rotations', { overlap: 'PT1H' }, { 'Idempotency-Key': 'rotation' })

    const rotated = await rotate()
    const again = await rotate()
    const secret = String(rotated.body['token'])
    keepSecret(secret)
    expect(again.body).toMatchObject({ uid: rotated.body['uid'], token: null, rotations: 1 })
    const fresh = apiClient(app, secret)
    expect((await fresh.get('/me')).body).toMatchObject({ owner: { login: owner.login } })
    expect((await old.post('/me/token/rotations', { overlap: 'P8D' })).status).toBe(422)
    expect((await old.post('/me/token/rotations', { expiresIn: 'P0D' })).status).toBe(422)

    expect((await fresh.delete('/me/token')).body).toMatchObject({ state: 'revoked' })
    expect((await fresh.get('/me')).status).toBe(401)
    expect((await old.get('/me')).status).toBe(401)
  })

  it('lists registrations page by page and by what is asked, and shows one', async () => {
    const { key, uids, logins } = await givenWaiting(3)
    const [first = '', second = '', third = ''] = uids

    const page = await api.get(`/registrations?key=${key.uid}&limit=2`)
    expect(page.body).toMatchObject({ items: [{ uid: third }, { uid: second }], next: second })
    const rest = await api.get(`/registrations?key=${key.uid}&limit=2&after=${second}`)
    expect(rest.body).toMatchObject({ items: [{ uid: first }], next: null })
    const found = (query: string) =>
      api
        .get(`/registrations?key=${key.uid}&${query}`)
        .then(({ body }) => (body['items'] as unknown[]).length)
    expect(await found('state=waiting')).toBe(3)
    expect(await found('state=completed')).toBe(0)
    expect(await found(`email=${logins[0]}@EXAMPLE.org`)).toBe(1)
    expect(await found(`login=${logins[1]}`)).toBe(1)
    expect(await found('to=2020-01-01')).toBe(0)
    expect(await found('from=2020-01-01')).toBe(3)
    expect((await api.get(`/registrations/${first}`)).body).toMatchObject({
      uid: first,
      keyUid: key.uid,
      state: 'awaiting-approval',
      login: logins[0],
      completedAt: null,
    })
    expect((await api.get('/registrations?from=yesterday')).body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/from' }],
    })
  })

  it('approves and rejects, once, and says what is in the way', async () => {
    const { key, uids, logins } = await givenWaiting(2)
    const [first = '', second = ''] = uids
    const approve = () =>
      api.post(`/registrations/${first}/approval`, undefined, { 'Idempotency-Key': 'yes' })

    const approved = await approve()
    expect(approved).toMatchObject({ status: 200, body: { state: 'completed', login: logins[0] } })
    expect(approved.body['usersId']).toBe((await glpiUser(app, logins[0] ?? ''))?.['id'])
    expect((await approve()).body).toEqual(approved.body)
    expect((await api.post(`/registrations/${first}/approval`)).body).toMatchObject({
      status: 409,
      type: problem('decision-refused'),
    })
    expect((await api.post(`/registrations/${second}/rejection`, { reason: ' ' })).status).toBe(422)
    expect(await usesOf(app, key)).toEqual({ completed: 1, held: 1 })
    const rejected = await api.post(`/registrations/${second}/rejection`, { reason: 'Not an intern.' })
    expect(rejected.body).toMatchObject({ state: 'released', endReason: 'rejected', why: 'Not an intern.' })
    expect(await usesOf(app, key)).toEqual({ completed: 1, held: 0 })
  })

  it('decides on several at once: what is in the way of one leaves the others alone', async () => {
    const { key, uids } = await givenWaiting(2)
    const other = await givenWaiting(1)
    await pauseKey(app.context, { kind: 'system' }, other.key.uid)
    const [paused = ''] = other.uids

    const { body } = await api.post('/registration-approvals', { uids: [...uids, paused, nowhere] })

    const items = body['items'] as { uid: string; problem: string | null; detail: string | null }[]
    const problems = new Map(items.map((one) => [one.uid, one.problem]))
    expect(uids.map((uid) => problems.get(uid))).toEqual([null, null])
    expect(problems.get(paused)).toBe('key-paused')
    expect(problems.get(nowhere)).toBe('not-found')
    expect(await usesOf(app, key)).toEqual({ completed: 2, held: 0 })
    const bodyOfRejecting = { uids: [paused, uids[0]], reason: 'Sorry.' }
    expect((await api.post('/registration-rejections', bodyOfRejecting)).body).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ uid: paused, problem: null }),
        expect.objectContaining({ uid: uids[0], problem: 'not-waiting' }),
      ]) as unknown,
    })
  })

  it('shows nobody what lies outside of the entities that they look after', async () => {
    const { key, uids } = await givenWaiting(1)
    const owner = await givenAdmin(app, { entitiesId: await givenEntity(app) })
    const { token } = await givenToken(app, {
      owner,
      scopes: ['registrations:read', 'registrations:approve', 'keys:read', 'events:read', 'presets:manage'],
    })
    const others = apiClient(app, token)
    const [uid = ''] = uids
    const { body: preset } = await api.post('/presets', { name: 'Elsewhere' })

    expect((await others.get(`/registrations?key=${key.uid}`)).body).toMatchObject({ items: [] })
    expect((await others.get(`/registrations/${uid}`)).status).toBe(404)
    expect((await others.post(`/registrations/${uid}/approval`)).status).toBe(404)
    expect((await others.get(`/presets/${String(preset['uid'])}`)).status).toBe(404)
    expect((await others.delete(`/presets/${String(preset['uid'])}`)).status).toBe(404)
    const told = ({ body: { detail } }: ApiAnswer, asked: string) => String(detail).replaceAll(asked, 'it')
    for (const [there, path] of [
      [key.uid, '/keys/{}'],
      [uid, '/registrations/{}/approval'],
      [uid, '/registrations/{}/rejection'],
    ] as const) {
      const ask = (one: string) => {
        const at = path.replace('{}', one)
        return path === '/keys/{}' ? others.get(at) : others.post(at, { reason: 'No' })
      }
      expect(told(await ask(there), there)).toBe(told(await ask(nowhere), nowhere))
    }
    const { body } = await others.get('/events')
    expect(JSON.stringify(body)).not.toContain(key.uid)
  })

  it('makes, changes and deletes presets; what is left out stays as it is', async () => {
    const made = await api.post('/presets', {
      name: 'Interns',
      profile: 'Self-Service',
      days: 90,
      maxUses: null,
      account: { months: 6 },
      form: { phone: 'required' },
      message: 'Welcome!',
    })
    const path = `/presets/${String(made.body['uid'])}`
    expect(made).toMatchObject({
      status: 201,
      body: {
        name: 'Interns',
        days: 90,
        maxUses: null,
        account: { days: null, months: 6, until: null },
        form: { phone: 'required' },
        grant: { authorisations: [{ profile: { name: 'Self-Service' }, entity: { id: 0 } }] },
      },
    })

    const changed = await api.patch(path, { name: 'Students', maxUses: 30, message: null })
    expect(changed.body).toMatchObject({ name: 'Students', maxUses: 30, days: 90, message: null })
    expect((await api.get(path)).body).toEqual(changed.body)
    const wrong = await api.patch(path, { profile: 'Nobody', account: { days: 1, months: 1 } })
    expect((wrong.body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '/profile',
      '/account',
    ])
    const { uid } = await givenKey(app, { maxUses: 3, label: 'Pattern' })
    const like = await api.post('/presets', { name: 'Like', like: uid, days: 3 })
    expect(like.body).toMatchObject({ label: 'Pattern', maxUses: 3, days: 3 })
    expect((await api.delete(path)).body).toEqual({ uid: made.body['uid'] })
    expect((await api.get(path)).status).toBe(404)
    const names = ((await api.get('/presets')).body['items'] as { name: string }[]).map(({ name }) => name)
    expect(names).toContain('Like')
    expect(names).not.toContain('Students')
  })

  it('hands presets over, one or all of somebody, as far as the new owner could give what they give', async () => {
    const owner = await givenAdmin(app)
    const heir = await givenAdmin(app, { profilesId: profiles.technician })
    const { token } = await givenToken(app, { owner, scopes: ['presets:manage', 'keys:read'] })
    const theirs = apiClient(app, token)
    const make = async (preset: object) => String((await theirs.post('/presets', preset)).body['uid'])
    const one = await make({ name: 'One' })
    const other = await make({ name: 'Other' })
    const unlimited = await make({ name: 'Unlimited', maxUses: null })
    const ownerOf = async (uid: string) => (await theirs.get(`/presets/${uid}`)).body['owner']

    const moved = await theirs.post(`/presets/${one}/transfers`, { to: heir.login })
    expect(moved).toMatchObject({ status: 200, body: { uid: one, owner: heir.usersId } })
    expect((await theirs.post(`/presets/${unlimited}/transfers`, { to: heir.login })).body).toMatchObject({
      type: problem('not-allowed'),
      errors: [{ pointer: '/to' }],
    })
    const asked = { owner: owner.login, to: heir.login }
    const rest = { moved: 1, kept: [{ uid: unlimited, name: 'Unlimited', obstacle: 'unbounded' }] }
    expect((await theirs.post('/preset-transfers', { ...asked, dryRun: true })).body).toEqual(rest)
    expect(await ownerOf(other)).toBe(owner.usersId)
    expect((await theirs.post('/preset-transfers', asked)).body).toEqual(rest)
    expect([await ownerOf(other), await ownerOf(unlimited)]).toEqual([heir.usersId, owner.usersId])
    expect((await theirs.post('/preset-transfers', { ...asked, owner: 'nobody-at-all' })).body).toMatchObject(
      {
        errors: [{ pointer: '/owner' }],
      },
    )
  })

  it('answers requests for new links with the same key, or one of their own, or not', async () => {
    const ask = async (address: string) => {
      const { uid: keyUid } = await givenKey(app, { addresses: ['irene@example.org'] })
      const from = { ip: '192.0.2.7', userAgent: '' }
      await askForLink(app.context, { keyUid, refusal: 'KEY_REISSUED', address, note: 'Please', from })
      const open = await listRequests(app.context.db, { kind: 'all' }, { which: 'open', limit: 100 })
      return { keyUid, uid: open.find((one) => one.keyUid === keyUid)?.uid ?? '' }
    }
    const same = await ask('irene@example.org')
    const other = await ask('someone.else@example.org')
    const none = await ask('nobody@example.org')

    const page = await api.get('/requests?limit=2')
    expect(page.body).toMatchObject({ items: [{ uid: same.uid }, { uid: other.uid }] })
    const rest = await api.get(`/requests?limit=2&after=${String(page.body['next'])}`)
    expect(rest.body).toMatchObject({ items: [{ uid: none.uid, message: 'Please' }], next: null })
    const answered = await api.post(`/requests/${same.uid}/answer`)
    expect(answered.body).toMatchObject({ state: 'granted', givenKeyUid: same.keyUid, invited: true })
    const wrongWay = await api.post(`/requests/${other.uid}/answer`, { with: 'reissue' })
    expect(wrongWay.status).toBe(422)
    const invited = await api.post(`/requests/${other.uid}/answer`)
    expect(invited.body).toMatchObject({ state: 'granted', invited: false })
    expect(invited.body['givenKeyUid']).not.toBe(other.keyUid)
    expect((await api.post(`/requests/${none.uid}/refusal`)).body).toMatchObject({ state: 'declined' })
    expect((await api.post(`/requests/${none.uid}/refusal`)).status).toBe(422)
    expect((await api.get('/requests?after=elsewhere')).status).toBe(422)
    expect((await api.get('/requests?which=answered&limit=1')).body).toMatchObject({
      items: [{ uid: none.uid }],
    })
  })

  it('does and tells no more than the owner of the token may', async () => {
    const { read, create } = rights
    const maker = await givenAdminWith(app.database, { user: read | create, entity: 'Root entity' })
    const { token } = await givenToken(app, {
      owner: { ...maker, password: '' },
      scopes: ['keys:read', 'keys:create', 'events:read'],
    })
    const theirs = apiClient(app, token)
    const { body: hook } = await api.post('/webhooks', { url: 'https://hr.example.org/hooks' })
    keepSecret(String(hook['secret']))
    const tells = async (of: ApiClient) => {
      const { body } = await of.get('/events?limit=1000&kinds=webhook.made')
      return (body['items'] as unknown[]).length
    }
    const owner = await givenAdmin(app)
    const importAs = async (scopes: Scope[], label: string) => {
      const { token: own } = await givenToken(app, { owner, scopes: ['keys:create', ...scopes] })
      const rows = [{ line: 2, cells: { email: 'grace@example.org', label } }]
      const { body } = await apiClient(app, own).post('/imports', { rows, update: true })
      return (body['rows'] as { outcome: string }[]).map(({ outcome }) => outcome)
    }

    expect(await tells(api)).toBeGreaterThan(0)
    expect(await tells(theirs)).toBe(0)
    expect(await importAs([], 'Grace')).toEqual(['created'])
    expect(await importAs([], 'Grace Hopper')).toEqual(['refused'])
    expect(await importAs(['keys:manage'], 'Grace Hopper')).toEqual(['updated'])
    await api.delete(`/webhooks/${String(hook['uid'])}`)
  })

  it('makes webhooks whose secret is shown once, tries them, and tells what became of their messages', async () => {
    const receiver = await startReceiver((_, response) => void response.writeHead(204).end())
    const create = () =>
      api.post('/webhooks', { url: receiver.url, types: ['key.made'] }, { 'Idempotency-Key': 'hook' })

    const made = await create()
    const secret = String(made.body['secret'])
    keepSecret(secret)
    const path = `/webhooks/${String(made.body['uid'])}`
    expect(made).toMatchObject({ status: 201, body: { url: receiver.url, isActive: true } })
    expect(secret).toMatch(/^whsec_/)
    expect((await create()).body).toMatchObject({ uid: made.body['uid'], secret: null })
    expect(JSON.stringify((await api.get('/webhooks')).body)).not.toContain(secret)

    const tried = await api.post(`${path}/tests`)
    expect(tried).toMatchObject({ status: 201, body: { state: 'delivered', status: 204, event: null } })
    await receiver.close()
    expect((await api.get(`${path}/deliveries`)).body).toMatchObject({
      items: [{ uid: tried.body['uid'] }],
      next: null,
    })
    const again = await api.post(`${path}/deliveries/${String(tried.body['uid'])}/attempts`)
    expect(again.status).toBe(422)

    const rotated = await api.post(`${path}/secrets`, { overlap: 'PT2H' })
    keepSecret(String(rotated.body['secret']))
    expect(rotated.body['secret']).not.toBe(secret)
    expect(rotated.body['formerSecretUntil']).not.toBeNull()
    expect((await api.post(`${path}/secrets`, { overlap: 'P31D' })).status).toBe(422)
    const changed = await api.patch(path, { isActive: false, description: 'HR' })
    expect(changed.body).toMatchObject({ isActive: false, description: 'HR', types: ['key.made'] })
    expect((await api.delete(path)).body).toEqual({ uid: made.body['uid'] })
    expect((await api.get(path)).status).toBe(404)
  })

  it('gives the record out from where a forwarder left off, without anything personal', async () => {
    let after = '0'
    for (;;) {
      const { body } = await api.get(`/events?after=${after}&limit=1000`)
      after = String(body['next'])
      if (body['more'] === false) break
    }
    const idle = await api.get(`/events?after=${after}`)
    expect(idle.body).toEqual({ items: [], next: after, more: false })

    const { key, logins } = await givenWaiting(1)
    const { body } = await api.get(`/events?after=${after}`)
    const items = body['items'] as { position: number; kind: string; keyUid: string }[]
    expect(items.map(({ kind }) => kind)).toContain('registration.awaiting-approval')
    expect(items.map(({ position }) => position)).toEqual(items.map((_, n) => Number(after) + n + 1))
    expect(new Set(items.map(({ keyUid }) => keyUid))).toContain(key.uid)
    for (const personal of [...logins, 'Interns', '127.0.0.1'])
      expect(JSON.stringify(body)).not.toContain(personal)
    const some = await api.get(`/events?after=${after}&kinds=key.made,key.revoked`)
    expect(some.body).toMatchObject({ items: [{ kind: 'key.made', keyUid: key.uid }], next: body['next'] })
    const wrong = await api.get('/events?kinds=key.made,key.eaten')
    expect(wrong.body).toMatchObject({ status: 422, errors: [{ pointer: '/kinds/1' }] })
  })
})
