import { randomUUID } from 'node:crypto'
import type { SampleLine } from '../../src/demo/sample-glpi'
import type { Issuer } from '../../src/glpi'
import { changeKey, pauseKey, readMailboxProof, reissueKey, renewKey, revokeKey } from '../../src/keys'
import type { ComposedMail, MailKind, NotComposedReason, QueuedMail } from '../../src/mail'
import { redeemKey } from '../../src/registration/redeem-key'
import { uidToBytes } from '../../src/shared/db'
import { createComposer } from '../../src/work/compose-mail'
import { givenAdmin, keeperOf, rights } from '../support/admins'
import { type GivenKey, givenKey } from '../support/builders'
import { emptyTables } from '../support/empty-tables'
import { startTestApp, type TestApp, type TestAppOptions } from '../support/test-app'
import { createTestDatabase, type TestDatabase } from '../support/test-database'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const irene = 'irene@example.org'
const system = { actor: { kind: 'system' as const }, issuer: { kind: 'system' as const }, mayMake: true }

let databases: Record<SampleLine, TestDatabase>
let app: TestApp
beforeAll(async () => {
  databases = { '10.0': await createTestDatabase('10.0'), '11.0': await createTestDatabase('11.0') }
})
afterAll(() => Promise.all(Object.values(databases).map((database) => database.close())))
afterEach(async () => {
  await app.close()
  await putBack(app.database)
})

/** Nothing of ours, and GLPI's people as they were. */
async function putBack(database: TestDatabase): Promise<void> {
  const { glpiDatabase, sql } = database
  await emptyTables(database, [
    'registration_keys',
    'key_codes',
    'registrations',
    'registration_details',
    'pending_accounts',
    'identity_mutex',
  ])
  const joined = ['irene', 'eve', 'frederic']
  await sql('DELETE FROM ??.glpi_users WHERE name IN (?)', [glpiDatabase, joined])
  await sql('DELETE FROM ??.glpi_useremails WHERE email IN (?)', [
    glpiDatabase,
    joined.map((login) => `${login}@example.org`),
  ])
  await sql(
    "UPDATE ??.glpi_users SET realname = 'Curie', is_active = 1, is_deleted = 0 WHERE name = 'marie.curie'",
    [glpiDatabase],
  )
}

async function start(options: TestAppOptions = {}): Promise<void> {
  app = await startTestApp({
    ...options,
    database: databases[options.line ?? '10.0'],
    env: { TIME_ZONE: 'Europe/Paris', INSTANCE_NAME: 'Example Helpdesk', ...options.env },
  })
}

const inMs = (ms: number): Date => new Date(app.clock.now().getTime() + ms)

function mail(kind: MailKind, about: Partial<QueuedMail> = {}): QueuedMail {
  return {
    uid: randomUUID(),
    kind,
    to: { address: irene },
    language: 'en',
    keyUid: undefined,
    registrationUid: undefined,
    askedBy: undefined,
    facts: {},
    sealedCode: undefined,
    createdAt: app.clock.now(),
    ...about,
  }
}

const compose = (...asked: Parameters<typeof mail>) => createComposer(app.context)(mail(...asked))

async function composed(...asked: Parameters<typeof mail>): Promise<ComposedMail> {
  const composition = await compose(...asked)
  if ('withdraw' in composition) throw new Error(`withdrawn: ${composition.withdraw}`)
  return composition.send
}

const about = ({ uid }: GivenKey, more: Partial<QueuedMail> = {}): Partial<QueuedMail> => ({
  keyUid: uid,
  ...more,
})

function pass8Days(): Promise<void> {
  app.clock.advance(8 * dayMs)
  return Promise.resolve()
}

async function expectToWait(why: NotComposedReason, ...asked: Parameters<typeof mail>): Promise<void> {
  await expect(compose(...asked)).rejects.toMatchObject({ why })
}

