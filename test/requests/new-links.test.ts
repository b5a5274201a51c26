import { randomUUID } from 'node:crypto'
import { getKey, type KeyField, type NewKey, revokeKey } from '../../src/keys'
import {
  askForLink,
  declineRequest,
  getRequest,
  grantByInvitation,
  grantByReissue,
  type LinkRequest,
  listRequests,
} from '../../src/requests'
import type { AskableRefusal } from '../../src/shared/askable'
import { entityIds } from '../../src/demo/sample-places'
import { runJob } from '../../src/work'
import { givenAdmin, type GivenAdmin, keeperOf, rights } from '../support/admins'
import { givenKey, type GivenKey } from '../support/builders'
import { markMail, outboxOf } from '../support/outbox'
import { layouts, startTestApp, type TestApp } from '../support/test-app'

const dayMs = 86_400_000
const system = {
  actor: { kind: 'system' as const },
  issuer: { kind: 'system' as const },
  mayMake: true,
  scope: { kind: 'all' as const },
}

describe.each(layouts)('requests for new links on GLPI $line', ({ line }) => {
  let app: TestApp
  let issuer: GivenAdmin
  beforeAll(async () => {
    app = await startTestApp({ line, env: { ADMIN_MAIL: 'it@example.org' } })
    issuer = await givenAdmin(app.database, { user: rights.read | rights.create | rights.update })
    await app.database.sql('INSERT INTO ??.glpi_useremails (users_id, email, is_default) VALUES (?, ?, 1)', [
      app.database.glpiDatabase,
      issuer.usersId,
      'issuer@example.org',
    ])
  })
  afterAll(() => app.close())

  const asIssuer = () => ({ kind: 'user' as const, ...idsOf(issuer) })
  const someone = () => `${randomUUID()}@example.org`

  /** A key that was mailed to its one address, and ended so many days ago. */
  async function givenLapsed(
    address: string,
    wanted: Parameters<typeof givenKey>[1] = {},
    daysAgo = 3,
  ): Promise<GivenKey> {
    const key = await givenKey(app, { issuer: asIssuer(), addresses: [address], send: true, ...wanted })
    await markMail(app.database, key.uid, { sentAt: app.clock.now() })
    app.clock.advance((7 + daysAgo) * dayMs)
    return key
  }

  async function ask(
    key: GivenKey,
    address: string,
    asked: { refusal?: AskableRefusal; note?: string; settle?: boolean } = {},
  ): Promise<LinkRequest> {
    const { refusal = 'KEY_EXPIRED', note = '', settle = true } = asked
    const from = { ip: `10.${(n += 1) >> 8}.${n & 255}.1`, userAgent: 'test' }
    await askForLink(app.context, { keyUid: key.uid, refusal, address, note, from })
    if (settle) expect(await runJob(app.context, 'requests')).toMatchObject({ state: 'done' })
    return requestOf(key, address)
  }
  let n = 0

  async function requestOf(key: GivenKey, address: string): Promise<LinkRequest> {
    for (const which of ['open', 'answered'] as const) {
      const all = await listRequests(app.context.db, system.scope, { which, limit: 1_000 })
      const found = all.find(
        (one) => one.keyUid === key.uid && one.address.toLowerCase() === address.toLowerCase(),
      )
      if (found !== undefined) return found
    }
    throw new Error(`${address} has asked for nothing`)
  }

  const mailsOf = async (key: GivenKey, kind: string) =>
    (await outboxOf(app.database, kind)).filter(({ keyUid }) => keyUid === key.uid)

  const stateFor = async (key: GivenKey, address: string, asked = {}) =>
    (await ask(key, address, asked)).state

  describe('by whom the key was mailed to', () => {
    it('a new link goes out by itself until two weeks after the end', async () => {
      const address = someone()

      expect(await stateFor(await givenLapsed(address, {}, 13.99), address)).toBe('mailed')
    })

    it('a new link goes out by itself, to that address, in whatever case it is typed', async () => {
      const address = someone()
      const key = await givenLapsed(address)

      const request = await ask(key, address.toUpperCase())

      const { codes, expiresAt, issuer: by } = await getKey(app.context.db, key.uid)
      expect(request).toMatchObject({ state: 'mailed', mailed: 1, givenKeyUid: key.uid })
      expect((await mailsOf(key, 'reissued')).map((mail) => mail.address)).toEqual([address])
      expect(by).toEqual({ kind: 'user', ...idsOf(issuer) })
      expect(codes).toHaveLength(2)
      expect(expiresAt?.getTime()).toBeGreaterThan(app.clock.now().getTime() + 6 * dayMs)
    })

    it('so it does twice; the third time somebody has to answer', async () => {
      const address = someone()
      const key = await givenLapsed(address)

      expect(await stateFor(key, address)).toBe('mailed')
      expect(await stateFor(key, address)).toBe('mailed') // at once again: the mail is on its way
      expect(await mailsOf(key, 'reissued')).toHaveLength(1)
      app.clock.advance(10 * dayMs)
      expect(await ask(key, address)).toMatchObject({ state: 'mailed', mailed: 2 })
      app.clock.advance(10 * dayMs)
      expect(await stateFor(key, address)).toBe('waiting')
      expect(await mailsOf(key, 'reissued')).toHaveLength(2)
    })
  })

  describe('wait for somebody, and no link goes out,', () => {
    it.each<[string, (address: string) => Promise<GivenKey>]>([
      ['more than two weeks after the end', (address) => givenLapsed(address, {}, 14.01)],
      ['before the end', (address) => givenLapsed(address, {}, -3)],
      [
        'where the mail has not left yet',
        async (address) => {
          const key = await givenKey(app, { issuer: asIssuer(), addresses: [address], send: true })
          app.clock.advance(10 * dayMs)
          return key
        },
      ],
      [
        'where somebody has used the key already',
        async (address) => {
          const key = await givenLapsed(address, { maxUses: 2 })
          await app.database.sql('UPDATE ??.registration_keys SET uses_completed = 1 WHERE uid = ?', [
            app.database.database,
            Buffer.from(key.uid.replaceAll('-', ''), 'hex'),
          ])
          return key
        },
      ],
      ['where the key was never mailed', (address) => givenLapsed(address, { send: false })],
      [
        'where the key is for others, too',
        (address) => givenLapsed(address, { addresses: [address, someone()] }),
      ],
      ['where the key is for a domain, too', (address) => givenLapsed(address, { domains: ['example.net'] })],
      [
        'where the key is revoked',
        async (address) => {
          const key = await givenLapsed(address)
          await revokeKey(app.context, system.actor, key.uid)
          return key
        },
      ],
    ])('%s', async (_when, given) => {
      const address = someone()
      const key = await given(address)

      expect(await stateFor(key, address)).toBe('waiting')
      expect(await mailsOf(key, 'reissued')).toEqual([])
    })

    it('where another address is typed than the key is for', async () => {
      const key = await givenLapsed(someone())

      expect(await stateFor(key, someone())).toBe('waiting')
      expect(await mailsOf(key, 'reissued')).toEqual([])
    })

    it('where the issuer may not grant it any more', async () => {
      const address = someone()
      const gone = await givenAdmin(app.database, { user: rights.read | rights.create })
      const key = await givenLapsed(address, { issuer: { kind: 'user', ...idsOf(gone) } })
      await app.database.sql('UPDATE ??.glpi_users SET is_active = 0 WHERE id = ?', [
        app.database.glpiDatabase,
        gone.usersId,
      ])

      expect(await stateFor(key, address)).toBe('waiting')
      expect(await mailsOf(key, 'reissued')).toEqual([])
      expect((await getKey(app.context.db, key.uid)).codes).toHaveLength(1)
    })
  })

  it('an address asks once about a key, and whoever answers for it is told', async () => {
    const address = someone()
    const key = await givenKey(app, { issuer: asIssuer() })
    app.clock.advance(20 * dayMs)

    await ask(key, address, { note: ' fi\u0007rst\r\n' })
    await ask(key, address, { note: 'second' })

    const told = (await outboxOf(app.database, 'link-requested')).at(-1)
    const request = await requestOf(key, address)
    expect(request.note).toBe('first')
    expect(told).toMatchObject({
      address: 'issuer@example.org',
      facts: { requestUids: [request.uid], total: 1 },
    })
  })

  it('many who ask at once are one mail', async () => {
    app.clock.advance(dayMs)
    const key = await givenKey(app, { issuer: asIssuer() })
    const before = (await outboxOf(app.database, 'link-requested')).length

    for (let i = 0; i < 4; i += 1) await ask(key, someone(), { settle: i === 0 })
    await runJob(app.context, 'requests')
    expect((await outboxOf(app.database, 'link-requested')).length).toBe(before + 1)
    app.clock.advance(16 * 60_000)
    await runJob(app.context, 'requests')

    const mails = await outboxOf(app.database, 'link-requested')
    expect(mails.length).toBe(before + 2)
    expect(mails.at(-1)?.facts).toMatchObject({ total: 3 })
  })

  it('of invitations whose issuer is refused, ADMIN_MAIL hears', async () => {
    app.clock.advance(dayMs)
    const key = await givenKey(app, { issuer: asIssuer() })

    await ask(key, someone(), { refusal: 'KEY_ISSUER_REFUSED' })

    expect((await outboxOf(app.database, 'link-requested')).at(-1)?.address).toBe('it@example.org')
  })

  it.each([
    ['', '', { address: 'required' }],
    ['nobody', '', { address: 'email-invalid' }],
    ['someone@example.org', 'x'.repeat(501), { note: 'too-long' }],
  ])('%j with a note like that is not passed on', async (address, note, problems) => {
    const key = await givenKey(app)

    await expect(ask(key, address, { note })).rejects.toMatchObject({ problems })
  })

  it('one network address asks forty times an hour', async () => {
    const key = await givenKey(app)
    const from = { ip: '192.0.2.1', userAgent: '' }
    const askOnce = () =>
      askForLink(app.context, { keyUid: key.uid, refusal: 'KEY_EXPIRED', address: someone(), note: '', from })
    for (let i = 0; i < 40; i += 1) await askOnce()

    await expect(askOnce()).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    await expect(stateFor(key, someone())).resolves.toBe('waiting')
  })

  describe('are answered', () => {
    const by = (admin: GivenAdmin) => ({ ...keeperOf(admin, { mayMake: true }), scope: system.scope })

    async function givenRequest(wanted: Partial<NewKey> = {}, typed?: string) {
      const address = someone()
      const key = await givenLapsed(address, { send: false, ...wanted })
      return { key, address, request: await ask(key, typed ?? address) }
    }

    it('with a new link of the same key, and who answers is its issuer then', async () => {
      const { key, address, request } = await givenRequest()
      const other = await givenAdmin(app.database, { user: rights.read | rights.create | rights.update })

      const answered = await grantByReissue(app.context, by(other), request.uid)

      expect(answered).toMatchObject({ state: 'granted', answeredBy: other.usersId, givenKeyUid: key.uid })
      expect((await mailsOf(key, 'reissued')).map((mail) => mail.address)).toEqual([address])
      expect((await getKey(app.context.db, key.uid)).issuer).toMatchObject({ usersId: other.usersId })
    })

    it('with an invitation of their own: the same terms, one use, for that address alone', async () => {
      const typed = someone()
      const { key, request } = await givenRequest(
        {
          label: 'Interns',
          maxUses: 12,
          addresses: [],
          fields: [
            { field: 'firstname', value: 'Camille', isLocked: false },
            { field: 'phone', value: '+33 1 00 00', isLocked: true },
          ],
          form: { title: 'optional', mobile: 'required' },
          message: 'Welcome',
          sharesInviter: false,
        },
        typed,
      )

      const answered = await grantByInvitation(app.context, by(issuer), request.uid)

      const own = await getKey(app.context.db, answered.givenKeyUid ?? '')
      const old = await getKey(app.context.db, key.uid)
      expect(own).toMatchObject({
        label: 'Interns',
        maxUses: 1,
        addresses: [typed],
        grant: old.grant,
        fields: [{ field: 'phone', value: '+33 1 00 00', isLocked: true }],
        form: { title: 'optional', mobile: 'required' },
        message: 'Welcome',
        sharesInviter: false,
      })
      expect(old.expiresAt?.getTime()).toBeLessThan(app.clock.now().getTime())
      expect((await mailsOf({ ...key, uid: own.uid }, 'invitation')).map((mail) => mail.address)).toEqual([
        typed,
      ])
    })

    it('with an invitation that asks for what stood in the form for somebody else', async () => {
      const own = (field: KeyField['field'], value: string, isLocked: boolean) => ({ field, value, isLocked })
      const { request } = await givenRequest(
        {
          fields: [
            own('login', 'camille', true),
            own('phone', '+33 1 00 00', false),
            own('mobile', '06 12', true),
          ],
          form: { registrationNumber: 'required' },
        },
        someone(),
      )

      const { givenKeyUid = '' } = await grantByInvitation(app.context, by(issuer), request.uid)

      const given = await getKey(app.context.db, givenKeyUid)
      expect(given.fields).toEqual([])
      expect(given.form).toEqual({ registrationNumber: 'required', phone: 'optional', mobile: 'required' })
    })

    it('with no new link of a key that is for somebody else', async () => {
      const { request } = await givenRequest({}, someone())

      await expect(grantByReissue(app.context, by(issuer), request.uid)).rejects.toMatchObject({
        code: 'INPUT_INVALID',
      })
    })

    it('and asked for again a day later: a link that was given may have died since', async () => {
      const { key, address, request } = await givenRequest()
      await grantByReissue(app.context, by(issuer), request.uid)
      app.clock.advance(dayMs - 60_000)

      expect(await stateFor(key, address)).toBe('granted')
      app.clock.advance(60_000)
      expect(await stateFor(key, address)).toBe('waiting')
    })

    it('with nothing, and the address asks in vain from then on', async () => {
      const { key, address, request } = await givenRequest()

      expect(await declineRequest(app.context, by(issuer), request.uid)).toMatchObject({ state: 'declined' })
      app.clock.advance(3 * dayMs)
      expect(await stateFor(key, address)).toBe('declined')
    })

    it('once: of ten at the same moment one is the first, and one mail goes out', async () => {
      const { request } = await givenRequest({ maxUses: 5 }, someone())

      const answers = await Promise.allSettled(
        Array.from({ length: 10 }, () => grantByInvitation(app.context, by(issuer), request.uid)),
      )

      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const { given_key_uid: given } = (
        await app.database.sql<{ given_key_uid: Buffer }>(
          'SELECT given_key_uid FROM ??.link_requests WHERE uid = ?',
          [app.database.database, Buffer.from(request.uid.replaceAll('-', ''), 'hex')],
        )
      )[0] ?? { given_key_uid: Buffer.alloc(0) }
      const mails = await outboxOf(app.database, 'invitation')
      expect(mails.filter(({ address }) => address === request.address)).toHaveLength(1)
      expect(mails.some(({ keyUid }) => keyUid?.replaceAll('-', '') === given.toString('hex'))).toBe(true)
    })

    it('with no invitation by who may make no keys', async () => {
      const { request } = await givenRequest()
      const answerer = { ...keeperOf(issuer, { mayMake: false }), scope: system.scope }

      await expect(grantByInvitation(app.context, answerer, request.uid)).rejects.toMatchObject({
        code: 'NOT_ALLOWED',
      })
    })

    it('by nobody who may not grant the key', async () => {
      const { key, request } = await givenRequest()
      const elsewhere = await givenAdmin(app.database, {
        user: rights.read | rights.create | rights.update,
        entity: 'Lyon',
      })

      for (const grant of [grantByReissue, grantByInvitation]) {
        await expect(grant(app.context, by(elsewhere), request.uid)).rejects.toMatchObject({
          code: expect.stringMatching(/KEY_ISSUER_REFUSED|KEY_GRANT_REFUSED|NOT_ALLOWED/) as string,
        })
      }
      expect(await requestOf(key, request.address)).toMatchObject({ state: 'waiting' })
      expect((await getKey(app.context.db, key.uid)).codes).toHaveLength(1)
    })

    it('and are there for those alone who look after the key', async () => {
      const { request } = await givenRequest()
      const scope = { kind: 'some' as const, ids: [entityIds.lyon] }

      await expect(getRequest(app.context.db, request.uid, scope)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      })
      expect(await listRequests(app.context.db, scope, { which: 'open', limit: 1_000 })).toEqual([])
    })
  })
})

const idsOf = ({ usersId, profilesId, entitiesId }: GivenAdmin) => ({ usersId, profilesId, entitiesId })
