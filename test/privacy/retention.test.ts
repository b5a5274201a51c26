import { signInAs } from '../support/console'
import { jobs } from '../../src/work/jobs'
import { recordEvent } from '../../src/audit'
import { queueMails } from '../../src/mail'
import { issueMailboxProof, pauseKey, revokeKey } from '../../src/keys'
import { uidToBytes } from '../../src/shared/db'
import { givenKey, type GivenKey, usesOf } from '../support/builders'
import { startTestApp, type TestApp } from '../support/test-app'

const dayMs = 86_400_000
const days = (n: number) => n * dayMs

let app: TestApp
beforeEach(async () => {
  app = await startTestApp()
})
afterEach(() => app.close())

const retain = async () => {
  const job = jobs.find(({ name }) => name === 'retention')
  if (job === undefined) throw new Error('retention is not listed among the jobs')
  return job.run(app.context)
}

const rowsOf = (table: string, column: string, uid: string) =>
  app.database.sql<Record<string, unknown>>('SELECT * FROM ??.?? WHERE ?? = ?', [
    app.database.database,
    table,
    column,
    uidToBytes(uid),
  ])

const inDays = (n: number) => new Date(app.clock.now().getTime() + days(n))

async function givenPersonalKey(fields: Parameters<typeof givenKey>[1] = {}): Promise<GivenKey> {
  const key = await givenKey(app, {
    label: 'Ada Lovelace, first day',
    addresses: ['ada@example.org'],
    fields: [{ field: 'firstname', value: 'Ada', isLocked: false }],
    message: 'Dear Ada, welcome!',
    expiresAt: inDays(7),
    ...fields,
  })
  await issueMailboxProof(app.context.db, app.context, { keyUid: key.uid, address: 'ada@example.org' })
  return key
}

async function personalPartsOf({ uid }: GivenKey): Promise<string[]> {
  const [key] = await rowsOf('registration_keys', 'uid', uid)
  const found = key?.['label'] === '' ? [] : ['label']
  if (key?.['revoked_reason'] !== null) found.push('reason')
  for (const table of ['key_words', 'key_addresses', 'key_fields', 'key_messages', 'mailbox_proofs']) {
    if ((await rowsOf(table, 'key_uid', uid)).length > 0) found.push(table)
  }
  return found
}

const everything = ['label', 'key_words', 'key_addresses', 'key_fields', 'key_messages', 'mailbox_proofs']

async function register(key: GivenKey, fields: { login: string; email: string }): Promise<string> {
  const browser = app.browser()
  await browser.submit(await browser.open(key.link), fields)
  const [row] = await rowsOf('registrations', 'key_uid', key.uid)
  if (row === undefined) throw new Error('nobody registered')
  return (row['uid'] as Buffer).toString('hex')
}

describe('what keys say of people', () => {
  it('is kept until 90 days after the end of the key, and forgotten then', async () => {
    const key = await givenPersonalKey()
    app.clock.advance(days(7 + 90) - 60_000)
    await retain()
    expect(await personalPartsOf(key)).toEqual(everything)

    app.clock.advance(120_000)
    await retain()

    expect(await personalPartsOf(key)).toEqual([])
  })

  it('is forgotten 90 days after its revocation, the reason included, if that came first', async () => {
    const key = await givenPersonalKey()
    await revokeKey(app.context, { kind: 'system' }, key.uid, 'Ada does not come after all')
    app.clock.advance(days(91))

    await retain()

    expect(await personalPartsOf(key)).toEqual([])
  })

  it('is forgotten 90 days after its last use was spent, long before its end', async () => {
    const key = await givenPersonalKey({ expiresAt: inDays(360) })
    await register(key, { login: 'ada', email: 'ada@example.org' })
    app.clock.advance(days(91))

    await retain()

    expect(await personalPartsOf(key)).toEqual([])
    expect(await usesOf(app, key)).toEqual({ completed: 1, held: 0 })
  })

  it('stays while the key can still be used, however old it is, paused or not', async () => {
    const [usable, paused] = [
      await givenPersonalKey({ expiresAt: inDays(360) }),
      await givenPersonalKey({ expiresAt: undefined }),
    ]
    await pauseKey(app.context, { kind: 'system' }, paused.uid)
    app.clock.advance(days(300))

    await retain()

    expect(await personalPartsOf(usable)).toEqual(everything)
    expect(await personalPartsOf(paused)).toEqual(everything)
  })

  it('leaves the label of a key for many, which names a group', async () => {
    const key = await givenKey(app, { label: 'Trainees of autumn', maxUses: 30, expiresAt: inDays(7) })
    app.clock.advance(days(98))

    await retain()

    expect(await personalPartsOf(key)).toEqual(['label', 'key_words'])
  })

  it('is forgotten again when a key was renewed with new details and ended again', async () => {
    const key = await givenPersonalKey()
    app.clock.advance(days(98))
    await retain()
    const { database, sql } = app.database
    await sql("UPDATE ??.registration_keys SET label = 'Ada again', expires_at = ? WHERE uid = ?", [
      database,
      inDays(7),
      uidToBytes(key.uid),
    ])
    await retain()
    expect(await personalPartsOf(key)).toEqual(['label'])

    app.clock.advance(days(98))
    await retain()

    expect(await personalPartsOf(key)).toEqual([])
  })

  it('does not open a bound key to everybody when it is gone', async () => {
    const key = await givenPersonalKey()
    app.clock.advance(days(98))
    await retain()
    const { database, sql } = app.database
    await sql('UPDATE ??.registration_keys SET expires_at = ? WHERE uid = ?', [
      database,
      inDays(7),
      uidToBytes(key.uid),
    ])

    const browser = app.browser()
    await browser.submit(await browser.open(key.link), { login: 'eve', email: 'eve@example.org' })

    expect(await usesOf(app, key)).toEqual({ completed: 0, held: 0 })
  })
})

