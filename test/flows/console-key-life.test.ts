import { getKey, reissueKey, revokeKey } from '../../src/keys'
import { givenAdmin, rights } from '../support/admins'
import { textOf } from '../support/browser'
import { givenKey, type GivenKey } from '../support/builders'
import { type Admin, signInAs } from '../support/console'
import { keepSecret } from '../support/evidence'
import { fieldsOf } from '../support/forms'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

const { read, update } = rights
const hourMs = 3_600_000
const dayMs = 24 * hourMs
const system = { actor: { kind: 'system' as const }, issuer: { kind: 'system' as const }, mayMake: true }

describe.each(mainly('11.0'))('giving a key more life on its page on GLPI $line at "$base"', (layout) => {
  let app: TestApp
  let marie: Admin
  let updater: Admin
  beforeAll(async () => {
    app = await startTestApp({
      ...layout,
      env: { TIME_ZONE: 'Europe/Paris', WORK_DAYS: 'mon-fri', EXPIRY_GRACE: '2' },
    })
    await app.database.sql("UPDATE ??.glpi_users SET language = 'en_GB'", [app.database.glpiDatabase])
    marie = await signInAs(app, 'marie.curie')
    const { login } = await givenAdmin(app.database, { user: read | update })
    updater = await signInAs(app, login)
  })
  afterAll(() => app.close())

  const inDays = (days: number) => new Date(app.clock.now().getTime() + days * dayMs)
  const keyOf = ({ uid }: GivenKey) => getKey(app.context.db, uid)
  const pathOf = (link: string) => new URL(link).pathname.slice(layout.base.length)
  const opens = async ({ link }: GivenKey) => (await app.browser().get(pathOf(link))).status
  const setUsed = ({ uid }: GivenKey, n: number) =>
    app.database.sql('UPDATE ??.registration_keys SET uses_completed = ? WHERE uid = ?', [
      app.database.database,
      n,
      Buffer.from(uid.replaceAll('-', ''), 'hex'),
    ])

  it('a key that has ended shows the form that renews it, ready to be sent', async () => {
    const key = await givenKey(app, { expiresAt: new Date(Date.now() + 50) })
    app.clock.advance(100)
    const page = await marie.get(`/keys/${key.uid}`)
    expect(page.text).toContain('id="renew" open')

    const answer = await marie.post(`/keys/${key.uid}/renewals`, fieldsOf(page, '/renewals'))

    expect(textOf(answer)).toContain('The key has been renewed.')
    expect(textOf(answer)).toContain('2 days of grace: it still works until')
    const { expiresAt, graceDays, issuer } = await keyOf(key)
    expect(graceDays).toBe(2)
    expect(expiresAt?.getTime()).toBeGreaterThan(inDays(8).getTime())
    expect(issuer).toMatchObject({ kind: 'user' })
    expect(await opens(key)).toBe(200)
  })

  it('a key that is used up is offered a place more', async () => {
    const key = await givenKey(app, { maxUses: 3, expiresAt: inDays(60) })
    await setUsed(key, 3)

    const page = await marie.get(`/keys/${key.uid}`)
    await marie.post(`/keys/${key.uid}/renewals`, fieldsOf(page, '/renewals'))

    expect((await keyOf(key)).maxUses).toBe(4)
  })

  it('asks again for a renewal that is none, and keeps what was typed', async () => {
    const key = await givenKey(app, { maxUses: 3, expiresAt: inDays(60) })
    const page = await marie.get(`/keys/${key.uid}`)

    const answer = await marie.post(`/keys/${key.uid}/renewals`, {
      ...fieldsOf(page, '/renewals'),
      limit: '2',
    })

    expect(answer.status).toBe(422)
    expect(textOf(answer)).toContain('Choose a later end, or more people than before.')
    expect(answer.text).toMatch(/id="renew-limit"[^>]* value="2"/)
    expect((await keyOf(key)).maxUses).toBe(3)
  })

  it('an end without a time is that of the day, or of the next working day', async () => {
    const key = await givenKey(app)
    const page = await marie.get(`/keys/${key.uid}`)
    const typed = { ...fieldsOf(page, '/terms'), end: '2036-06-21', 'end-time': '' } // a Saturday

    const answer = await marie.post(`/keys/${key.uid}/terms`, typed)

    expect((await keyOf(key)).expiresAt?.toISOString()).toBe('2036-06-25T21:59:59.999Z') // with grace
    expect(textOf(answer)).toContain('Mon 23 Jun 2036, 23:59')
    expect(answer.text).toContain('name="was-end" value="2036-06-23"')
    const exact = { ...fieldsOf(answer, '/terms'), end: '2036-06-21', 'end-time': '10:00' }
    await marie.post(`/keys/${key.uid}/terms`, exact)
    expect(await keyOf(key)).toMatchObject({ expiresAt: new Date('2036-06-21T08:00:00Z'), graceDays: 0 })
  })

  it('a key is made to begin later, and at once again', async () => {
    const key = await givenKey(app, { expiresAt: inDays(60) })
    const day = inDays(20).toISOString().slice(0, 10)
    const page = await marie.get(`/keys/${key.uid}`)

    const later = await marie.post(`/keys/${key.uid}/terms`, { ...fieldsOf(page, '/terms'), begin: day })
    expect(textOf(later)).toContain('Not yet valid')
    expect(later.text).toContain(`name="was-begin" value="${day}"`)
    await marie.post(`/keys/${key.uid}/terms`, { ...fieldsOf(later, '/terms'), begin: '' })

    expect((await keyOf(key)).notBefore).toBeUndefined()
  })

  async function reissueAt(key: GivenKey, overlap: string): Promise<{ text: string; link: string }> {
    const page = await marie.get(`/keys/${key.uid}`)
    const fields = { ...fieldsOf(page, '/codes'), overlap }
    const answer = await marie.post(`/keys/${key.uid}/codes`, fields, { showsCode: true })
    const again = await marie.post(`/keys/${key.uid}/codes`, fields, { showsCode: true })
    const link = /https?:[^\s"<]*\/r\/[0-9a-z]+/.exec(answer.text)?.[0] ?? ''
    keepSecret(link.slice(-39).toUpperCase())
    expect(answer.status).toBe(200)
    expect(again.text).toContain(link) // a second click shows the same link
    return { text: textOf(answer), link }
  }

  it('a new link is shown, and the old one stops at once', async () => {
    const key = await givenKey(app, { expiresAt: inDays(60) })

    const { text, link } = await reissueAt(key, 'none')

    expect(text).toContain('The link before it has stopped working.')
    expect(await opens(key)).toBe(410)
    expect(await opens({ ...key, link })).toBe(200)
  })

  it('or in a week, and the page tells who made which link and until when it works', async () => {
    const key = await givenKey(app, { expiresAt: inDays(60) })

    const { text, link } = await reissueAt(key, 'week')

    expect(text).toMatch(/The link before it works until \w{3} \d+ \w{3} \d{4}/)
    expect([await opens(key), await opens({ ...key, link })]).toEqual([200, 200])
    const page = textOf(await marie.get(`/keys/${key.uid}`))
    expect(page).toMatch(
      new RegExp(
        `…${link.slice(-4).toUpperCase()} .* Marie Curie As long as the key …${key.link.slice(-4).toUpperCase()} .* The server’s command line Until`,
      ),
    )
    expect(page).toMatch(/Key given a new code .*code: …\w{4} → …\w{4} .*the old link works until/)
  })

  it('offers no new link for a key that nobody could use, and refuses one that was asked for before', async () => {
    const key = await givenKey(app, { maxUses: 1, expiresAt: inDays(60) })
    const page = await marie.get(`/keys/${key.uid}`)
    await setUsed(key, 1)

    const answer = await marie.post(`/keys/${key.uid}/codes`, fieldsOf(page, '/codes'))

    expect(answer.status).toBe(422)
    expect(textOf(await marie.get(`/keys/${key.uid}`))).not.toContain('New link')
  })

  it('a revocation is taken back', async () => {
    const key = await givenKey(app, { expiresAt: inDays(60) })
    await revokeKey(app.context, system.actor, key.uid, 'By mistake')
    expect((await marie.get(`/keys/${key.uid}`)).text).toContain(`/keys/${key.uid}/reinstatement`)

    const answer = await marie.post(`/keys/${key.uid}/reinstatement`)

    expect(textOf(answer)).toContain('The revocation has been taken back.')
    expect(await opens(key)).toBe(200)
  })

  it('who could not make the key is offered none of it, and gets none of it', async () => {
    const key = await givenKey(app, { expiresAt: inDays(60) })
    const page = await updater.get(`/keys/${key.uid}`)
    expect(page.text).toContain('/terms')
    expect(page.text).not.toMatch(/\/(renewals|codes|reinstatement)"/)

    const token = fieldsOf(await marie.get(`/keys/${key.uid}`), '/codes')['token'] ?? ''
    const renewed = await updater.post(`/keys/${key.uid}/renewals`, { limit: '9', 'was-limit': '1' })
    const reissued = await updater.post(`/keys/${key.uid}/codes`, { token, overlap: 'none' })
    await revokeKey(app.context, system.actor, key.uid)
    const reinstated = await updater.post(`/keys/${key.uid}/reinstatement`)

    expect([renewed.status, reissued.status, reinstated.status]).toEqual([422, 403, 403])
    expect(await keyOf(key)).toMatchObject({
      maxUses: 1,
      codes: [{ hint: key.link.slice(-4).toUpperCase() }],
    })
    expect((await keyOf(key)).revokedAt).toBeDefined()
  })

  it('a link that was replaced on another page is told as such', async () => {
    const key = await givenKey(app, { expiresAt: inDays(60) })
    const page = await marie.get(`/keys/${key.uid}`)
    const fields = fieldsOf(page, '/codes')
    const first = await marie.post(`/keys/${key.uid}/codes`, fields, { showsCode: true })
    expect(first.status).toBe(200)
    app.clock.advance(1)
    await reissueKey(app.context, system, key.uid, { overlapMs: 0 })

    const answer = await marie.post(`/keys/${key.uid}/codes`, fields)

    expect(answer.status).toBe(422)
    expect(textOf(answer)).toContain('has been replaced since')
  })

  describe('whom a key is for, and what it carries', () => {
    const path = ({ uid }: GivenKey) => `/keys/${uid}/carried`
    const given = () =>
      givenKey(app, {
        addresses: ['ada@example.org'],
        accountValidity: { from: undefined, end: { kind: 'date', at: new Date('2030-03-03T12:34:56.000Z') } },
        fields: [{ field: 'firstname', value: 'Ada', isLocked: true }],
        sharesInviter: false,
        message: 'Hello',
      })

    it('shows what it has, and saves what is changed and nothing else', async () => {
      const key = await given()
      const before = await keyOf(key)
      const form = fieldsOf(await marie.get(path(key)), path(key))
      expect(form).toMatchObject({ addresses: 'ada@example.org', message: 'Hello', fillFirstname: 'Ada' })
      expect(textOf(await marie.post(path(key), form))).toContain('There was nothing to change.')

      const wanted = { addresses: 'ada@example.org\ngrace@example.org', language: 'fr_FR', message: '' }
      const answer = await marie.post(path(key), { ...form, ...wanted })

      expect(textOf(answer)).toContain('The key has been changed.')
      expect(textOf(answer)).toContain('changed: addresses, language, message')
      expect(await keyOf(key)).toEqual({
        ...before,
        addresses: ['ada@example.org', 'grace@example.org'],
        language: 'fr_FR',
        message: undefined,
      })
    })

    it('comes back with what is wrong, with what is not theirs to give, and when somebody was faster', async () => {
      const key = await given()
      const before = await keyOf(key)
      const form = fieldsOf(await updater.get(path(key)), path(key))

      const wrong = await updater.post(path(key), { ...form, addresses: 'ada@', domains: 'x y' })
      const wider = await updater.post(path(key), { ...form, addresses: '' })
      expect([wrong.status, wider.status]).toEqual([422, 422])
      expect(textOf(wrong)).toContain('Nothing was changed. Please check:')
      expect(wrong.text).toContain('id="addresses-error"')
      expect(textOf(wider)).toContain('The key would reach further than before')
      expect(await keyOf(key)).toEqual(before)

      await updater.post(path(key), { ...form, message: 'Welcome' })
      const late = await updater.post(path(key), { ...form, language: 'de_DE' })
      expect(late.status).toBe(422)
      expect(textOf(late)).toContain('Somebody has changed the key since')
      expect(fieldsOf(late, path(key))).toMatchObject({ message: 'Welcome', language: '' })
      expect(await keyOf(key)).toEqual({ ...before, message: 'Welcome' })
      await revokeKey(app.context, system.actor, key.uid)
      expect((await updater.get(path(key), { follow: false })).status).toBe(303)
    })

    it('is asked for when a key is renewed of which nobody knows any more', async () => {
      const key = await given()
      const bytes = Buffer.from(key.uid.replaceAll('-', ''), 'hex')
      await app.database.sql('DELETE FROM ??.key_addresses WHERE key_uid = ?', [app.database.database, bytes])

      const page = await marie.get(`/keys/${key.uid}`)
      expect(textOf(page)).toContain('nobody can use it')
      const form = { ...fieldsOf(page, '/renewals'), limit: '2' }
      const without = await marie.post(`/keys/${key.uid}/renewals`, form)
      const wrong = await marie.post(`/keys/${key.uid}/renewals`, { ...form, addresses: 'grace@' })
      expect([without.status, wrong.status]).toEqual([422, 422])
      expect(textOf(without)).toContain('enter whom it is for from now on')
      expect(textOf(wrong)).toContain('Enter e-mail addresses')
      await marie.post(`/keys/${key.uid}/renewals`, { ...form, addresses: 'grace@example.org' })

      expect(await keyOf(key)).toMatchObject({ addresses: ['grace@example.org'], maxUses: 2 })
    })
  })
})
