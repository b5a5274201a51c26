import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { revokeKey } from '../../src/keys'
import { scopes } from '../../src/shared/scopes'
import { givenAdmin, rights } from '../support/admins'
import { givenKey } from '../support/builders'
import { runCommand } from '../support/command-line'
import { keepSecret, testFolder } from '../support/evidence'
import { markMail } from '../support/outbox'
import { addressOf, losing, remoteCommand, type RemoteRun, type RemoteSpoken } from '../support/remote'
import { mainly, startTestApp, type TestApp } from '../support/test-app'
import { givenToken, type GivenToken } from '../support/tokens'

const system = { kind: 'system' } as const
const uids = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

describe.each(mainly('11.0'))('lists over the API, GLPI $line at "$base"', ({ line, base }) => {
  let app: TestApp
  let given: GivenToken
  beforeAll(async () => {
    app = await startTestApp({ line, base })
    given = await givenToken(app, { scopes: [...scopes] })
  })
  afterAll(() => app.close())

  const run = (args: readonly string[], more: RemoteRun = {}) =>
    remoteCommand({ GLPI_INVITE_URL: app.url, GLPI_INVITE_TOKEN: given.token })(['keys', ...args], more)
  const here = (args: readonly string[]) => runCommand(app.env, ['keys', ...args])
  const file = (name: string, text: string): string => {
    const at = path.join(testFolder, name)
    writeFileSync(at, text)
    return at
  }
  const last = ({ out }: Pick<RemoteSpoken, 'out'>) =>
    JSON.parse(out.trim().split('\n').at(-1) ?? '{}') as Record<string, unknown>

  it('are imported with the report, the exit codes and the file of failures of the server', async () => {
    const people = [
      'E-Mail;Vorname;Name;max uses;Mobile',
      'ada@LIST.example.org;Ada;Lovelace;;',
      'bad;Bad;Address;;',
      'ada@list.example.org;Twice;Again;;',
      'eve@list.example.org;Eve;One;many;none',
      'max@list.example.org;Max;Many;3;+33 6 12',
      'cut@list.example.org;Cut;Off;;3,36E+10',
      `long@list.example.org;${'x'.repeat(12_000)};Long;;`,
    ]
    const next = people
      .map((row) => row.replace('Lovelace', 'Byron'))
      .filter((row) => !/^(max|bad|cut|long)/.test(row))
    const [first, second] = [file('r1.csv', people.join('\n')), file('r2.csv', next.join('\n'))]
    const options = ['--lock', 'phone=+33 1', '--expires-in', '2w', '--account-valid', '6mo', '--approval']
    const steps = [
      [first, '--dry-run'],
      [first, '--dry-run', '--json'],
      [first, '--failures', 'FAILURES', '--send', '--batch', 'Those of October'],
      [first, '--json'],
      [second],
      [second, '--update', '--revoke-missing', '--yes', '--json'],
      [file('r3.csv', 'email\nmax@list.example.org'), '--revoke-missing', '--dry-run', '--json'],
      [file('r4.csv', 'email\nb1@list.example.org\nnone'), '--atomic'],
      [file('r5.csv', 'email;Rufname\nx@list.example.org;x')],
      [file('r6.csv', 'email\nx@list.example.org'), '--preset', 'No such preset'],
    ]

    for (const step of steps) {
      const spoken = []
      for (const way of [here, run]) {
        const failures = path.join(testFolder, 'remote-failures.csv')
        writeFileSync(failures, '')
        const args = step.map((one) => (one === 'FAILURES' ? failures : one))
        const source = way === here ? 'here/1' : 'there/1'
        const { code, out, err } = await way(['import', ...args, ...options, '--source', source])
        const written = readFileSync(failures, 'utf8')
        spoken.push({ step, code, out: out.replaceAll(uids, 'uid'), err, failures: written })
      }
      expect(spoken[1]).toEqual(spoken[0])
    }
    const remembered = last(await run(['import', first, '--source', 'there/1', '--json']))
    expect(remembered).toMatchObject({ created: 0, changed: 1, unchanged: 1, refused: 5 })
  })

  it('are made once where the answer was lost, and what was refused is told nevertheless', async () => {
    const list = file('lost.csv', 'email\nlost1@example.org\nnobody\nlost2@example.org')

    const spoken = await run(['import', list, '--source', 'lost', '--json'], { send: losing('/imports', 2) })
    const again = await run(['import', list, '--source', 'lost', '--json'])

    expect(spoken.err).toContain('Trying again')
    expect(last(spoken)).toMatchObject({ created: 2, refused: 1 })
    expect(spoken.out).toContain('nobody is no e-mail address')
    expect(last(again)).toMatchObject({ unchanged: 2, refused: 1 })
  })

  it('are all or nothing up to a thousand rows, since that is one request', async () => {
    const rows = Array.from({ length: 1_001 }, (_, n) => `all${n}@example.org`)

    const spoken = await run(['import', file('all.csv', ['email', ...rows].join('\n')), '--atomic'])

    expect(spoken.code).toBe(2)
    expect(spoken.err).toContain(
      'all or none is possible for 1000 rows: cut the file into several, or import',
    )
    expect((await run(['list', '--limit', '1', '--json'])).out).not.toContain('all0')
  })

  it('change nothing with a token that only makes keys', async () => {
    const { token } = await givenToken(app, { scopes: ['keys:create', 'keys:read'] })
    const env = { GLPI_INVITE_TOKEN: token }
    const name = (first: string) => file('scope.csv', `email,firstname\nscope@example.org,${first}`)

    expect((await run(['import', name('One'), '--source', 'scope'], { env })).code).toBe(0)
    const changed = await run(['import', name('Two'), '--source', 'scope', '--update'], { env })
    const missing = await run(['import', name('One'), '--source', 'scope', '--revoke-missing'], { env })

    expect(changed.code).toBe(9)
    expect(changed.out).toContain('your profile in GLPI does not let you update users')
    expect(missing.code).toBe(0)
  })

  it('are exported as the server exports them, in pages', async () => {
    const label = 'Exported'
    for (let n = 0; n < 3; n += 1) await givenKey(app, { label: `${label} ${n}`, maxUses: n + 1 })
    await run(['create', '--label', `${label} =1+1`, '--profile', 'Self-Service'])
    const [key] = JSON.parse((await here(['list', '--limit', '1', '--json'])).out) as { uid: string }[]
    await revokeKey(app.context, system, key?.uid ?? '', 'a mistake')
    const send: typeof fetch = (url, request) =>
      fetch(addressOf(url).replace('limit=500', 'limit=2'), request)

    for (const args of [
      ['export', '--search', label],
      ['export', '--search', label, '--json'],
      ['export', '--search', 'nothing is called so'],
      ['export', '--state', 'revoked', '--issuer', given.owner.login],
      ['list', '--limit', '3', '--json'],
      ['list', '--limit', '2', '--before', key?.uid ?? ''],
    ])
      expect(await run(args, { send })).toMatchObject(await here(args))
    expect((await here(['export', '--search', label])).out.trim().split('\r\n')).toHaveLength(5)
  })

  describe('made together', () => {
    let uid: string
    let other: string
    beforeAll(async () => {
      const rows = ['ann@together.example', 'bob@together.example', 'cec@together.example', '']
      for (const label of ['Together', 'Others']) {
        const text = ['externalId,label,email', ...rows.map((email, n) => `${n},=${n},${email}`)].join('\n')
        await here(['import', file('together.csv', text), '--source', label, '--batch', label])
      }
      const [newest, before] = await batches()
      ;[other = '', uid = ''] = [newest?.uid, before?.uid]
    })

    const there = (args: readonly string[]) =>
      remoteCommand({ GLPI_INVITE_URL: app.url, GLPI_INVITE_TOKEN: given.token })(args)
    const both = async (...args: string[]) => {
      const ours = await runCommand(app.env, args)
      expect(await there(args)).toMatchObject(ours)
      return ours
    }
    const batches = async () =>
      JSON.parse((await both('batches', 'list', '--limit', '2', '--json')).out) as {
        uid: string
        label: string
      }[]
    const shown = async (...args: string[]) =>
      JSON.parse((await both('batches', 'show', uid, ...args, '--json')).out) as {
        invited: number
        mailed: number
        keys: { uid: string; label: string; code?: string | null; link?: string | null }[]
      }
    const timesSeen = async (): Promise<number> => {
      const { database, sql } = app.database
      const [row] = await sql<{ n: number }>(
        "SELECT COUNT(*) AS n FROM ??.audit_events WHERE kind = 'key.link-shown'",
        [database],
      )
      return row?.n ?? 0
    }

    it('they are listed, the newest first', async () => {
      expect(await batches()).toMatchObject([
        { label: 'Others', size: 4 },
        { label: 'Together', size: 4 },
      ])
      const next = await both('batches', 'list', '--limit', '1', '--before', other)
      expect(next.out).toMatch(new RegExp(`^BATCH .*\n${uid}  4 .*  Together\n$`))
      expect((await there(['batches', 'list', '--as', given.owner.login])).code).toBe(2)
    })

    it('their links are seen again by whoever could make them, and that is recorded', async () => {
      const before = await timesSeen()
      expect(await shown()).toMatchObject({ invited: 3, mailed: 0, keys: [{ label: '=0' }, {}, {}, {}] })
      expect((await both('batches', 'show', uid)).out).not.toContain('/r/')
      expect(await timesSeen()).toBe(before)
      const [revoked] = (await shown()).keys
      await revokeKey(app.context, system, revoked?.uid ?? '')

      const { keys } = await shown('--links')

      expect(await timesSeen()).toBe(before + 6)
      expect(keys[0]).toMatchObject({ state: 'revoked', link: null, code: null })
      expect(keys.map(({ link }) => link?.startsWith(`${app.context.config.publicUrl}/r/`))).toEqual([
        undefined,
        true,
        true,
        true,
      ])
      expect((await both('batches', 'show', uid, '--links')).out).toContain(keys[3]?.link)
      const { out } = await both('batches', 'show', uid, '--links', '--csv')
      expect(out.trim().split('\r\n')).toHaveLength(5)
      expect(out).toContain(`${keys[3]?.uid ?? ''},'=3,`)
      expect(out).toContain(`,${keys[3]?.link ?? ''},${keys[3]?.code ?? ''}`)
      expect((await both('batches', 'show', uid, '--csv')).out).not.toContain('/r/')
    })

    it('with --as, or a token, no more is shown and sent than its owner could make', async () => {
      const { login } = await givenAdmin(app.database, { user: rights.read | rights.create, entity: 'Lyon' })
      const theirs = ['--as', login]
      expect((await runCommand(app.env, ['batches', 'list', ...theirs])).out).toContain(
        'There are no batches',
      )
      expect(await runCommand(app.env, ['batches', 'show', uid, ...theirs])).toMatchObject({
        code: 6,
        out: '',
      })
      for (const command of [
        ['show', uid, '--links'],
        ['send', uid],
      ])
        expect(await runCommand(app.env, ['batches', ...command, ...theirs])).toMatchObject({
          code: 5,
          out: '',
        })
      const mine = ['--as', given.owner.login]
      const seen = await runCommand(app.env, ['batches', 'show', uid, '--links', ...mine])
      expect(seen).toMatchObject({ code: 0, err: '' })
      const { token } = await givenToken(app, { owner: given.owner, scopes: ['keys:read'] })
      const reading = remoteCommand({ GLPI_INVITE_URL: app.url, GLPI_INVITE_TOKEN: token })
      const refused = await reading(['batches', 'show', uid, '--links'])
      expect(refused).toMatchObject({ code: 5, out: '' })
    })

    it('their links are mailed to those who were not sent theirs, or to all', async () => {
      const sent = []
      for (const args of [['--as', given.owner.login], [], ['--all']])
        sent.push(JSON.parse((await runCommand(app.env, ['batches', 'send', uid, '--json', ...args])).out))
      expect(sent).toEqual([{ mails: 2 }, { mails: 0 }, { mails: 2 }])
      expect(await shown()).toMatchObject({ invited: 2, mailed: 2 })

      expect(await there(['batches', 'send', other])).toMatchObject({ code: 0, out: 'Queued 3 mails.\n' })
      expect((await both('batches', 'send', other)).out).toContain('Everybody was sent theirs')
      expect((await there(['batches', 'send', other, '--all', '--json'])).json()).toEqual({ mails: 3 })
    })

    it('what is no batch is told', async () => {
      const none = '0199c2f4-7a1e-7c3b-9d55-3b0c6f0f9a11'
      for (const command of ['show', 'send'])
        expect((await both('batches', command, none)).err).toContain(`there is no batch ${none}`)
      expect((await both('batches', 'show', 'Together')).code).toBe(2)
    })
  })

  it('what keys may give is listed for the owner of the token, and for the server', async () => {
    const { login } = given.owner
    const grantable = (args: readonly string[] = []) => runCommand(app.env, ['grantable', ...args])
    const there = (args: readonly string[] = []) =>
      remoteCommand({ GLPI_INVITE_URL: app.url, GLPI_INVITE_TOKEN: given.token })(['grantable', ...args])

    expect(await there()).toMatchObject(await grantable(['--as', login]))
    const spoken = await there(['--json'])
    expect(spoken).toMatchObject(await grantable(['--json', '--as', login]))
    const theirs = spoken.json()
    const all = JSON.parse((await grantable(['--json'])).out) as unknown
    expect(all).toEqual(theirs)

    const lyon = await givenAdmin(app.database, { user: rights.create, entity: 'Lyon' })
    const { out } = await grantable(['--as', lyon.login])
    expect(out).toMatch(/^profile +1 +Self-Service \(when nothing is said\)$/m)
    expect(out).toMatch(/^entity .* > Lyon \(when nothing is said\)$/m)
    expect(out).not.toContain('Paris')
    const reader = await givenAdmin(app.database, { user: rights.read })
    expect(await grantable(['--as', reader.login])).toMatchObject({ code: 5, out: '' })
  })

  it('registrations are found by who they are and when they came, here as there', async () => {
    const browser = app.browser()
    for (const login of ['found.one', 'found.two']) {
      const { link } = await givenKey(app)
      await browser.submit(await browser.open(link), { login, email: `${login}@found.example` })
    }
    const found = async (...args: string[]) => {
      const all = ['registrations', 'list', '--state', 'any', '--json', ...args]
      const ours = await runCommand(app.env, all)
      expect(
        await remoteCommand({ GLPI_INVITE_URL: app.url, GLPI_INVITE_TOKEN: given.token })(all),
      ).toMatchObject(ours)
      return ours.code === 0 ? (JSON.parse(ours.out) as { login: string }[]).map(({ login }) => login) : ours
    }

    expect(await found('--email', 'FOUND.one@found.example')).toEqual(['found.one'])
    expect(await found('--login', 'found.two')).toEqual(['found.two'])
    const day = app.clock.now().toISOString().slice(0, 10)
    expect(await found('--from', day)).toEqual(expect.arrayContaining(['found.two', 'found.one']))
    expect(await found('--to', '2020-01-31')).toEqual([])
    expect(await found('--from', 'soon', '--to', 'later')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--from: not a date') as unknown,
    })
  })

  it('a mail that failed is sent once more, as it was', async () => {
    const { uid } = await givenKey(app, { addresses: ['retry@failed.example'], send: true })
    await markMail(app.database, uid, { failure: 'recipient-refused 550 5.1.1' })
    const shown = [await here(['show', uid]), await run(['show', uid])]
    const mail = /failed \(recipient-refused\), mail (\S+)/.exec(shown[0]?.out ?? '')?.[1] ?? ''

    const again = (await run(['retry', uid, mail, '--json'])).json()
    const twice = [await here(['retry', uid, mail]), await run(['retry', uid, mail])]
    await markMail(app.database, uid, { failure: 'recipient-refused 550 5.1.1' })
    const ours = await here(['retry', uid, mail, '--as', given.owner.login])

    expect(shown[1]?.out).toBe(shown[0]?.out)
    expect(again).toMatchObject({ uid, deliveries: [{ uid: mail, state: 'waiting' }] })
    expect(twice).toMatchObject([{ code: 6 }, { code: 6, err: twice[0]?.err }])
    expect(ours).toMatchObject({ code: 0, out: expect.stringContaining('Queued 1 mail') as unknown })
  })

  it('codes are checked without anybody, or looked up', async () => {
    const key = await givenKey(app, { label: 'Checked' })
    const nobody: RemoteRun = { send: () => Promise.reject(new Error('nobody was to be asked')) }
    const mistyped = key.code.replace(/.$/, (end) => (end === '0' ? '1' : '0'))
    const foreign = 'GLPI-ARFV0-12345-6789A-BCDEF-GHJKM-NPQRS-KF5BP'

    const offline = await run(['check', key.link, '--json'], nobody)
    expect(offline).toMatchObject({ code: 0 })
    expect(offline.json()).toEqual({
      wellFormed: true,
      test: false,
      instance: key.code.slice(5, 9),
      ofThisInstance: null,
    })
    expect(await run(['check', mistyped, '--ask'], nobody)).toMatchObject({ code: 6, err: '' })

    const ways = [run, here] as const
    for (const way of ways) {
      const good = await way(['check', key.code, '--ask', '--json'])
      expect(good.code).toBe(0)
      expect(JSON.parse(good.out)).toMatchObject({
        ofThisInstance: true,
        usable: true,
        reason: null,
        key: { uid: key.uid },
      })
      const other = await way(['check', foreign, '--ask', '--json'])
      expect(other.code).toBe(6)
      expect(JSON.parse(other.out)).toMatchObject({ ofThisInstance: false, reason: 'key-of-other-instance' })
    }
    await revokeKey(app.context, system, key.uid)
    const spoken = []
    for (const way of ways) spoken.push(await way(['check', key.code, '--ask']))
    expect(spoken[0]).toMatchObject({
      code: 5,
      out: expect.stringContaining('It cannot be used now: The key was revoked.') as unknown,
    })
    expect(spoken[1]).toMatchObject({ code: 5, out: spoken[0]?.out })
  })

  it('a token shows, rotates and ends itself, and nothing else', async () => {
    const mine = await givenToken(app, { label: 'mine' })
    const other = await givenToken(app, { owner: mine.owner, label: 'other' })
    let token = mine.token
    const tokens = (args: readonly string[], more: RemoteRun = {}) =>
      remoteCommand({ GLPI_INVITE_URL: app.url })(['tokens', ...args], {
        ...more,
        env: { GLPI_INVITE_TOKEN: token },
      })

    const listed = await tokens(['list', '--json'])
    expect(listed.json()).toMatchObject([{ uid: mine.uid, label: 'mine' }])
    expect(await tokens(['list', '--state', 'revoked'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('no such') as unknown,
    })
    for (const what of ['show', 'rotate', 'revoke']) {
      const refused = await tokens([what, other.uid])
      expect(refused).toMatchObject({ code: 5, out: '' })
      expect(refused.err).toContain(`this one is ${mine.uid}`)
    }
    const lost = await tokens(['rotate', mine.uid], { send: losing('/rotations') })
    expect(lost).toMatchObject({ code: 4, out: '' })
    expect(lost.err).toContain('rotate it again')

    const rotated = await tokens(['rotate', mine.uid, '--overlap', '0', '--expires-in', '30d'])
    const fresh = rotated.out.trim()
    keepSecret(fresh)
    expect(rotated.code).toBe(0)
    expect(fresh).toMatch(/^glpiinv_[0-9a-z]{58}$/)
    expect((await tokens(['show', mine.uid])).code).toBe(5)
    token = fresh
    expect((await tokens(['show', mine.uid])).out).toContain('State    usable')
    expect((await tokens(['revoke', mine.uid])).out).toContain('State    revoked')
    expect((await tokens(['show', mine.uid])).code).toBe(5)
  })
})