describe('who registered', () => {
  it('is known for 90 days, and from where for 30', async () => {
    const key = await givenKey(app, { maxUses: 5, expiresAt: inDays(360) })
    const uid = await register(key, { login: 'ada', email: 'ada@example.org' })
    const details = async () => {
      const [row] = await rowsOf('registration_details', 'registration_uid', uid)
      return row === undefined ? undefined : [row['login'], row['ip'] !== null, row['user_agent'] !== null]
    }

    app.clock.advance(days(29))
    await retain()
    const after29 = await details()
    app.clock.advance(days(2))
    await retain()
    const after31 = await details()
    app.clock.advance(days(60))
    await retain()

    expect([after29, after31, await details()]).toEqual([
      ['ada', true, true],
      ['ada', false, false],
      undefined,
    ])
    expect(await rowsOf('registrations', 'uid', uid)).toHaveLength(1)
    expect(await usesOf(app, key)).toEqual({ completed: 1, held: 0 })
  })

  it('is kept as long as the settings say', async () => {
    await app.close()
    app = await startTestApp({ env: { RETENTION_DETAILS: '10d', RETENTION_NETWORK: '2d' } })
    const key = await givenKey(app, { maxUses: 5, expiresAt: inDays(360) })
    const uid = await register(key, { login: 'ada', email: 'ada@example.org' })
    app.clock.advance(days(3))
    await retain()
    const [afterThree] = await rowsOf('registration_details', 'registration_uid', uid)
    app.clock.advance(days(8))
    await retain()

    expect(afterThree).toMatchObject({ login: 'ada', ip: null, user_agent: null })
    expect(await rowsOf('registration_details', 'registration_uid', uid)).toEqual([])
  })
})

describe('where administrators came from', () => {
  it('is known for 30 days; that they came stays', async () => {
    await recordEvent(app.context.db, app.context, {
      kind: 'admin.signed-in',
      actor: { kind: 'user', usersId: 5 },
      from: { ip: '192.0.2.7', userAgent: 'Test' },
    })
    const count = async (table: string) =>
      (await app.database.sql('SELECT 1 FROM ??.??', [app.database.database, table])).length
    app.clock.advance(days(29))
    await retain()
    const before = await count('event_network')
    app.clock.advance(days(2))

    await retain()

    expect([before, await count('event_network'), await count('audit_events')]).toEqual([1, 0, 1])
  })
})

describe('to whom mails went', () => {
  const to = { address: 'ada@example.org', name: 'Ada Lovelace' }
  const stateOf = async (uid: string) => {
    const [mail] = await rowsOf('outbox', 'uid', uid)
    const details = await rowsOf('outbox_details', 'outbox_uid', uid)
    return [mail?.['state'], details.length]
  }
  const queue = async (keyUid?: string, dueAt?: Date) => {
    const [uid = ''] = await queueMails(app.context.db, app.context, [
      { kind: 'reminder', to, language: 'en', keyUid, dueAt },
    ])
    return uid
  }

  it('is forgotten 90 days after they left', async () => {
    const sent = await queue()
    await app.database.sql("UPDATE ??.outbox SET state = 'sent', sent_at = ?, due_at = NULL", [
      app.database.database,
      app.clock.now(),
    ])
    app.clock.advance(days(89))
    await retain()
    const before = await stateOf(sent)
    app.clock.advance(days(2))

    await retain()

    expect([before, await stateOf(sent)]).toEqual([
      ['sent', 1],
      ['sent', 0],
    ])
  })

  it('stays while a mail waits for its day, and goes when it waited 90 days longer for a mail server', async () => {
    const ahead = await queue(undefined, inDays(200))
    const stuck = await queue()
    app.clock.advance(days(91))

    await retain()

    expect([await stateOf(ahead), await stateOf(stuck)]).toEqual([
      ['waiting', 1],
      ['withdrawn', 0],
    ])
  })

  it('goes with the details of its key', async () => {
    const key = await givenPersonalKey()
    const mail = await queue(key.uid, inDays(300))
    app.clock.advance(days(98))

    await retain()

    expect(await stateOf(mail)).toEqual(['withdrawn', 0])
  })
})

describe('what has done its work', () => {
  it('is gone within the hour', async () => {
    const key = await givenKey(app)
    await register(key, { login: 'ada', email: 'ada@example.org' })
    await signInAs(app, 'marie.curie')
    app.clock.advance(days(1))

    await retain()

    const { database, sql } = app.database
    for (const table of ['identity_mutex', 'rate_limits', 'admin_sessions']) {
      expect([table, ...(await sql('SELECT * FROM ??.??', [database, table]))]).toEqual([table])
    }
  })
})

describe('many at once', () => {
  it('are all forgotten in one run, and a second run finds nothing to do', async () => {
    const { database, sql } = app.database
    const key = await givenPersonalKey({ maxUses: 5 })
    await sql(
      `INSERT INTO ??.registration_keys (uid, label, max_uses, expires_at, created_at)
       WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 900)
       SELECT UNHEX(LPAD(HEX(i), 32, '0')), CONCAT('Person ', i), 1, ?, ? FROM n`,
      [database, app.clock.now(), app.clock.now()],
    )
    app.clock.advance(days(91))

    const first = await retain()
    const second = await retain()

    expect(first).toContain('900 keys')
    expect(second).toContain('0 keys')
    expect(await personalPartsOf(key)).toEqual(everything)
    expect(await sql("SELECT uid FROM ??.registration_keys WHERE label LIKE 'Person%'", [database])).toEqual(
      [],
    )
  })
})