async function usersIdOf(login: string): Promise<number> {
  const { glpiDatabase, sql } = app.database
  const [row] = await sql<{ id: number }>('SELECT id FROM ??.glpi_users WHERE name = ?', [
    glpiDatabase,
    login,
  ])
  return row?.id ?? 0
}

const marie = async (): Promise<Issuer> => ({
  kind: 'user',
  usersId: await usersIdOf('marie.curie'),
  profilesId: 4,
  entitiesId: 0,
})

/** Irène, or somebody else, has joined with this key. @returns her registration */
async function join({ code }: GivenKey, login = 'irene'): Promise<string> {
  const { uid } = await redeemKey(app.context, {
    code,
    submitToken: randomUUID(),
    openedAt: app.clock.now(),
    form: {
      login,
      firstname: 'Irène',
      realname: 'Joliot & <Curie>',
      email: `${login}@example.org`,
      password: 'polonium and radium in a shed',
    },
  })
  return uid
}

describe('an invitation', () => {
  it('brings a link that proves the mailbox it was mailed to, with a new secret each time', async () => {
    await start()
    const key = await givenKey(app, { addresses: [irene] })

    const texts = [await composed('invitation', about(key)), await composed('invitation', about(key))]

    const secrets = texts.map(({ text, html }) => {
      const [link = '', secret = ''] = new RegExp(`${key.link}/([0-9a-z]{26})`).exec(text) ?? []
      expect(html).toContain(`href="${link}"`)
      return secret
    })
    expect(new Set(secrets).size).toBe(2)
    for (const secret of secrets) {
      expect(await readMailboxProof(app.context.db, { keyUid: key.uid, secret })).toBe(irene)
    }
  })

  it.each<SampleLine>(['10.0', '11.0'])(
    'names the inviter as GLPI %s does, who gets the answers',
    async (line) => {
      await start({ line })
      const issuer = await marie()
      const { glpiDatabase, sql } = app.database
      await sql('UPDATE ??.glpi_users SET realname = ? WHERE name = ?', [
        glpiDatabase,
        line === '10.0' ? 'Curie &#38; Co' : 'Curie & Co',
        'marie.curie',
      ])
      const key = await givenKey(app, { issuer, message: 'See you\n<on Monday>' })

      const sent = await composed(
        'invitation',
        about(key, { language: 'fr', to: { address: irene, name: 'Irène\u202e' } }),
      )

      expect(sent).toMatchObject({
        to: { address: irene, name: 'Irène' },
        replyTo: { address: 'marie.curie@example.org', name: 'Marie Curie & Co' },
        subject: 'Marie Curie & Co vous invite à rejoindre Example Helpdesk',
      })
      expect(sent.text).toContain('Marie Curie & Co vous écrit\u00a0:\n\n> See you\n> <on Monday>')
      expect(sent.html).toContain('See you<br>&lt;on Monday&gt;')
    },
  )

  it('of the server names nobody, and answers go to where it comes from', async () => {
    await start()

    const { subject, replyTo } = await composed('invitation', about(await givenKey(app)))

    expect([subject, replyTo]).toEqual(['Your invitation to Example Helpdesk', undefined])
  })

  it('names an inviter who has no address any more, but no address', async () => {
    await start()
    const { usersId, profilesId, entitiesId } = await givenAdmin(app.database, { user: rights.create })
    const key = await givenKey(app, { issuer: { kind: 'user', usersId, profilesId, entitiesId } })

    const { subject, replyTo } = await composed('invitation', about(key))

    expect(subject).toMatch(/^admin-\w+ invites you/)
    expect(replyTo).toBeUndefined()
  })

  it('states the end that was promised, without the days of grace', async () => {
    await start()
    const key = await givenKey(app, { expiresAt: new Date('2100-12-03T22:59:59.999Z'), graceDays: 2 })

    expect((await composed('invitation', about(key))).text).toContain(
      'until Wednesday 1 December 2100, 23:59 (Europe/Paris)',
    )
  })

  it('says from when it can be used when that is later', async () => {
    await start()
    const key = await givenKey(app, {
      notBefore: new Date('2100-11-30T23:00:00Z'),
      expiresAt: new Date('2100-12-24T17:00:00Z'),
    })

    expect((await composed('invitation', about(key))).text).toContain(
      'from Wednesday 1 December 2100, 00:00 (Europe/Paris), until Friday 24 December 2100, 18:00 (Europe/Paris)',
    )
  })

  it('says whom to ask', async () => {
    await start({ env: { SUPPORT_CONTACT: 'Call 01 23 45 67 89.' } })

    expect((await composed('invitation', about(await givenKey(app)))).text).toContain('Call 01 23 45 67 89.')
  })
})

