import { getKey } from '../../src/keys'
import { givenKey } from '../support/builders'
import { runCommand } from '../support/command-line'
import { keepSecret } from '../support/evidence'
import { startTestApp, type TestApp } from '../support/test-app'

describe('the life of a key on the command line', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
  })
  afterAll(() => app.close())

  const run = (...args: string[]) => runCommand(app.env, ['keys', ...args])
  const json = async (...args: string[]) =>
    JSON.parse((await run(...args, '--json')).out) as Record<string, unknown>

  it('a key is changed as far as asked for', async () => {
    const { uid } = await givenKey(app, { label: 'Before', maxUses: 3 })

    expect(await json('change', uid, '--label', 'After', '--max-uses', '20')).toMatchObject({
      label: 'After',
      maxUses: 20,
    })
    expect(await json('change', uid, '--expires-at', '2036-12-31')).toMatchObject({
      label: 'After',
      expiresAt: '2036-12-31T23:59:59.999Z',
    })
    expect(await json('change', uid, '--expires-at', 'never')).toMatchObject({ expiresAt: null })
    expect(await json('change', uid, '--expires-in', '2w', '--max-uses', 'unlimited')).toMatchObject({
      maxUses: null,
    })
  })

  it('a key is paused, resumed, and revoked with a reason', async () => {
    const { uid } = await givenKey(app)

    expect(await json('pause', uid)).toMatchObject({ state: 'paused' })
    expect(await json('resume', uid)).toMatchObject({ state: 'usable' })
    expect((await run('revoke', uid, '--reason', 'Sent to the wrong class')).out).toBe(
      `Revoked key ${uid}.\n`,
    )
    expect((await run('resume', uid)).out).toBe(`Key ${uid} is revoked, and stays so.\n`)

    const { database, sql } = app.database
    const events = await sql<{ kind: string; who: string }>(
      'SELECT kind, actor_os_user AS who FROM ??.audit_events WHERE key_uid = ? AND actor_os_user IS NOT NULL ORDER BY at',
      [database, Buffer.from(uid.replaceAll('-', ''), 'hex')],
    )
    expect(events).toEqual([
      { kind: 'key.paused', who: 'tester' },
      { kind: 'key.resumed', who: 'tester' },
      { kind: 'key.revoked', who: 'tester' },
    ])
    const [row] = await sql<{ reason: string }>(
      'SELECT revoked_reason AS reason FROM ??.registration_keys WHERE uid = ?',
      [database, Buffer.from(uid.replaceAll('-', ''), 'hex')],
    )
    expect(row?.reason).toBe('Sent to the wrong class')
  })

  it('an end given in days is the end of that day, one given in hours is exact', async () => {
    const { uid } = await givenKey(app)
    const now = Date.now()

    const { expiresAt: inDays } = await json('change', uid, '--expires-in', '3d')
    const { expiresAt: inHours } = await json('change', uid, '--expires-in', '100h')

    const day = new Date(now + 3 * 86_400_000).toISOString().slice(0, 10)
    expect(inDays).toBe(`${day}T23:59:59.999Z`)
    expect(Math.abs(Date.parse(String(inHours)) - now - 100 * 3_600_000)).toBeLessThan(60_000)
  })

  it('ends keep to the days of work, and tell nothing of the grace', async () => {
    const env = { ...app.env, WORK_DAYS: 'mon-fri', EXPIRY_GRACE: '2d', TIME_ZONE: 'Europe/Paris' }
    const { uid } = await givenKey(app)

    const spoken = await runCommand(env, ['keys', 'change', uid, '--expires-at', '2036-06-21', '--json']) // Saturday

    expect(JSON.parse(spoken.out)).toMatchObject({ expiresAt: '2036-06-23T21:59:59.999Z', graceDays: 2 })
    expect((await getKey(app.context.db, uid)).expiresAt?.toISOString()).toBe('2036-06-25T21:59:59.999Z')
    expect((await runCommand(env, ['keys', 'show', uid])).out).toContain(
      'Until    2036-06-23T21:59:59.999Z, and 2 days of grace',
    )
    const [listed] = JSON.parse(
      (await runCommand(env, ['keys', 'list', '--limit', '1', '--json'])).out,
    ) as object[]
    expect(listed).toMatchObject({ expiresAt: '2036-06-23T21:59:59.999Z', graceDays: 2 })
  })

  it('a key begins later, and at once again', async () => {
    const { uid } = await givenKey(app)
    await run('change', uid, '--expires-at', '2036-12-31')

    expect(await json('change', uid, '--not-before', '2036-06-01')).toMatchObject({
      notBefore: '2036-06-01T00:00:00.000Z',
      state: 'not-yet-valid',
    })
    expect(await json('change', uid, '--not-before', 'now')).toMatchObject({
      notBefore: null,
      state: 'usable',
    })
  })

  it('the life of a new key begins when the key does', async () => {
    expect(await json('create', '--not-before', '2036-06-01', '--expires-in', '1d')).toMatchObject({
      notBefore: '2036-06-01T00:00:00.000Z',
      expiresAt: '2036-06-02T23:59:59.999Z',
    })
  })

  it('a key is for others, and carries something else, and what is cleared is gone', async () => {
    const { uid } = await givenKey(app, {
      addresses: ['ada@example.org'],
      message: 'Hello',
      needsProof: true,
    })

    const changed = await json(
      ...['change', uid, '--email', 'grace@example.org', '--domain', 'example.org', '--account-valid', '30d'],
      ...[
        '--language',
        'fr_FR',
        '--prefill',
        'realname=Hopper',
        '--lock',
        'firstname=Grace',
        '--no-prove-address',
      ],
      ...['--as', 'marie.curie', '--clear', 'message'],
    )
    expect(changed).toMatchObject({
      emails: ['grace@example.org'],
      domains: ['example.org'],
      language: 'fr_FR',
      message: null,
      proveAddress: false,
    })
    await run('change', uid, '--prefill', 'firstname=G.', '--account-from', '2036-01-01', '--clear', 'emails')
    expect(await getKey(app.context.db, uid)).toMatchObject({
      addresses: [],
      domains: ['example.org'],
      accountValidity: { end: { kind: 'days', days: 30 } },
      fields: [
        { field: 'firstname', value: 'G.', isLocked: false },
        { field: 'realname', value: 'Hopper', isLocked: false },
      ],
    })
    expect((await run('change', uid)).code).toBe(2)
    expect((await run('change', uid, '--message', 'x', '--as', 'jean-luc.dartagnan')).code).not.toBe(0)
  })

  it('a key is renewed, by the server or by somebody who then is its issuer', async () => {
    const { uid } = await givenKey(app)

    expect((await run('renew', uid, '--expires-at', '2036-12-31')).out).toBe(`Renewed key ${uid}.\n`)
    expect(await json('renew', uid, '--max-uses', '9', '--as', 'marie.curie')).toMatchObject({
      maxUses: 9,
      expiresAt: '2036-12-31T23:59:59.999Z',
      issuer: { kind: 'user' },
    })
  })

  it('a key gets a new link, and shows what became of the old one', async () => {
    const { uid, link } = await givenKey(app)

    const spoken = await run('reissue', uid, '--overlap', '12h', '--json')
    const {
      code,
      codes,
      link: newLink,
    } = JSON.parse(spoken.out) as Record<string, string> & { codes: object[] }
    keepSecret(code ?? '')
    keepSecret((code ?? '').replaceAll('-', ''))

    expect(newLink).toMatch(/\/r\/glpi[0-9a-z]{35}$/)
    expect(newLink).not.toBe(link)
    expect(codes).toMatchObject([
      { hint: code?.slice(-4), madeBy: null, validUntil: null },
      { hint: link.slice(-4).toUpperCase(), validUntil: expect.stringMatching(/Z$/) as string },
    ])
    expect((await run('show', uid)).out).toMatch(
      new RegExp(`Before   …${link.slice(-4).toUpperCase()}, until 20`),
    )
  })

  it('a revocation is taken back', async () => {
    const { uid } = await givenKey(app)
    await run('revoke', uid)

    expect((await run('unrevoke', uid)).out).toBe(`Key ${uid} is not revoked any more.\n`)

    expect(await json('show', uid)).toMatchObject({ state: 'usable', revokedAt: null })
  })

  it.each<[string, string[], number, RegExp]>([
    ['nothing to renew', ['renew'], 2, /say how it is renewed/],
    ['no more than before', ['renew', '--max-uses', '1'], 2, /ends later, or lets more people in/],
    ['somebody who may not give it', ['renew', '--max-uses', '9', '--as', 'nobody.there'], 5, /sign in/],
    ['an overlap that is none', ['reissue', '--overlap', 'a while'], 2, /30m, 12h/],
    ['an overlap too long', ['reissue', '--overlap', '31d'], 2, /30 days at most/],
    ['a beginning that is none', ['change', '--not-before', 'soon'], 2, /not a date/],
    ['nothing to change', ['change'], 2, /say what to change/],
    ['no use at all', ['change', '--max-uses', '0'], 2, /from 1 to 5000/],
    ['a past end', ['change', '--expires-at', '2020-01-01'], 2, /past/],
    [
      'neither limit nor end',
      ['change', '--max-uses', 'unlimited', '--expires-at', 'never'],
      2,
      /have an end/,
    ],
    ['two ends', ['change', '--expires-in', '7d', '--expires-at', 'never'], 2, /cannot be used with/],
    ['a duration that is none', ['change', '--expires-in', 'a while'], 2, /30m, 12h/],
    ['a reason too long', ['revoke', '--reason', 'x'.repeat(256)], 2, /more than 255 characters/],
  ])('%s is refused', async (_, [command = '', ...options], code, says) => {
    const { uid } = await givenKey(app)

    const answer = await run(command, uid, ...options)

    expect(answer.err).toMatch(says)
    expect(answer.code).toBe(code)
  })

  it.each(['change', 'pause', 'resume', 'revoke', 'renew', 'reissue', 'unrevoke'])(
    '%s says that a key is not there',
    async (command) => {
      const options = command === 'change' ? ['--label', 'x'] : command === 'renew' ? ['--max-uses', '2'] : []

      const answer = await run(command, '01900000-0000-7000-8000-000000000000', ...options)

      expect(answer.code).toBe(6)
      expect(answer.err).toContain('there is no key')
    },
  )
})
