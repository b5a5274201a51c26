import { givenKey } from '../support/builders'
import { runCommand } from '../support/command-line'
import { markMail, outboxOf } from '../support/outbox'
import { startTestApp, type TestApp } from '../support/test-app'

const irene = 'irene@example.org'

describe('mails about keys on the command line', () => {
  let app: TestApp
  beforeEach(async () => {
    app = await startTestApp({ env: { MAILS_PER_ADDRESS: '2' } })
  })
  afterEach(() => app.close())

  const run = (...args: string[]) => runCommand(app.env, ['keys', ...args])
  const kinds = async () => (await outboxOf(app.database)).map(({ kind, state }) => `${kind} ${state}`)

  it('a key is made and its link mailed, where there is somebody to mail it to', async () => {
    const { code, err } = await run('create', '--send')
    expect({ code, err }).toEqual({
      code: 2,
      err: 'glpi-invite: say with --email whom the link is sent to\n',
    })

    const made = await run('create', '--email', irene, '--send')
    expect(made.out).toContain('Queued 1 mail; it leaves once a mail server is set up (SMTP_URL).')
    expect((await run('create', '--email', irene)).out).not.toContain('Queued')
    expect(await kinds()).toEqual(['invitation waiting'])
  })

  it('a link is sent again, shown with what became of it, and limited', async () => {
    const { uid } = await givenKey(app, { addresses: [irene], send: true })
    await markMail(app.database, uid, { failure: 'recipient-refused 550 5.1.1' })

    expect((await run('send', uid)).out).toMatch(/^Queued 1 mail;/)

    const shown = JSON.parse((await run('show', uid, '--json')).out) as { deliveries: unknown[] }
    expect(shown.deliveries).toMatchObject([
      { kind: 'invitation', state: 'waiting', email: irene, reason: null, sentAt: null },
      { kind: 'invitation', state: 'failed', reason: 'recipient-refused', answer: '550 5.1.1' },
    ])
    expect((await run('show', uid)).out).toMatch(
      /Mail .* invitation to irene@example\.org: failed \(recipient-refused\)/,
    )
    await markMail(app.database, uid, { sentAt: app.clock.now() })
    const limited = await run('send', uid)
    expect(limited.code).toBe(4)
    expect(limited.err).toContain(
      'no more than 2 invitations a day to one address: it is possible again from',
    )
  })

  it('a key that is for no address has nobody to be sent to', async () => {
    const { uid } = await givenKey(app)
    const refused = await run('send', uid)
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('is bound to no address')
    expect((await run('reissue', uid, '--send')).code).toBe(2)
    expect((await run('send', '01a1fbec-d325-7e13-b62a-f64812e4c8cf')).code).toBe(6)
  })

  it('a new link is mailed instead of the one that waits, when that is asked for', async () => {
    const { uid } = await givenKey(app, { addresses: [irene], send: true })

    expect((await run('reissue', uid)).out).not.toContain('Queued')
    expect((await run('reissue', uid, '--send')).out).toContain('Queued 1 mail;')

    expect((await kinds()).sort()).toEqual(['invitation withdrawn', 'reissued waiting'])
    const hint = async () => (JSON.parse((await run('show', uid, '--json')).out) as { hint: string }).hint
    await markMail(app.database, uid, { sentAt: app.clock.now() })
    expect((await run('reissue', uid, '--send')).code).toBe(0)
    await markMail(app.database, uid, { sentAt: app.clock.now() })
    const before = await hint()
    expect((await run('reissue', uid, '--send')).code).toBe(4)
    expect(await hint()).toBe(before)
  })
})