describe('an invitation is taken back when its key', () => {
  it.each<[why: string, spoil: (key: GivenKey) => Promise<unknown>]>([
    ['revoked', ({ uid }) => revokeKey(app.context, system.actor, uid)],
    ['expired', pass8Days],
    ['used-up', (key) => join(key)],
  ])('is %s', async (why, spoil) => {
    await start()
    const key = await givenKey(app)
    await spoil(key)

    for (const kind of ['invitation', 'reissued'] as const) {
      expect(await compose(kind, about(key, { to: { address: 'eve@example.org' } }))).toEqual({
        withdraw: why,
      })
    }
  })

  it('was used by whom it is to', async () => {
    await start()
    const key = await givenKey(app, { maxUses: 2 })
    await join(key)

    const asked = about(key, { to: { address: irene.toUpperCase() } })

    expect(await compose('invitation', asked)).toEqual({ withdraw: 'joined' })
    expect(await compose('invitation', about(key, { to: { address: 'eve@example.org' } }))).toHaveProperty(
      'send',
    )
  })
})

describe('an invitation waits', () => {
  it('while its key is paused', async () => {
    await start()
    const key = await givenKey(app)
    await pauseKey(app.context, system.actor, key.uid)

    await expectToWait('paused', 'invitation', about(key))
  })

  it('while whoever opened it would be turned away', async () => {
    await start()
    const key = await givenKey(app, { issuer: await marie() })
    const { glpiDatabase, sql } = app.database
    await sql('UPDATE ??.glpi_users SET is_active = 0 WHERE name = ?', [glpiDatabase, 'marie.curie'])

    await expectToWait('would-be-refused', 'invitation', about(key))
  })

  it('for the key ring, and says which remedy there is', async () => {
    await start()
    const key = await givenKey(app)
    const sent = createComposer({ ...app.context, keyRing: undefined })(mail('invitation', about(key)))

    await expect(sent).rejects.toMatchObject({
      why: 'no-key-ring',
      message: expect.stringContaining('glpi-invite doctor') as string,
    })
  })

  it('for a code that another ring sealed, or none', async () => {
    await start()
    const key = await givenKey(app)
    const { database, sql } = app.database
    await sql('UPDATE ??.key_codes SET sealed = ?', [database, Buffer.alloc(80, 1)])
    await expectToWait('other-key-ring', 'invitation', about(key))

    await sql('UPDATE ??.key_codes SET sealed = NULL', [database])
    await expectToWait('no-code', 'invitation', about(key))
  })
})

describe('where codes are kept nowhere', () => {
  it('the mail brings its own, unless the key was reissued since', async () => {
    await start({ env: { KEYRING_FILE: 'off' } })
    const key = await givenKey(app)
    const code = key.code.replaceAll('-', '')
    const sealedCode = Buffer.from(app.context.sealer.seal('mail', code))

    expect((await composed('invitation', about(key, { sealedCode }))).text).toContain(
      `/r/${code.toLowerCase()}/`,
    )

    await reissueKey(app.context, system, key.uid, { overlapMs: 0 })
    expect(await compose('invitation', about(key, { sealedCode }))).toEqual({ withdraw: 'reissued' })
  })
})

