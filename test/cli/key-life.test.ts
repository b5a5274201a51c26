import { givenKey } from '../support/builders'
import { runCommand } from '../support/command-line'
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

  it.each<[string, string[], number, RegExp]>([
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

  it.each(['change', 'pause', 'resume', 'revoke'])('%s says that a key is not there', async (command) => {
    const options = command === 'change' ? ['--label', 'x'] : []

    const answer = await run(command, '01900000-0000-7000-8000-000000000000', ...options)

    expect(answer.code).toBe(6)
    expect(answer.err).toContain('there is no key')
  })
})
