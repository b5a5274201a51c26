import { queueMails } from '../../src/mail'
import { makePreset } from '../../src/keys'
import { uidToBytes } from '../../src/shared/db'
import { givenKey, type GivenKey, glpiUser, usesOf } from '../support/builders'
import { runCommand } from '../support/command-line'
import { type Admin, signInAs, trySignIn } from '../support/console'
import { dumpOurs, folded } from '../support/dump'
import { fieldsOf } from '../support/forms'
import { layouts, startTestApp, type TestApp } from '../support/test-app'

const zoe = {
  login: 'zmuller77',
  firstname: 'Zoé',
  realname: 'Müller-Lüdenscheidt',
  email: 'Zoe.Mueller@example.org',
}
const address = '127.0.0.77'

/** Every form in which they could have been left behind, without case and accents. */
const forms = ['zmuller77', 'zoe', 'muller', 'ludenscheidt', 'mueller', address]

const dayMs = 86_400_000

describe.each(layouts)('erasing somebody on GLPI $line at "$base"', (layout) => {
  let app: TestApp
  let marie: Admin
  /** The one that they registered with, and one that is bound to their address and still waits for them. */
  let used: GivenKey
  let waiting: GivenKey
  let shared: GivenKey
  let many: GivenKey
  let before: Awaited<ReturnType<typeof numbers>>

  beforeAll(async () => {
    app = await startTestApp(layout)
    await app.database.sql("UPDATE ??.glpi_users SET language = 'en_GB'", [app.database.glpiDatabase])
    marie = await signInAs(app, 'marie.curie')
    await leaveTraces()
    await app.context.funnel.flush()
    before = await numbers()
  })
  afterAll(() => app.close())

  const { email, firstname, realname } = zoe
  const fullName = `${firstname} ${realname}`
  const run = (...args: string[]) => runCommand(app.env, ['privacy', ...args], { clock: app.clock })
  const sql = <Row>(statement: string, bindings: unknown[] = []) =>
    app.database.sql<Row>(statement.replaceAll('OURS', app.database.database), bindings)

  /** All that somebody leaves behind on their way through the product, by the doors. */
  async function leaveTraces(): Promise<void> {
    used = await givenKey(app, {
      label: `For ${fullName}`,
      addresses: [email],
      fields: [
        { field: 'firstname', value: firstname, isLocked: false },
        { field: 'realname', value: realname, isLocked: true },
      ],
      message: `Dear ${firstname}, welcome!`,
    })
    waiting = await givenKey(app, {
      label: `Second try, ${realname}`,
      addresses: [email.toLowerCase()],
      maxUses: 3,
    })
    shared = await givenKey(app, { label: 'Two of us', addresses: [email, 'other@example.org'], maxUses: 2 })
    many = await givenKey(app, { label: 'Trainees', maxUses: 10 })

    await queueMails(app.context.db, app.context, [
      { kind: 'invitation', to: { address: email, name: fullName }, language: 'en', keyUid: used.uid },
      {
        kind: 'reminder',
        to: { address: email },
        language: 'en',
        keyUid: shared.uid,
        dueAt: new Date(app.clock.now().getTime() + 5 * dayMs),
      },
    ])

    const browser = app.browser({ address })
    await browser.get('/r/glpi-no-such-code')
    const page = await browser.open(used.link)
    await browser.submit(page, { ...zoe, password: 'short' })
    await browser.submit(page, { ...zoe, login: '' })
    const done = await browser.submit(page, zoe)
    expect(done.path).toMatch(/^\/done/)
    await trySignIn(browser, zoe.login, 'a wrong password')
    await trySignIn(browser, email, 'a wrong password')
    await trySignIn(browser, zoe.login, samplePasswordOf(zoe.login))

    // Administrators write names where they like.
    const terms = fieldsOf(await marie.get(`/keys/${many.uid}`), '/terms')
    await marie.post(`/keys/${many.uid}/terms`, {
      ...terms,
      label: `Team of ${realname.toUpperCase()}, ${firstname}`,
    })
    const batch = fieldsOf(await marie.get('/batches/new'), '/batches/preview')
    const preview = await marie.post('/batches/preview', {
      ...batch,
      label: `Friends of ${fullName}`,
      people: `${fullName} <${email}>\nAda Lovelace <ada@example.org>`,
    })
    const made = await marie.post('/batches', fieldsOf(preview, '/batches'), { showsCode: true })
    const batchUid = /batches\/([0-9a-f-]{36})\//.exec(made.text)?.[1] ?? ''
    await marie.post(`/batches/${batchUid}/csv`, {}, { showsCode: true })
    const ended = await givenKey(app, { maxUses: 5 })
    await marie.post(`/keys/${ended.uid}/revocation`, { reason: `${fullName} asked for it (${zoe.login})` })
    await makePreset(
      app.context,
      {
        actor: { kind: 'system' },
        issuer: { kind: 'system' },
        scope: { kind: 'all' },
        mayMake: true,
        mayUpdate: true,
      },
      {
        name: `Like ${fullName}`,
        terms: {
          grant: {
            authorisations: [{ profilesId: 1, entitiesId: 0, isRecursive: true }],
            groupIds: [],
            usertitlesId: 0,
            usercategoriesId: 0,
            locationsId: 0,
          },
          maxUses: 3,
          life: { days: 7 },
          label: `After ${fullName}`,
          domains: [],
          needsProof: false,
          needsApproval: false,
          sharesInviter: true,
          form: {},
          fields: [{ field: 'email', value: email, isLocked: false }],
          message: `Ask ${fullName}, ${email}`,
          send: false,
        },
      },
    )
  }

  const samplePasswordOf = (login: string) => `not the password of ${login}`

  /** What has to stay: counters, the funnel, and the record. */
  const numbers = async () => ({
    keys: await sql(
      'SELECT uid, max_uses, uses_completed, uses_held FROM OURS.registration_keys ORDER BY uid',
    ),
    registrations: await sql('SELECT uid, key_uid, state, users_id FROM OURS.registrations ORDER BY uid'),
    funnel: await sql('SELECT * FROM OURS.key_funnel ORDER BY key_uid, step, reason'),
    mails: await sql('SELECT uid, kind FROM OURS.outbox ORDER BY uid'),
    record: await sql<{ uid: Buffer }>('SELECT * FROM OURS.audit_events ORDER BY uid'),
  })

  const tracesIn = (places: readonly { name: string; text: string }[]) =>
    places.flatMap(({ name, text }) =>
      forms.filter((form) => folded(text).includes(form)).map((form) => `${name}: ${form}`),
    )

  it('finds them everywhere to begin with', async () => {
    const places = new Set(tracesIn(await dumpOurs(app.database)).map((trace) => trace.split(':')[0]))

    expect(Array.from(places).sort()).toEqual([
      'batches.label',
      'event_network.ip',
      'identity_mutex.value',
      'key_addresses.address',
      'key_fields.value',
      'key_messages.message',
      'key_words.word',
      'outbox_details.address',
      'outbox_details.name',
      'presets.name',
      'presets.terms',
      'registration_details.email',
      'registration_details.ip',
      'registration_details.login',
      'registration_keys.label',
      'registration_keys.revoked_reason',
    ])
  })

  it('gives out all of it, and writes down that it did', async () => {
    const { code, out } = await run('export', '--email', email, '--json')
    const file = JSON.parse(out) as Record<string, Record<string, unknown>[]>

    expect(code).toBe(0)
    expect(file).toMatchObject({
      knownBy: { logins: [zoe.login] },
      glpiAccounts: [{ login: zoe.login }],
      registrations: [{ login: zoe.login, email, ip: address, keyUid: used.uid }],
    })
    expect(file['mails']).toHaveLength(3)
    expect(file['keys']?.map((key) => key['uid'])).toEqual(
      expect.arrayContaining([used.uid, waiting.uid, shared.uid]),
    )
    expect(file['texts']?.map((text) => text['in'])).toEqual(
      expect.arrayContaining([
        'registration_keys.label',
        'registration_keys.revoked_reason',
        'batches.label',
      ]),
    )
    expect(out).not.toMatch(/\$argon2|\$2y|hash/)
  })

  it('is found by login as by address', async () => {
    const [byEmail, byLogin] = [
      await run('export', '--email', email.toUpperCase()),
      await run('export', '--login', zoe.login),
    ]

    expect(byLogin.code).toBe(0)
    expect(byLogin.out.split('\n').slice(1)).toEqual(byEmail.out.split('\n').slice(1))
  })

  it('shows first what would go, and erases nothing', async () => {
    const { code, out } = await run('erase', '--email', email, '--dry-run', '--json')

    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      erased: false,
      registrations: [expect.any(String)],
      mails: 3,
    })
    expect((JSON.parse(out) as { keysToRevoke: string[] }).keysToRevoke).toContain(waiting.uid)
    expect(tracesIn(await dumpOurs(app.database)).length).toBeGreaterThan(10)
  })

  it('erases nothing while keys for them alone would have to be revoked and nobody said so', async () => {
    const { code, err } = await run('erase', '--email', email)

    expect(code).toBe(2)
    expect(err).toContain('--revoke-keys')
    expect(tracesIn(await dumpOurs(app.database)).length).toBeGreaterThan(10)
  })

  describe('once it is done', () => {
    let erased: Awaited<ReturnType<typeof run>>
    beforeAll(async () => {
      erased = await run('erase', '--email', email, '--revoke-keys', '--json')
    })

    it('says what was erased, by numbers and ids', () => {
      expect(erased.code).toBe(0)
      expect(JSON.parse(erased.out)).toMatchObject({ erased: true, mails: 3 })
      expect(tracesIn([{ name: 'the answer', text: erased.out }])).toEqual([])
    })

    it('leaves no trace in any column of our database', async () => {
      expect(tracesIn(await dumpOurs(app.database))).toEqual([])
    })

    it('leaves no trace in what was logged from the start', () => {
      expect(app.log.length).toBeGreaterThan(20)
      expect(tracesIn([{ name: 'the log', text: app.log.join('') }])).toEqual([])
    })

    it('leaves the counters, the funnel and the record as they were, and adds to the record', async () => {
      const after = await numbers()

      expect(after).toMatchObject({ ...before, record: expect.any(Array) as unknown })
      const known = new Set(before.record.map(({ uid }) => uid.toString('hex')))
      expect(after.record.filter(({ uid }) => known.has(uid.toString('hex')))).toEqual(before.record)
      const [last] = await sql<{ kind: string; details: string; actor_os_user: string }>(
        'SELECT kind, details, actor_os_user FROM OURS.audit_events ORDER BY uid DESC LIMIT 1',
      )
      expect(last).toMatchObject({ kind: 'details.erased', actor_os_user: 'tester' })
      expect(JSON.parse(last?.details ?? '')).toMatchObject({ registrations: 1, mails: 3 })
    })

    it('has ended the key that waited for them, and left to others what is theirs', async () => {
      const [ended] = await sql<{ revoked_at: Date | null }>(
        'SELECT revoked_at FROM OURS.registration_keys WHERE uid = ?',
        [uidToBytes(waiting.uid)],
      )
      expect(ended?.revoked_at).toBeInstanceOf(Date)

      const stranger = app.browser()
      await stranger.submit(await stranger.open(shared.link), { email: 'eve@example.org' })
      expect(await usesOf(app, shared)).toEqual({ completed: 0, held: 0 })
      const other = app.browser()
      await other.submit(await other.open(shared.link), { email: 'other@example.org' })
      expect(await usesOf(app, shared)).toEqual({ completed: 1, held: 0 })
    })

    it('has left the label of a key for many, but for the name', async () => {
      const rows = await sql<{ label: string }>('SELECT label FROM OURS.registration_keys WHERE uid = ?', [
        uidToBytes(many.uid),
      ])
      expect(rows).toEqual([{ label: 'Team of ***' }])
      const found = await marie.get('/keys?search=team')
      expect(found.text).toContain(many.uid)
    })

    it('leaves GLPI alone, and says where to go there', async () => {
      expect(await glpiUser(app, zoe.login)).toMatchObject({ is_active: 1, is_deleted: 0 })
      const { out } = await run('erase', '--login', zoe.login)
      expect(out).toContain('Delete permanently')
    })

    it('leaves no trace in what the console exports, once GLPI has deleted the account, too', async () => {
      await app.database.sql('DELETE FROM ??.glpi_users WHERE name = ?', [
        app.database.glpiDatabase,
        zoe.login,
      ])

      const exports = [await marie.get('/keys.csv'), await marie.get('/audit.csv')]

      expect(exports.map(({ status }) => status)).toEqual([200, 200])
      expect(tracesIn(exports.map(({ text }, at) => ({ name: `export ${at}`, text })))).toEqual([])
    })

    it('withdrew the mails that waited, and nobody else’s', async () => {
      const mails = await sql<{ kind: string; address: string }>(
        `SELECT o.kind, d.address FROM OURS.outbox o LEFT JOIN OURS.outbox_details d ON d.outbox_uid = o.uid
         WHERE o.state = 'waiting'`,
      )
      expect(mails).toEqual([{ kind: 'welcome', address: 'other@example.org' }])
    })
  })
})