describe('a new link', () => {
  it.each<[overlapMs: number, said: RegExp]>([
    [0, /The link you had before no longer works\./],
    [24 * hourMs, /The link you had before still works until .+ \(Europe\/Paris\)\./],
  ])('with an overlap of %i ms says what becomes of the old one', async (overlapMs, said) => {
    await start()
    const key = await givenKey(app)
    const { code } = await reissueKey(app.context, system, key.uid, { overlapMs })

    const { text } = await composed('reissued', about(key))

    expect(text).toMatch(said)
    expect(text).toContain(`/r/${code.normalForm.toLowerCase()}/`)
    expect(text).not.toContain(key.link)
  })
})

describe('a reminder', () => {
  it('names the day of the end, and is taken back when the key was renewed, used or paused', async () => {
    await start()
    const key = await givenKey(app, { expiresAt: inMs(47 * hourMs) })
    expect((await composed('reminder', about(key))).subject).toMatch(
      /^Your invitation to Example Helpdesk ends on \w+day \d/,
    )

    await pauseKey(app.context, system.actor, key.uid)
    expect(await compose('reminder', about(key))).toEqual({ withdraw: 'paused' })

    const renewed = await givenKey(app, { expiresAt: inMs(47 * hourMs) })
    await renewKey(app.context, system, renewed.uid, { expiresAt: inMs(9 * dayMs) })
    expect(await compose('reminder', about(renewed))).toEqual({ withdraw: 'renewed' })

    const used = await givenKey(app, { expiresAt: inMs(47 * hourMs) })
    await join(used)
    expect(await compose('reminder', about(used))).toEqual({ withdraw: 'used-up' })
  })

  it('is not sent within the days of grace', async () => {
    await start()
    const key = await givenKey(app, { expiresAt: inMs(20 * hourMs), graceDays: 1 })

    expect(await compose('reminder', about(key))).toEqual({ withdraw: 'expired' })
  })
})

describe('the confirmation of an address', () => {
  async function givenHold(key: GivenKey): Promise<string> {
    const uid = randomUUID()
    const { database, sql } = app.database
    await sql(
      `INSERT INTO ??.registrations (uid, key_uid, submit_token, state, created_at, hold_until)
       VALUES (?, ?, ?, 'awaiting-confirmation', ?, '2100-12-01 11:00:00')`,
      [database, uidToBytes(uid), uidToBytes(key.uid), uidToBytes(randomUUID()), app.clock.now()],
    )
    await sql(
      `INSERT INTO ??.pending_accounts (registration_uid, login, email, form, password_hash) VALUES (?, 'irene', ?, '{}', '')`,
      [database, uidToBytes(uid), irene],
    )
    return uid
  }

  it('brings a link, and says until when it works', async () => {
    await start()
    const key = await givenKey(app)
    const registrationUid = await givenHold(key)

    const { text } = await composed('confirmation', about(key, { registrationUid }))

    expect(text).toMatch(new RegExp(`${app.url}/confirm/[0-9a-z]{26}\n`))
    expect(text).toContain('until Wednesday 1 December 2100, 12:00 (Europe/Paris)')
  })

  it('is taken back when the hold was given back, or another address is waited for', async () => {
    await start()
    const key = await givenKey(app)
    const registrationUid = await givenHold(key)
    const to = { address: 'eve@example.org' }
    expect(await compose('confirmation', about(key, { registrationUid, to }))).toEqual({
      withdraw: 'hold-ended',
    })

    const { database, sql } = app.database
    await sql("UPDATE ??.registrations SET state = 'released'", [database])
    expect(await compose('confirmation', about(key, { registrationUid }))).toEqual({ withdraw: 'hold-ended' })
  })
})

