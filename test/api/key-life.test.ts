import type { Scope } from '../../src/shared/scopes'
import { keepSecret } from '../support/evidence'
import { type ApiAnswer, apiClient, type ApiClient } from '../support/api'
import { givenKey } from '../support/builders'
import { givenAdmin, profiles } from '../support/signing-in'
import { mainly, startTestApp, type TestApp } from '../support/test-app'
import { givenToken } from '../support/tokens'

describe.each(mainly('10.0'))('the life of keys over the API, GLPI $line at "$base"', ({ line, base }) => {
  let app: TestApp
  let api: ApiClient
  beforeAll(async () => {
    app = await startTestApp({ line, base })
    api = await clientWith(['keys:read', 'keys:create', 'keys:manage', 'links:reveal'])
  })
  afterAll(() => app.close())

  const clientWith = async (scopes: Scope[]) => apiClient(app, (await givenToken(app, { scopes })).token)

  const opens = async (link: unknown) => (await fetch(String(link))).status

  it('changes what is said, takes away what is null, and leaves the rest', async () => {
    const { uid } = await givenKey(app, { label: 'before', addresses: ['a@example.org'], language: 'fr_FR' })

    const changed = await api.patch(`/keys/${uid}`, {
      maxUses: 3,
      notBefore: null,
      expiresIn: 'P2D',
      emails: ['b@example.org', 'c@example.org'],
      account: { days: 30 },
      language: null,
      form: { phone: 'hidden' },
      message: 'Welcome',
    })

    expect(changed).toMatchObject({
      status: 200,
      body: {
        label: 'before',
        maxUses: 3,
        emails: ['b@example.org', 'c@example.org'],
        account: { days: 30 },
        language: null,
        form: { phone: 'hidden' },
        message: 'Welcome',
      },
    })
    const again = await api.patch(`/keys/${uid}`, {
      account: null,
      message: null,
      form: { mobile: 'hidden' },
    })
    expect(again.body).toMatchObject({
      maxUses: 3,
      account: { days: null },
      message: null,
      form: { phone: 'hidden', mobile: 'hidden' },
      expiresAt: changed.body['expiresAt'],
    })
  })

  it.each([
    ['an end that has passed', { expiresAt: '2001-01-01' }, ['/expiresAt']],
    ['so long a life', { expiresIn: 'P99999D' }, ['/expiresIn']],
    ['no address', { emails: ['nobody'] }, ['/emails']],
    ['a domain that is none', { domains: ['-'] }, ['/domains']],
    ['an account of no known length', { account: { days: 99_999 } }, ['/account/days']],
    ['a language of nowhere', { language: 'xx_XX' }, ['/language']],
    ['several things at once', { notBefore: 'soon', expiresAt: 'later' }, ['/notBefore', '/expiresAt']],
    ['what a key does not have', { profile: 'Super-Admin' }, ['/profile']],
  ])('says which field is wrong: %s', async (_, body, pointers) => {
    const { uid } = await givenKey(app)

    const refused = await api.patch(`/keys/${uid}`, body)

    expect(refused.status).toBe(422)
    expect(pointersOf(refused)).toEqual(pointers)
  })

  it('pauses and resumes, revokes with a reason and takes it back', async () => {
    const { uid, link } = await givenKey(app)

    expect((await api.post(`/keys/${uid}/pause`)).body).toMatchObject({ state: 'paused' })
    expect(await opens(link)).toBe(403)
    expect((await api.delete(`/keys/${uid}/pause`)).body).toMatchObject({ state: 'usable', pausedAt: null })
    expect((await api.post(`/keys/${uid}/revocation`, { reason: 'left' })).body).toMatchObject({
      state: 'revoked',
      revokedReason: 'left',
    })
    expect(await opens(link)).toBe(410)
    expect((await api.patch(`/keys/${uid}`, { label: 'late' })).status).toBe(422)
    expect((await api.delete(`/keys/${uid}/revocation`)).body).toMatchObject({ state: 'usable' })
    expect(await opens(link)).toBe(200)
  })

  it('renews under the same link, and whoever does it answers for the key', async () => {
    const { token, owner } = await givenToken(app, { scopes: ['keys:manage'] })
    const { uid } = await givenKey(app, { maxUses: 1 })

    const renewed = await apiClient(app, token).post(`/keys/${uid}/renewals`, { maxUses: 2 })
    const fewer = await apiClient(app, token).post(`/keys/${uid}/renewals`, { maxUses: 1 })

    expect(renewed.body).toMatchObject({ maxUses: 2, issuer: { kind: 'user', usersId: owner.usersId } })
    expect(fewer.status).toBe(422)
  })

  it('gives a new link in place of the old one, and tells it to tokens that reveal links', async () => {
    const { uid, link } = await givenKey(app)

    const told = await api.post(`/keys/${uid}/codes`, {}, { 'Idempotency-Key': `reissue ${uid}` })
    const again = await api.post(`/keys/${uid}/codes`, {}, { 'Idempotency-Key': `reissue ${uid}` })
    keepSecret(String(told.body['code']))
    expect(again.body).toEqual(told.body)
    expect([await opens(link), await opens(told.body['link'])]).toEqual([410, 200])

    const untold = await (await clientWith(['keys:manage'])).post(`/keys/${uid}/codes`, { overlap: 'P1D' })
    expect(untold).toMatchObject({ status: 201, body: { uid, code: null, link: null } })
    expect(await opens(told.body['link'])).toBe(200)
  })

  it('shows a link once more to whoever could make this very key, and records it', async () => {
    const { uid, link } = await givenKey(app)
    const technician = await givenAdmin(app, { profilesId: profiles.technician })
    const { token } = await givenToken(app, { owner: technician, scopes: ['links:reveal'] })
    const powerful = await givenKey(app, {
      maxUses: 1,
      addresses: ['boss@example.org'],
      grant: { authorisations: [{ profilesId: 4, entitiesId: 0, isRecursive: true }], groupIds: [] },
    })

    const seen = await api.post(`/keys/${uid}/link-views`)
    const refused = await apiClient(app, token).post(`/keys/${powerful.uid}/link-views`)

    expect(seen.body['link']).toBe(link)
    expect(refused.status).toBe(403)
    const views = await app.database.sql(
      "SELECT 1 FROM ??.audit_events WHERE kind = 'key.link-shown' AND key_uid = UNHEX(REPLACE(?, '-', ''))",
      [app.database.database, uid],
    )
    expect(views).toHaveLength(1)
  })

  it('mails a link once for a request that comes twice, and tells what became of it', async () => {
    const { uid } = await givenKey(app, { addresses: ['ada@example.org'] })
    const reader = await givenAdmin(app, { profilesId: profiles.readOnly })
    const { token } = await givenToken(app, { owner: reader, scopes: ['keys:read'] })

    const sent = await api.post(`/keys/${uid}/deliveries`, undefined, { 'Idempotency-Key': `send ${uid}` })
    const again = await api.post(`/keys/${uid}/deliveries`, undefined, { 'Idempotency-Key': `send ${uid}` })

    expect([sent, again]).toMatchObject([
      { status: 201, body: { mails: 1 } },
      { status: 201, body: { mails: 1 } },
    ])
    const told = await apiClient(app, token).get(`/keys/${uid}/deliveries`)
    expect(told.body).toMatchObject({ items: [{ kind: 'invitation', email: 'a…@example.org' }] })
  })

  it('revokes what a filter finds as it was at the preview, and hands keys over', async () => {
    const { owner, token } = await givenToken(app, { scopes: ['keys:create', 'keys:manage', 'keys:read'] })
    const theirs = apiClient(app, token)
    for (const label of ['one', 'two']) {
      const { body } = await theirs.post('/keys', { label })
      keepSecret(String(body['code']))
    }
    const filter = { issuer: owner.usersId }

    const preview = await api.post('/key-revocations', { filter, dryRun: true })
    const late = await theirs.post('/keys', { label: 'late' })
    keepSecret(String(late.body['code']))
    const upTo = preview.body['upTo']
    const done = await api.post('/key-revocations', { filter, upTo, reason: 'gone' })

    expect(preview.body).toMatchObject({ keys: 2, revoked: 0 })
    expect(done.body).toMatchObject({ keys: 2, alreadyRevoked: 0, revoked: 2 })
    expect((await api.get(`/key-count?issuer=${owner.usersId}&state=usable`)).body).toEqual({
      count: 1,
      isMore: false,
    })
    const heir = await givenAdmin(app)
    const moved = await api.post('/key-transfers', { filter, to: heir.login })
    expect(moved.body).toMatchObject({ moved: 1, kept: {} })
    const self = await givenAdmin(app, { profilesId: profiles.selfService })
    expect(
      (await api.post(`/keys/${String(late.body['uid'])}/transfers`, { to: self.login })).body,
    ).toMatchObject({ errors: [{ pointer: '/to' }] })
  })

  it.each([
    ['nothing', {}, '/filter'],
    ['an empty filter', { filter: {} }, '/filter'],
    ['a state that there is not', { filter: { state: 'lost' } }, '/filter/state'],
  ])('does nothing to many keys for %s', async (_, body, pointer) => {
    expect(pointersOf(await api.post('/key-revocations', body))).toEqual([pointer])
  })

  it('tells what a code is good for, and of which key only those who may see it', async () => {
    const { uid, code, link } = await givenKey(app)
    const elsewhere = await givenAdmin(app, { entitiesId: 1 })
    const { token } = await givenToken(app, { owner: elsewhere, scopes: ['keys:read'] })

    const good = await api.post('/code-checks', { code: link })
    const mistyped = await api.post('/code-checks', { code: `${code.slice(0, -1)}U` })
    const strange = await apiClient(app, token).post('/code-checks', { code })
    await api.post(`/keys/${uid}/pause`)
    const paused = await api.post('/code-checks', { code: code.toLowerCase() })

    expect(good.body).toMatchObject({ usable: true, reason: null, key: { uid } })
    expect(mistyped.body).toMatchObject({ usable: false, reason: 'key-malformed', key: null })
    expect(strange.body).toMatchObject({ usable: true, key: null })
    expect(paused.body).toMatchObject({ usable: false, reason: 'key-paused', key: { uid } })
  })

  it('tells it to more at once than there are connections to the database', async () => {
    const { code } = await givenKey(app)
    const answers = await Promise.all(Array.from({ length: 15 }, () => api.post('/code-checks', { code })))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  })
})

const pointersOf = ({ body }: ApiAnswer) =>
  (body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)
