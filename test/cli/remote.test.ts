import { execFile, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Command } from 'commander'
import { everyCommand } from '../../src/cli/every-command'
import { remoteCommands } from '../../src/cli/remote'
import { serverOnly } from '../../src/cli/remote/server-only'
import { askForLink, listRequests } from '../../src/requests'
import { AppError } from '../../src/shared/errors'
import { scopes } from '../../src/shared/scopes'
import { registrationForm } from '../support/browser'
import { givenKey as keyOfServer, glpiUser, usesOf } from '../support/builders'
import { runCommand } from '../support/command-line'
import { keepSecret, testFolder } from '../support/evidence'
import { mailsTo, registrationsOf } from '../support/holds'
import { addressOf, remoteCommand, type RemoteRun } from '../support/remote'
import { givenAdmin } from '../support/signing-in'
import { mainly, startTestApp, type TestApp } from '../support/test-app'
import { givenToken } from '../support/tokens'

const main = path.join(__dirname, '../../dist/main.js')

/** Every name, argument and option of a tree of commands, and what it is by default. */
function shapeOf(command: Command, above = ''): string[] {
  const name = `${above} ${command.name()}`.trim()
  const args = command.registeredArguments.map((one) => `${name} <${one.name()}>`)
  const options = command.options.map(
    (one) => `${name} ${one.flags} (${one.description}) ${JSON.stringify(one.defaultValue)}`,
  )
  return [name, ...args, ...options, ...command.commands.flatMap((sub) => shapeOf(sub, name))]
}

const local = everyCommand({} as Parameters<typeof everyCommand>[0])
const remote = remoteCommands({} as Parameters<typeof remoteCommands>[0])
/** What there is over the API alone. */
const remoteOnly = ['me']

describe('the commands over the API', () => {
  const namesOf = (commands: readonly Command[], above = ''): string[] =>
    commands.flatMap((one) => {
      const name = `${above} ${one.name()}`.trim()
      return [name, ...namesOf(one.commands, name)]
    })

  it('have the same names, arguments and options as on the server, or say why they are not there', () => {
    const shared = local.filter((command) => serverOnly[command.name()] === undefined)
    expect(
      remote
        .filter((command) => !remoteOnly.includes(command.name()))
        .flatMap((one) => shapeOf(one))
        .sort(),
    ).toEqual(shared.flatMap((one) => shapeOf(one)).sort())
  })

  it.each(Object.entries(serverOnly))('say of "%s" that it is for the server: %s', async (path, why) => {
    const run = remoteCommand({ GLPI_INVITE_URL: 'https://help.example.org', GLPI_INVITE_TOKEN: 'x' })
    const spoken = await run([...path.split(' '), '--json'])

    expect(namesOf(local)).toContain(path)
    expect(spoken).toMatchObject({ code: 2, out: '' })
    expect(spoken.err).toContain(`"${path}" works on the server only: ${why}.`)
  })

  it('have one option of their own', async () => {
    const optionsOf = (help: string) =>
      Array.from(help.matchAll(/^ +(?:-\w, )?(--[\w-]+)/gm), ([, name]) => name)
    const here = await runCommand({}, ['--help'])
    const there = await remoteCommand({})(['--help'])

    expect(optionsOf(there.out)).toEqual(expect.arrayContaining(optionsOf(here.out)))
    expect(optionsOf(there.out).filter((name) => !optionsOf(here.out).includes(name))).toEqual([
      '--allow-http',
    ])
    expect((await remoteCommand({})(['keys', '--help'])).out).toMatch(
      /verify .*\(on\s+the\s+server\s+only\)/s,
    )
  })
})