describe('the welcome', () => {
  it.each<SampleLine>(['10.0', '11.0'])(
    'tells the login, where to sign in and until when, on GLPI %s',
    async (line) => {
      await start({ line, env: { SUPPORT_CONTACT: 'helpdesk@example.org' } })
      const key = await givenKey(app)
      const registrationUid = await join(key)
      const { glpiDatabase, sql } = app.database
      await sql("UPDATE ??.glpi_users SET end_date = '2037-05-31 21:59:59' WHERE name = 'irene'", [
        glpiDatabase,
      ])

      const { text } = await composed('welcome', about(key, { registrationUid }))

      expect(text).toContain('Your login: irene\n')
      expect(text).toContain('Where to sign in: https://helpdesk.example.org\n')
      expect(text).toContain('Your account ends on: Sunday 31 May 2037, 23:59 (Europe/Paris)')
      expect(text).toContain('helpdesk@example.org')
    },
  )

  it('is not sent after a week, nor to whom GLPI has no more', async () => {
    await start()
    const key = await givenKey(app)
    const registrationUid = await join(key)
    const asked = about(key, { registrationUid, createdAt: inMs(-8 * dayMs) })
    expect(await compose('welcome', asked)).toEqual({ withdraw: 'too-late' })
    expect(await compose('joined', asked)).toEqual({ withdraw: 'too-late' })

    const { glpiDatabase, sql } = app.database
    await sql("UPDATE ??.glpi_users SET is_deleted = 1 WHERE name = 'irene'", [glpiDatabase])
    expect(await compose('welcome', about(key, { registrationUid }))).toEqual({ withdraw: 'account-gone' })
  })

  it('tells somebody who has an account already under which login', async () => {
    await start()
    const to = { address: 'marie.curie@example.org', usersId: await usersIdOf('marie.curie') }

    const { text } = await composed('account-exists', { to })

    expect(text).toContain('Your login: marie.curie\n')
  })
})