describe('who is meant', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
  })
  afterAll(() => app.close())

  const run = (...args: string[]) => runCommand(app.env, ['privacy', ...args], { clock: app.clock })

  it('has to be said', async () => {
    expect(await run('erase')).toMatchObject({ code: 2, out: '' })
    expect(await run('export', '--email', ' ')).toMatchObject({ code: 2, out: '' })
  })

  it('may be somebody of whom nothing is kept', async () => {
    const { code, out } = await run('erase', '--email', 'nobody@example.org')

    expect(code).toBe(0)
    expect(out).toContain('Erased: 0 registration(s)')
  })

  it('is nobody of GLPI when several accounts share the address', async () => {
    const { glpiDatabase, sql } = app.database
    await sql(
      "INSERT INTO ??.glpi_useremails (users_id, email, is_default) SELECT id, 'team@example.org', 0 FROM ??.glpi_users WHERE name IN ('marie.curie', 'paul.langevin')",
      [glpiDatabase, glpiDatabase],
    )
    const key = await givenKey(app, { label: 'Like Marie Curie', maxUses: 9 })

    const { out } = await run('erase', '--email', 'team@example.org', '--json')

    const answer = JSON.parse(out) as { glpiAccounts: number[]; sharedBy: number[]; texts: number }
    expect([answer.glpiAccounts.length, answer.sharedBy.length, answer.texts]).toEqual([0, 2, 0])
    const [row] = await app.database.sql('SELECT label FROM ??.registration_keys WHERE uid = ?', [
      app.database.database,
      uidToBytes(key.uid),
    ])
    expect(row).toEqual({ label: 'Like Marie Curie' })
  })

  it('is not whoever has their number in GLPI since', async () => {
    const { glpiDatabase, database, sql } = app.database
    const key = await givenKey(app)
    const browser = app.browser()
    await browser.submit(await browser.open(key.link), { login: 'gone.by.now', email: 'gone@example.org' })
    await sql(
      "UPDATE ??.glpi_users SET name = 'somebody.else', realname = 'Else', firstname = 'Somebody' WHERE name = 'gone.by.now'",
      [glpiDatabase],
    )
    await sql("UPDATE ??.glpi_useremails SET email = 'else@example.org' WHERE email = 'gone@example.org'", [
      glpiDatabase,
    ])
    await givenKey(app, { label: 'Somebody Else', maxUses: 9 })

    const { out } = await run('erase', '--email', 'gone@example.org', '--json')

    expect(JSON.parse(out)).toMatchObject({ registrations: [expect.any(String)], glpiAccounts: [] })
    expect(
      await sql("SELECT 1 AS one FROM ??.registration_keys WHERE label = 'Somebody Else'", [database]),
    ).toHaveLength(1)
  })
})