describe.each(mainly('11.0'))('the command line over the API, GLPI $line at "$base"', ({ line, base }) => {
  let app: TestApp
  let token: string
  beforeAll(async () => {
    app = await startTestApp({ line, base })
    token = (await givenToken(app, { scopes: [...scopes] })).token
  })
  afterAll(() => app.close())

  const pauses: number[] = []
  const run = (args: readonly string[], more: RemoteRun = {}) =>
    remoteCommand({ GLPI_INVITE_URL: app.url, GLPI_INVITE_TOKEN: token })(args, {
      pause: (ms) => {
        pauses.push(ms)
        return Promise.resolve()
      },
      ...more,
    })

  async function givenKey(...more: string[]): Promise<string> {
    const made = (await run(['keys', 'create', '--json', ...more])).json()
    keepSecret(String(made['code']))
    return String(made['uid'])
  }

  it('makes a key with everything that options say, and shows it', async () => {
    const made = await run([
      ...['keys', 'create', '--json', '--label', 'From afar', '--max-uses', '3', '--expires-in', '2w'],
      ...['--profile', 'Self-Service', '--email', 'irene@example.org', '--account-valid', '6mo'],
      ...['--prefill', 'firstname=Irène', '--field', 'phone=required', '--language', 'fr_FR', '--approval'],
    ])
    keepSecret(String(made.json()['code']))

    expect(made).toMatchObject({ code: 0, err: '' })
    expect(made.json()).toMatchObject({
      label: 'From afar',
      maxUses: 3,
      emails: ['irene@example.org'],
      account: { days: null, months: 6, until: null },
      fields: [{ field: 'firstname', value: 'Irène', locked: false }],
      form: { phone: 'required' },
      language: 'fr_FR',
      approval: true,
    })
    expect((await fetch(String(made.json()['link']))).status).toBe(200)
    const listed = await run(['keys', 'list', '--limit', '1'])
    expect(listed.out).toContain('From afar')
  })

  it('goes on in a list after a key', async () => {
    const first = await givenKey('--label', 'older')
    const second = await givenKey('--label', 'newer')

    const listed = await run(['keys', 'list', '--before', second, '--limit', '1', '--json'])
    expect(listed.json()).toMatchObject([{ uid: first }])
  })

  it('tells problems by the names of options, with the exit code of the server', async () => {
    const wrong = await run(['keys', 'create', '--expires-at', 'tomorrow', '--group', 'No such group'])
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('--expires-at: not a date: "tomorrow"')
    expect(wrong.err).toContain('--group: ')
    const missing = await run(['keys', 'show', '0199c2f4-7a1e-7c3b-9d55-3b0c6f0f9a11'])
    expect(missing.code).toBe(6)
    const refused = await run(['keys', 'list'], { env: { GLPI_INVITE_TOKEN: 'glpiinv_wrong' } })
    expect(refused.code).toBe(5)
    expect(refused.err).not.toContain('glpiinv_wrong')
  })

  it('does once what it sends again after the line dropped', async () => {
    const before = (await run(['keys', 'list', '--json'])).out
    let lost = 0
    const send: typeof fetch = async (...request) => {
      const answer = await fetch(...request)
      if (lost++ < 2) throw new TypeError('fetch failed')
      return answer
    }

    const made = await run(['keys', 'create', '--json', '--label', 'Dropped'], { send })
    keepSecret(String(made.json()['code']))
    const after = (await run(['keys', 'list', '--json'])).out

    expect(made.code).toBe(0)
    expect(made.err).toContain('Trying again')
    expect((JSON.parse(after) as unknown[]).length - (JSON.parse(before) as unknown[]).length).toBe(1)
  })

  it('gives up in the end, and tells no token', async () => {
    const down: typeof fetch = () => Promise.reject(new TypeError(`no way with ${token}`))
    const pausesBefore = pauses.length

    const spoken = await run(['keys', 'list'], { send: down })
    expect(spoken.code).toBe(4)
    expect(spoken.err).not.toContain(token)
    const own = pauses.slice(pausesBefore)
    expect(own.length).toBeGreaterThan(3)
    expect(own).toEqual([...own].sort((one, other) => one - other))
  })

  it.each([
    ['http://help.example.org/invite', 'https://'],
    ['help.example.org', 'not the address'],
    ['https://me:secret@help.example.org', 'not the address'],
  ])('sends no token to %s', async (url, why) => {
    const spoken = await run(['keys', 'list'], { env: { GLPI_INVITE_URL: url } })
    expect(spoken).toMatchObject({ code: 3, out: '' })
    expect(spoken.err).toContain(why)
  })

  it('acts as the owner of the token alone', async () => {
    expect(await run(['keys', 'create', '--as', 'marie.curie'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('a token acts as its owner') as unknown,
    })
  })

  it('leads a key through its life', async () => {
    const uid = await givenKey(
      '--email',
      'eve@example.org',
      '--prefill',
      'firstname=Eve',
      '--account-valid',
      '30d',
    )

    const changed = await run([
      'keys',
      'change',
      uid,
      '--lock',
      'realname=Curie',
      '--account-from',
      '2027-03-01',
      '--json',
    ])
    expect(changed).toMatchObject({ code: 0, err: '' })
    expect(changed.json()).toMatchObject({
      fields: expect.arrayContaining([
        { field: 'firstname', value: 'Eve', locked: false },
        { field: 'realname', value: 'Curie', locked: true },
      ]) as unknown,
      account: { days: 30 },
    })
    expect((await run(['keys', 'change', uid, '--clear', 'values', '--json'])).json()).toMatchObject({
      fields: [],
    })
    expect((await run(['keys', 'pause', uid])).out).toBe(`Paused key ${uid}.\n`)
    expect((await run(['keys', 'resume', uid])).out).toBe(`Resumed key ${uid}.\n`)
    expect((await run(['keys', 'renew', uid, '--max-uses', '5'])).code).toBe(0)
    const reissued = await run(['keys', 'reissue', uid, '--overlap', '7d', '--json'])
    keepSecret(String(reissued.json()['code']))
    expect(reissued.json()['codes']).toHaveLength(2)
    expect((await run(['keys', 'send', uid])).out).toBe('Queued 1 mail.\n')
    expect((await run(['keys', 'show', uid, '--link'])).out).toContain('Mail     ')
    expect((await run(['keys', 'revoke', uid, '--reason', 'mistake'])).out).toBe(`Revoked key ${uid}.\n`)
    expect((await run(['keys', 'unrevoke', uid])).code).toBe(0)
    expect((await run(['keys', 'revoke-many', '--search', 'eve@example.org', '--yes'])).out).toBe(
      'Revoked 1 key(s).\n',
    )
    expect((await run(['keys', 'list', '--limit', '1', '--json'])).json()).toMatchObject([
      { uid, state: 'revoked' },
    ])
  })

  it('changes what the form of a key asks for', async () => {
    const uid = await givenKey('--field', 'mobile=locked:+33 6', '--field', 'phone=locked:+33 1')
    const change = (...args: string[]) => run(['keys', 'change', uid, '--json', ...args])

    const unlocked = await change('--field', 'mobile=optional')
    expect(unlocked.json()).toMatchObject({
      form: { mobile: 'optional' },
      fields: [
        { field: 'phone', value: '+33 1', locked: true },
        { field: 'mobile', value: '+33 6', locked: false },
      ],
    })
    const another = await change('--field', 'phone=required', '--field', 'language=locked:it_IT')
    expect(another.json()).toMatchObject({
      language: 'it_IT',
      form: { language: 'locked', phone: 'required' },
    })
    const both = await change('--prefill', 'firstname=Ada', '--field', 'phone=optional')
    expect(both.json()['fields']).toContainEqual({ field: 'phone', value: '+33 1', locked: false })
    expect((await change('--field', 'location=locked:Lyon')).err).toContain('keeps the location')
  })

  it('tells whose token it is, and what happened', async () => {
    const uid = await givenKey('--label', 'For the record')

    expect((await run(['me'])).out).toContain('Scopes   keys:read')
    const events = (await run(['events', 'list', '--json'])).out.trim().split('\n')
    const told = events.map((one) => JSON.parse(one) as { position: number; kind: string; keyUid: string })
    expect(told.map(({ position }) => position)).toEqual(
      [...told.map((one) => one.position)].sort((a, b) => a - b),
    )
    expect(told).toContainEqual(expect.objectContaining({ keyUid: uid, kind: 'key.made' }))
    const last = String(told.at(-1)?.position)
    expect((await run(['events', 'list', '--after', last])).out).toBe('')
  })

  it('keeps presets, and makes keys with them', async () => {
    const made = await run([
      'presets',
      'create',
      'Interns',
      '--days',
      '90',
      '--account-valid',
      '6mo',
      ...['--field', 'phone=required', '--field', 'mobile=locked:+33 6 12', '--json'],
    ])
    expect(made).toMatchObject({ code: 0, err: '' })
    expect(made.json()).toMatchObject({ name: 'Interns', days: 90, account: { months: 6 } })
    expect((await run(['presets', 'show', 'interns'])).out).toContain('Name     Interns')
    const uid = await givenKey('--preset', 'Interns', '--field', 'title=optional')
    const change = (...options: string[]) => run(['keys', 'change', uid, ...options, '--json'])
    const asked = (await change('--label', 'as it was made')).json()
    const unlocked = (await change('--field', 'mobile=optional')).json()
    const filled = (await change('--lock', 'mobile=+33 7 34')).json()
    const both = (await change('--field', 'mobile=optional', '--prefill', 'phone=+33 1')).json()
    const mobile = { field: 'mobile', value: '+33 6 12', locked: true }
    expect(asked).toMatchObject({ form: { phone: 'required', title: 'optional' }, fields: [mobile] })
    expect(unlocked).toMatchObject({
      form: { phone: 'required', mobile: 'optional', title: 'optional' },
      fields: [{ ...mobile, locked: false }],
    })
    expect(filled['fields']).toEqual([{ ...mobile, value: '+33 7 34' }])
    expect(both['fields']).toContainEqual({ ...mobile, value: '+33 7 34', locked: false })
    expect((await run(['presets', 'delete', 'Interns'])).out).toContain('Deleted preset Interns.')
    expect((await run(['registrations', 'list'])).code).toBe(0)
    expect((await run(['requests', 'list'])).out).toContain('No requests wait for an answer.')
  })

  it('hands over keys, and presets where the token is for them', async () => {
    const { token: own, owner } = await givenToken(app, { scopes: [...scopes] })
    const heir = await givenAdmin(app)
    const { token: forKeys } = await givenToken(app, { owner, scopes: ['keys:read', 'keys:manage'] })
    await run(['presets', 'create', 'To hand over'], { env: { GLPI_INVITE_TOKEN: own } })
    const transfer = (secret: string, ...more: string[]) =>
      run(['keys', 'transfer', '--from', owner.login, '--to', heir.login, ...more], {
        env: { GLPI_INVITE_TOKEN: secret },
      })

    const some = await transfer(forKeys)
    expect(some.out).toContain(`0 key(s) went to ${heir.login}`)
    expect(some.err).toContain('presets:manage')
    const all = await transfer(own, '--json')
    expect(all.json()).toMatchObject({ dryRun: false, keys: { moved: 0 }, presets: { moved: 1, kept: [] } })
    expect((await transfer(own)).out).toContain('0 key(s) and 0 preset(s) went')
  })

  it('follows the record, from where it was read', async () => {
    const uids = [await givenKey('--label', 'First of those that are followed')]
    const before = (await run(['events', 'list', '--json'])).out.trim().split('\n')
    const { position } = JSON.parse(before.at(-1) ?? '') as { position: number }
    const pause = async () => {
      if (uids.length === 3) throw new AppError('SERVER_BUSY', 'it was enough')
      uids.push(await givenKey('--label', 'Another one'))
    }

    const followed = await run(
      ['events', 'list', '--follow', '--json', '--kind', 'key.made', '--after', String(position - 1)],
      { pause },
    )
    const told = followed.out.trim().split('\n')

    expect(followed.err).toContain('it was enough')
    expect(told.map((one) => (JSON.parse(one) as { keyUid: string }).keyUid)).toEqual(uids)
  })

  it('decides about registrations', async () => {
    const key = await keyOfServer(app, { needsApproval: true, maxUses: 3 })
    const waiting: string[] = []
    for (const login of ['far-one', 'far-two', 'far-three']) {
      const browser = app.browser()
      await browser.submit(
        await browser.open(key.link),
        registrationForm({ login, email: `${login}@example.org` }),
      )
    }
    for (const { uid } of await registrationsOf(app, key)) waiting.push(uid)
    const [one = '', two = '', three = ''] = waiting
    const registrations = (...args: string[]) => run(['registrations', ...args])

    expect((await registrations('list', '--key', key.uid, '--json')).json()).toHaveLength(3)
    expect((await registrations('show', one)).out).toContain(
      'Login         far-one\nAddress       far-one@example.org\n',
    )
    const approved = await registrations('approve', one, two)
    expect(approved).toMatchObject({ code: 0, out: `${one}  completed\n${two}  completed\n` })
    expect((await glpiUser(app, 'far-two'))?.['name']).toBe('far-two')
    const again = await registrations('approve', one)
    expect(again).toMatchObject({ code: 5, out: '' })
    const rejected = await registrations('reject', three, '--reason', 'Nobody knows them.', '--json')
    expect(rejected.json()).toMatchObject([{ uid: three, state: 'released' }])
    expect((await registrations('show', three, '--json')).json()).toMatchObject({ state: 'released' })
    expect(await usesOf(app, key)).toEqual({ completed: 2, held: 0 })
    expect((await registrations('list', '--key', key.uid)).out).not.toContain(three)
  })

  it('answers requests for new links, and declines them', async () => {
    const from = { ip: '192.0.2.7', userAgent: '' }
    const requestFor = async (address: string): Promise<string> => {
      const { uid: keyUid } = await keyOfServer(app, { addresses: [address] })
      await askForLink(app.context, { keyUid, refusal: 'KEY_REISSUED', address, note: 'Please', from })
      const open = await listRequests(app.context.db, { kind: 'all' }, { which: 'open', limit: 100 })
      return open.find((one) => one.keyUid === keyUid)?.uid ?? ''
    }
    const [one, two] = [await requestFor('ask1@example.org'), await requestFor('ask2@example.org')]
    const requests = (...args: string[]) => run(['requests', ...args])

    expect((await requests('list')).out).toContain('ask1@example.org')
    expect((await requests('show', one)).out).toContain('ask1@example.org (the key is for it)')
    expect((await requests('answer', one, '--json')).json()).toMatchObject({ uid: one, state: 'granted' })
    expect(await mailsTo(app, 'ask1@example.org')).toContain('reissued')
    expect(await requests('answer', one)).toMatchObject({ code: 2 })
    expect((await requests('decline', two, '--json')).json()).toMatchObject({
      state: 'declined',
      givenKeyUid: null,
    })
    expect((await requests('list')).out).not.toContain('ask')
    expect((await requests('list', '--answered')).out).toContain('ask2@example.org')
  })

  it('sends the token over http:// where that is the wish', async () => {
    const asked: string[] = []
    const send: typeof fetch = (where) => {
      asked.push(addressOf(where))
      return Promise.resolve(Response.json({ items: [], next: null }))
    }
    const env = { GLPI_INVITE_URL: 'http://help.example.org/invite/' }

    expect((await run(['keys', 'list'], { env, send })).code).toBe(3)
    expect(asked).toEqual([])
    expect((await run(['--allow-http', 'keys', 'list', '--json'], { env, send })).code).toBe(0)
    expect(asked).toEqual([expect.stringMatching(/^http:\/\/help\.example\.org\/invite\/api\/v1\/keys\?/)])
  })

  it('reads the token from a file', async () => {
    const file = path.join(mkdtempSync(path.join(testFolder, 'token-')), 'token')
    const env = { GLPI_INVITE_TOKEN: undefined, GLPI_INVITE_TOKEN_FILE: file }
    const me = () => run(['me'], { env })

    expect(await me()).toMatchObject({ code: 3, err: expect.stringContaining('cannot be read') as unknown })
    writeFileSync(file, `${token}\r\n`, { mode: 0o600 })
    expect(await me()).toMatchObject({ code: 0, err: '' })
    chmodSync(file, 0o644)
    expect(await run(['keys', 'show', await givenKey()], { env })).toMatchObject({
      code: 0,
      err: `glpi-invite: others on this machine can read the token in ${file}: chmod 600 it\n`,
    })
    writeFileSync(file, ' \n')
    expect(await me()).toMatchObject({ code: 3, err: expect.stringContaining('holds no token') as unknown })
    expect((await run(['me'], { env: { ...env, GLPI_INVITE_TOKEN: token } })).err).toContain('set either')
    expect((await run(['me'], { env: { GLPI_INVITE_TOKEN: undefined } })).err).toContain('put a token into')
  })

  it('ends well when somebody presses Ctrl-C', async () => {
    const child = spawn(process.execPath, [main, 'events', 'list', '--follow', '--json'], {
      env: { PATH: process.env['PATH'] ?? '', GLPI_INVITE_URL: app.url, GLPI_INVITE_TOKEN: token },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)))
    await new Promise((resolve) => child.stdout.once('data', resolve))
    child.kill('SIGINT')

    expect(await ended).toBe(0)
  })

  it('loads nothing of the database, nor anything compiled, as a process of its own', async () => {
    const preload = path.join(testFolder, 'tell-loaded.cjs')
    const loaded = path.join(testFolder, 'loaded.txt')
    writeFileSync(
      preload,
      `process.on('exit', () => require('fs').writeFileSync(process.env.LOADED, Object.keys(require.cache).join('\\n')))`,
    )
    const env = {
      PATH: process.env['PATH'] ?? '',
      GLPI_INVITE_URL: app.url,
      GLPI_INVITE_TOKEN: token,
      LOADED: loaded,
    }
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--require', preload, main, 'keys', 'list', '--json'],
      { env },
    )

    expect(Array.isArray(JSON.parse(stdout))).toBe(true)
    const files = readFileSync(loaded, 'utf8').split('\n')
    expect(files.length).toBeGreaterThan(20)
    const unwanted =
      /node_modules\/(knex|mysql2|argon2|@node-rs|bcrypt|express|nodemailer|redis|ejs)\/|\.node$|-store\.js$|dist\/src\/(keys|glpi|admins)\/|dist\/(keys|glpi|admins)\//
    expect(files.filter((file) => unwanted.test(file))).toEqual([])
  })
})
