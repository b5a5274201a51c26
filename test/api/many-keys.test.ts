import { keepSecret } from '../support/evidence'
import { type ApiAnswer, apiClient, type ApiClient } from '../support/api'
import { givenAdmin, profiles } from '../support/signing-in'
import { mainly, startTestApp, type TestApp } from '../support/test-app'
import { givenToken } from '../support/tokens'

interface Made {
  uid: string
  label: string
  code: string | null
  link: string | null
}

describe.each(mainly('11.0'))('many keys over the API, GLPI $line at "$base"', ({ line, base }) => {
  let app: TestApp
  let api: ApiClient
  beforeAll(async () => {
    app = await startTestApp({ line, base })
    const scopes = ['keys:read', 'keys:create', 'keys:manage', 'links:reveal', 'events:read'] as const
    api = apiClient(app, (await givenToken(app, { scopes: [...scopes] })).token)
  })
  afterAll(() => app.close())

  const keysOf = ({ body }: ApiAnswer): Made[] => {
    const keys = body['keys'] as Made[]
    keys.forEach(({ code }) => code !== null && keepSecret(code))
    return keys
  }
  const pointersOf = ({ body }: ApiAnswer) =>
    (body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)

  it('makes keys that differ, in the order asked for, with links that open the form', async () => {
    const labels = Array.from({ length: 30 }, (_, index) => `key ${index}`)
    const body = {
      batch: 'Class 3b',
      keys: labels.map((label, index) => ({ label, maxUses: 1 + (index % 2), profile: 'Self-Service' })),
    }

    const made = await api.post('/keys/bulk', body, { 'Idempotency-Key': 'bulk' })
    const keys = keysOf(made)
    const again = await api.post('/keys/bulk', body, { 'Idempotency-Key': 'bulk' })

    expect(made.status).toBe(201)
    expect(keys.map(({ label }) => label)).toEqual(labels)
    expect((await fetch(String(keys[17]?.link))).status).toBe(200)
    expect(again.body).toEqual(made.body)
    const uid = String(made.body['batch'])
    const listed = await api.get('/batches?limit=1')
    expect(listed.body).toMatchObject({ items: [{ uid, label: 'Class 3b', size: 30 }] })
    const page = await api.get(`/batches/${uid}?limit=20`)
    const next = (page.body['keys'] as { next: string }).next
    const rest = await api.get(`/batches/${uid}?limit=20&after=${next}`)
    expect(rest.body).toMatchObject({ keys: { next: null } })
    expect((rest.body['keys'] as { items: unknown[] }).items).toHaveLength(10)
  })

  it('makes none of them when anything is wrong, and says all of it', async () => {
    const before = (await api.get('/key-count')).body
    const keys = [
      { label: 'good' },
      { label: 'ended', expiresAt: '2001-01-01' },
      { label: 'unreadable', expiresAt: 'soon', profile: 'Nobody' },
      { label: 'for nobody', emails: ['x'] },
      { label: 'endless', expiresIn: 'P99999D' },
    ]

    const refused = await api.post('/keys/bulk', { keys })

    expect(refused.status).toBe(422)
    expect(pointersOf(refused)).toEqual([
      '/keys/1/expiresAt',
      '/keys/2/expiresAt',
      '/keys/2/profile',
      '/keys/3/emails',
      '/keys/4/expiresIn',
    ])
    expect((await api.get('/key-count')).body).toEqual(before)
  })

  it('shows and mails a batch only to whoever could make every one of its keys', async () => {
    const made = await api.post('/keys/bulk', {
      batch: 'mixed',
      keys: [
        { profile: 'Self-Service', entity: 1, emails: ['one@example.org'] },
        { profile: 'Self-Service', entity: 0, emails: ['two@example.org'] },
      ],
    })
    const keys = keysOf(made)
    const uid = String(made.body['batch'])
    const ofParis = await givenAdmin(app, { entitiesId: 1 })
    const scopes = ['keys:read', 'keys:manage', 'links:reveal'] as const
    const theirs = apiClient(app, (await givenToken(app, { owner: ofParis, scopes: [...scopes] })).token)

    const seen = await api.post(`/batches/${uid}/link-views`)
    const unseen = await theirs.post(`/batches/${uid}/link-views`)
    const unsent = await theirs.post(`/batches/${uid}/deliveries`, { to: 'all' })
    const sent = await api.post(`/batches/${uid}/deliveries`, { to: 'rest' })
    const nobody = await api.post(`/batches/${uid}/deliveries`, {})

    expect(keysOf(seen).map(({ link }) => link)).toEqual(keys.map(({ link }) => link))
    expect([unseen.status, unsent.status]).toEqual([404, 404])
    expect([sent.body, nobody.body]).toEqual([{ mails: 2 }, { mails: 0 }])
    expect((await api.get(`/batches/${uid}`)).body).toMatchObject({ invited: 2, mailed: 2 })
  })

  it('neither shows nor mails a batch that has a key which the owner could not make', async () => {
    const made = await api.post('/keys/bulk', {
      batch: 'with one for an administrator',
      keys: [
        { profile: 'Self-Service', emails: ['three@example.org'] },
        { profile: 'Super-Admin', emails: ['four@example.org'] },
      ],
    })
    keysOf(made)
    const uid = String(made.body['batch'])
    const owner = await givenAdmin(app, { profilesId: profiles.technician })
    const { token } = await givenToken(app, { owner, scopes: ['keys:read', 'keys:manage', 'links:reveal'] })
    const theirs = apiClient(app, token)

    expect((await theirs.get(`/batches/${uid}`)).status).toBe(200)
    expect((await theirs.post(`/batches/${uid}/link-views`)).status).toBe(403)
    expect((await theirs.post(`/batches/${uid}/deliveries`, { to: 'all' })).status).toBe(403)
  })

  it('finds what GLPI would refuse by now, and the history of that key', async () => {
    const owner = await givenAdmin(app)
    const { token } = await givenToken(app, { owner, scopes: ['keys:create'] })
    const made = await apiClient(app, token).post('/keys', { label: 'of somebody who leaves' })
    keepSecret(String(made.body['code']))
    const { sql, glpiDatabase } = app.database
    await sql('UPDATE ??.glpi_users SET is_active = 0 WHERE id = ?', [glpiDatabase, owner.usersId])
    const inTrouble = async () => (await api.get('/keys?problem=any')).body['items'] as { uid: string }[]
    const { uid } = made.body

    expect((await inTrouble()).map((key) => key.uid)).not.toContain(uid)
    expect((await api.post('/key-verifications')).body).toEqual({ state: 'done' })
    expect((await inTrouble()).map((key) => key.uid)).toContain(uid)
    const events = await api.get(`/events?key=${String(uid)}`)
    expect(events.body).toMatchObject({ items: [{ kind: 'key.made', keyUid: uid }], more: false })
  })

  it('imports a list once, says what became of every row, and which keys it has', async () => {
    const rows = [
      { line: 2, cells: { email: 'ada@example.org', name: 'Ada Lovelace' } },
      { line: 3, cells: { email: 'nobody' } },
    ]
    const body = { source: 'people', rows, defaults: { profile: 'Self-Service' } }

    const first = await api.post('/imports', body, { 'Idempotency-Key': 'import' })
    const repeated = await api.post('/imports', body, { 'Idempotency-Key': 'import' })
    const second = await api.post('/imports', body)

    const outcomes = ({ body: { rows: told } }: ApiAnswer) =>
      (told as { outcome: string; keyUid: string | null }[]).map(({ outcome }) => outcome)
    expect([outcomes(first), outcomes(second)]).toEqual([
      ['created', 'refused'],
      ['unchanged', 'refused'],
    ])
    expect(first.body).toMatchObject({
      rows: [{}, { problems: [{ column: 'email', message: expect.stringContaining('nobody') as string }] }],
    })
    expect(repeated.body).toMatchObject({ rows: [{}, { problems: [{ column: 'email', message: null }] }] })
    const [{ keyUid } = { keyUid: null }] = first.body['rows'] as { keyUid: string | null }[]
    expect((await api.get('/import-sources/people/keys')).body).toEqual({ items: [keyUid], next: null })
  })
})