describe('mails to whom answers for keys', () => {
  const pageOf = ({ uid }: GivenKey) => `${app.url}/console/keys/${uid}`

  it.each<SampleLine>(['10.0', '11.0'])('tell who has joined, as GLPI %s has them', async (line) => {
    await start({ line })
    const key = await givenKey(app, { label: 'Radium', maxUses: 3 })
    const registrationUid = await join(key)

    const { subject, text } = await composed('joined', about(key, { registrationUid }))

    expect(subject).toBe('Irène Joliot & <Curie> has joined Example Helpdesk')
    expect(text).toContain('Key: Radium\nUsed: 1 of 3\n')
    expect(text).toContain(pageOf(key))
  })

  it('tell at the end of a day who has joined with any of their keys for several', async () => {
    await start()
    const issuer = await marie()
    const key = await givenKey(app, { label: 'Radium', maxUses: 3, issuer })
    const facts = { from: inMs(-hourMs).toISOString(), to: inMs(hourMs).toISOString() }
    const to = { address: 'marie.curie@example.org', usersId: await usersIdOf('marie.curie') }
    expect(await compose('joined', { to, facts })).toEqual({ withdraw: 'account-gone' })
    await join(key)
    await join(await givenKey(app, { label: 'Of the server', maxUses: 3 }), 'eve')
    expect((await composed('joined', { to, facts })).subject).toBe(
      'Irène Joliot & <Curie> has joined Example Helpdesk',
    )
    await join(key, 'frederic')

    const { subject, text } = await composed('joined', { to, facts })

    expect(subject).toBe('2 people have joined Example Helpdesk')
    expect(text).toMatch(/Login: irene\n[^]*Key: Radium\n[^]*Login: frederic\n/)
    expect(text).not.toMatch(/eve|Of the server/)
    expect(text).toContain(`${app.url}/console/keys?issuer=${to.usersId}\n`)
  })

  it('list what ended unused, without what was used or renewed since', async () => {
    await start()
    const keys = [
      await givenKey(app, { label: 'Radium', addresses: [irene] }),
      await givenKey(app, { label: 'Polonium', expiresAt: inMs(30 * dayMs) }),
      await givenKey(app, { label: 'Thorium', maxUses: 2 }),
    ]
    const [radium, , thorium] = keys
    if (thorium !== undefined) await join(thorium)
    app.clock.advance(8 * dayMs)

    const { subject, text } = await composed('lapsed', { facts: { keyUids: keys.map(({ uid }) => uid) } })

    expect(subject).toBe('Nobody used the invitation “Radium”')
    expect(text).toContain(`Invited: ${irene}`)
    expect(text).toContain(radium === undefined ? 'Radium' : pageOf(radium))
    expect(text).not.toMatch(/Polonium|Thorium/)
  })

  it('say nothing when nothing is left to say', async () => {
    await start()
    const key = await givenKey(app)

    for (const kind of ['lapsed', 'key-in-trouble'] as const)
      expect(await compose(kind, about(key))).toEqual({ withdraw: 'no-keys-left' })
    await revokeKey(app.context, system.actor, key.uid)
    expect(await compose('keys-ending', about(key))).toEqual({ withdraw: 'no-keys-left' })
  })

  it('list what ends soon, with what is left, and count what they do not name', async () => {
    await start()
    const key = await givenKey(app, {
      label: 'Radium',
      maxUses: 3,
      expiresAt: new Date('2100-12-01T22:59:59.999Z'),
    })
    await join(key)

    const { subject, text } = await composed('keys-ending', { facts: { keyUids: [key.uid], total: 80 } })

    expect(subject).toBe('Example Helpdesk: 80 keys end soon')
    expect(text).toContain(
      `* Radium\n  Ends on Wednesday 1 December 2100, 23:59 (Europe/Paris)\n  2 uses left\n  ${pageOf(key)}\n\nAnd 79 more.`,
    )
    expect(text).toContain(`${app.url}/console/keys?state=usable&sort=ends-first\n`)
  })

  it('tell what is wrong with a key as long as it is', async () => {
    await start()
    const key = await givenKey(app, { label: 'Radium', issuer: await marie() })
    const { glpiDatabase, sql } = app.database
    await sql('UPDATE ??.glpi_users SET is_active = 0 WHERE name = ?', [glpiDatabase, 'marie.curie'])

    const { text } = await composed('key-in-trouble', { facts: { keyUids: [key.uid] } })
    expect(text).toContain('Whoever answers for this key can no longer sign in to GLPI.')
    expect(text).toContain('transfer it to somebody else')

    await sql('UPDATE ??.glpi_users SET is_active = 1 WHERE name = ?', [glpiDatabase, 'marie.curie'])
    expect(await compose('key-in-trouble', about(key))).toEqual({ withdraw: 'no-keys-left' })
  })

  it('tell that an issuer is gone, while there are keys, and while they are', async () => {
    await start()
    const issuerId = await usersIdOf('marie.curie')
    const facts = { issuerId }
    expect(await compose('issuer-gone', { facts })).toEqual({ withdraw: 'issuer-back' })
    const key = await givenKey(app, { issuer: await marie() })
    const { glpiDatabase, sql } = app.database
    await sql('UPDATE ??.glpi_users SET is_deleted = 1 WHERE name = ?', [glpiDatabase, 'marie.curie'])

    const { text } = await composed('issuer-gone', { facts })
    expect(text).toContain('Marie Curie')
    expect(text).toContain('1 key that could otherwise be used is refused')
    expect(text).toContain(`${app.url}/console/keys?issuer=${issuerId}\n`)

    await changeKey(
      app.context,
      keeperOf(await givenAdmin(app.database, { user: 7 }), { mayMake: true }),
      key.uid,
      {
        expiresAt: inMs(hourMs),
      },
    )
    app.clock.advance(2 * hourMs)
    expect(await compose('issuer-gone', { facts })).toEqual({ withdraw: 'no-keys-left' })
  })
})
