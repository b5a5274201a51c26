import { spawn } from 'node:child_process'
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { givenAdmin } from '../support/admins'
import { runCommand } from '../support/command-line'
import { keepLog, testFolder } from '../support/evidence'
import { lapseLeases } from '../support/leases'
import { remoteCommand } from '../support/remote'
import { isFull } from '../support/scale'
import { startServerProcess } from '../support/server-process'
import { mainly, startTestApp, type TestApp } from '../support/test-app'
import { givenToken } from '../support/tokens'

interface Person {
  id: string
  email: string
  first: string
  last: string
}

const person = (n: number, domain: string): Person => ({
  id: `e${n}`,
  email: `p${n}@${domain}`,
  first: 'Pat',
  last: 'Doe',
})
const csv = (people: readonly Person[]): string =>
  [
    'External ID;E-Mail;Vorname;Name',
    ...people.map(({ id, email, first, last }) => [id, email, first, last].join(';')),
  ].join('\r\n')

describe.each(mainly('11.0'))('lists of people on GLPI $line', ({ line, base }) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ line, base, env: { LOG_LEVEL: 'error', MAILS_PER_ADMIN: '100000' } })
  })
  afterAll(() => app.close())

  const file = (name: string, text: string): string => {
    const at = path.join(testFolder, name)
    writeFileSync(at, text)
    return at
  }
  const run = (...args: string[]) => runCommand(app.env, ['keys', ...args])
  type Run = (...args: string[]) => Promise<{ code: number; out: string }>
  const lastJson = (out: string) =>
    JSON.parse(out.trim().split('\n').at(-1) ?? '{}') as Record<string, unknown>
  const counts = async (): Promise<number[]> => {
    const { database, sql } = app.database
    const [row] = await sql<Record<'k' | 'm' | 'r', number>>(
      `SELECT (SELECT COUNT(*) FROM ??.registration_keys) AS k,
         (SELECT COUNT(*) FROM ??.outbox WHERE kind = 'invitation') AS m, (SELECT COUNT(*) FROM ??.import_rows) AS r`,
      [database, database, database],
    )
    return [Number(row?.k), Number(row?.m), Number(row?.r)]
  }

  /** Killed as soon as somebody's key is made that was not. @returns whether it was killed, and not done before */
  async function killedOnTheWay(args: readonly string[]): Promise<boolean> {
    const [before = 0] = await counts()
    const child = spawn(process.execPath, [path.join(__dirname, '../../dist/main.js'), 'keys', ...args], {
      env: { PATH: process.env['PATH'] ?? '', ...app.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.on('data', (chunk: Buffer) => keepLog(chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => keepLog(chunk.toString()))
    const ended = new Promise((resolve) => child.once('close', resolve))
    while (child.exitCode === null && (await counts())[0] === before) await pause(5)
    child.kill('SIGKILL')
    await ended
    return child.signalCode === 'SIGKILL'
  }

  const figure = isFull ? 5_000 : 800
  const listOf = (domain: string) => Array.from({ length: figure }, (_, n) => person(n, domain))

  /** Ten people are called otherwise, ten are gone and ten are new: just that is told, then done, then done no more. */
  async function expectWhatDiffersIsDone(import_: Run, source: string, people: readonly Person[]) {
    const [keys = 0] = await counts()
    const domain = people[0]?.email.split('@')[1] ?? ''
    const next = [
      ...people.slice(0, 10).map((one) => ({ ...one, last: 'Roe' })),
      ...people.slice(20),
      ...Array.from({ length: 10 }, (_, n) => person(figure + n, domain)),
    ]
    const args = ['import', file(`next-${source}.csv`, csv(next)), '--source', source, '--send', '--json']

    const told = await import_(...args, '--revoke-missing', '--dry-run')
    const done = await import_(...args, '--revoke-missing', '--yes', '--update')
    const again = await import_(...args, '--revoke-missing', '--yes', '--update')

    const expected = { created: 10, unchanged: figure - 20, refused: 0, missing: 10 }
    const would = { done: false, changed: 10, updated: 0, missingRevoked: false }
    const did = { done: true, changed: 0, updated: 10, missingRevoked: true }
    expect([told, done, again].map(({ code }) => code)).toEqual([0, 0, 0])
    expect(lastJson(told.out)).toMatchObject({ ...expected, ...would })
    expect(lastJson(done.out)).toMatchObject({ ...expected, ...did })
    expect(lastJson(again.out)).toMatchObject({ unchanged: figure, created: 0, updated: 0, missing: 0 })
    expect(await counts()).toEqual([keys + 10, keys + 10, keys + 10])
    const { database, sql } = app.database
    const [state] = await sql<Record<'revoked' | 'renamed' | 'mailed', number>>(
      `SELECT SUM(k.revoked_at IS NOT NULL) AS revoked, SUM(k.label = 'Pat Roe') AS renamed,
         COUNT(DISTINCT o.key_uid) AS mailed
       FROM ??.registration_keys k JOIN ??.import_rows r ON r.key_uid = k.uid
       JOIN ??.import_sources s ON s.uid = r.source_uid
       LEFT JOIN ??.outbox o ON o.key_uid = k.uid AND o.kind = 'invitation' WHERE s.name = ?`,
      [database, database, database, database, source],
    )
    expect([state?.revoked, state?.renamed, state?.mailed].map(Number)).toEqual([10, 10, figure + 10])
  }

  it('are imported once, however often the command is killed; then exactly what differs is done', async () => {
    const people = listOf('example.org')
    const all = ['import', file('people.csv', csv(people)), '--source', 'hr', '--send']

    const killed = [await killedOnTheWay(all), await killedOnTheWay(all)]
    const [midway = 0] = await counts()
    const finished = await run(...all, '--json')

    expect(killed).toEqual([true, true])
    expect(midway).toBeGreaterThan(0)
    expect(midway).toBeLessThan(figure)
    expect(finished.code).toBe(0)
    expect(lastJson(finished.out)).toMatchObject({ created: figure - midway, unchanged: midway, refused: 0 })
    expect(await counts()).toEqual([figure, figure, figure])
    await expectWhatDiffersIsDone(run, 'hr', people)
  })

  it('are imported once over the API, however often the server is killed; then exactly what differs is done', async () => {
    const people = listOf('example.net')
    const all = ['import', file('far.csv', csv(people)), '--source', 'far', '--send', '--json']
    const before = await counts()
    const [keysBefore = 0] = before
    const { token } = await givenToken(app, { scopes: ['keys:read', 'keys:create', 'keys:manage'] })
    const settings = { ...app.env, LOG_LEVEL: 'info' }
    let server = await startServerProcess(settings)
    const port = String(server.port)
    const env = { GLPI_INVITE_URL: `http://127.0.0.1:${port}${base}`, GLPI_INVITE_TOKEN: token }
    const far: Run = (...args) => remoteCommand(env)(['keys', ...args])
    /** As soon as somebody has a key who had none. */
    const killOnTheWay = async () => {
      const [known = 0] = await counts()
      while ((await counts())[0] === known) await pause(5)
      await server.kill()
      return (await counts())[0] ?? 0
    }
    const restart = async () => (server = await startServerProcess({ ...settings, PORT: port }))

    // The first time the server stays away, and the command gives up.
    const [cutOff, first] = await Promise.all([far(...all), killOnTheWay()])
    await restart()
    // The second time it is back while the command waits; what was under way when it was killed is free a minute later.
    const betweenTries = async () => {
      if (server.hasEnded()) await restart()
      await lapseLeases(app)
    }
    const [finished, second] = await Promise.all([
      remoteCommand(env)(['keys', ...all], { pause: betweenTries }),
      killOnTheWay(),
    ])

    expect(cutOff.code).toBe(4)
    expect(lastJson(cutOff.out)).toMatchObject({ done: true, missing: null })
    expect([first, second]).toEqual(
      [first, second].map((n) => Math.min(Math.max(n, keysBefore + 1), keysBefore + figure - 1)),
    )
    expect(finished.code).toBe(0)
    expect(finished.err).toContain('Trying again')
    const done = lastJson(finished.out) as { created: number; unchanged: number }
    expect(done).toMatchObject({ refused: 0, notTried: 0 })
    expect([done.created + done.unchanged, done.unchanged]).toEqual([figure, first - keysBefore])
    expect(await counts()).toEqual(before.map((n) => n + figure))
    await expectWhatDiffersIsDone(far, 'far', people)
    await server.kill()
  })

  it('rows that are refused are written to a file that can be mended and imported again', async () => {
    const failures = file('failures.csv', 'what others may read')
    chmodSync(failures, 0o644)
    const bad = file(
      'bad.csv',
      '\ufeffE-Mail;Mobile\r\ngood@example.org;+33 6\r\nbad;+33 7\r\ntwo@example.org;none\r\n',
    )

    const first = await run('import', bad, '--source', 'mended', '--failures', failures)
    expect(statSync(failures).mode & 0o777).toBe(0o600)
    const written = readFileSync(failures, 'utf8')
    writeFileSync(failures, written.replace('bad;', 'bad@example.org;').replace('none', '+33 8'))
    const second = await run('import', failures, '--source', 'mended', '--failures', failures)

    expect(first.code).toBe(9)
    expect(first.out).toContain('line 3: refused: email: bad is no e-mail address')
    expect(first.out).toContain('1 created, 2 refused.')
    expect(written.split('\r\n').slice(0, 2)).toEqual([
      '\ufeffE-Mail;Mobile;problem',
      "bad;'+33 7;email: bad is no e-mail address",
    ])
    expect([second.code, second.out]).toEqual([0, '2 created.\n'])
    expect(readFileSync(failures, 'utf8')).toBe('\ufeffE-Mail;Mobile;problem\r\n')
  })

  it('all or none, and none of what is missing while a row cannot be read or the list is empty', async () => {
    const source = ['--source', 'careful']
    await run('import', file('a.csv', 'email\na1@example.org\na2@example.org'), ...source)
    const before = await counts()

    const atomic = await run('import', file('b.csv', 'email\nb1@example.org\nnone'), ...source, '--atomic')
    const unreadable = await run(
      'import',
      file('c.csv', 'email,label\na1@example.org,x,y'),
      ...source,
      '--revoke-missing',
      '--yes',
    )
    const empty = await run('import', file('d.csv', 'email\n'), ...source, '--revoke-missing', '--yes')
    const nameless = await run('import', file('d.csv', 'email\n'), '--revoke-missing')

    expect([atomic.code, unreadable.code, empty.code, nameless.code]).toEqual([9, 9, 9, 2])
    expect(atomic.out).toContain('Nothing was done. It would have been: 1 created, 1 refused.')
    expect(unreadable.out).toContain('No key was revoked for being missing: line 2 cannot be read.')
    expect(empty.out).toContain('No key was revoked for being missing: the file has no rows.')
    expect(nameless.err).toContain('--source')
    expect(await counts()).toEqual(before)
  })

  it('take what options say where rows say nothing, and act with the rights of somebody', async () => {
    const { login } = await givenAdmin(app.database, { user: 7, entity: 'Lyon', isRecursive: false })
    const list = file('as.csv', 'Kontakt,max uses\nas1@example.org,\nas2@example.org,3\n')
    const options = [
      '--map',
      'Kontakt=email',
      '--max-uses',
      '2',
      '--lock',
      'phone=+33 1',
      '--profile',
      'Self-Service',
      '--entity',
      'Lyon',
    ]

    const made = await run('import', list, '--source', 'as', '--as', login, ...options, '--json')
    const [one, two] = made.out.split('\n').map((text) => JSON.parse(text || '{}') as { key?: string })
    const shown = await Promise.all([one, two].map((row) => run('show', row?.key ?? '', '--json')))
    const refused = await run(
      'import',
      file('no.csv', 'email,entity\nx@example.org,Paris'),
      '--source',
      'as',
      '--as',
      login,
    )

    expect(shown.map(({ out }) => JSON.parse(out) as unknown)).toMatchObject([
      { maxUses: 2, emails: ['as1@example.org'], fields: [{ field: 'phone', value: '+33 1', locked: true }] },
      { maxUses: 3, issuer: { kind: 'user' } },
    ])
    expect([refused.code, refused.out]).toEqual([
      9,
      expect.stringContaining('entity: there is no entity "Paris"'),
    ])
    const seen = await run('export', '--as', login, '--json')
    expect(seen.out.trim().split('\n')).toHaveLength(2)
  })

  it('keys are exported as a table that runs no formula, and codes are checked without a database', async () => {
    await run('create', '--label', '=HYPERLINK(1)')
    const created = await run('create', '--label', 'checked', '--json')
    const { code } = JSON.parse(created.out) as { code: string }
    const exported = await run('export', '--search', 'HYPERLINK')
    const [header, row, ...rest] = exported.out.split('\r\n')
    const check = (text: string, env = app.env) => runCommand(env, ['keys', 'check', text, '--json'])

    expect(header?.startsWith('\ufeffkey,label,hint,state,')).toBe(true)
    expect(row).toContain(",'=HYPERLINK(1),")
    expect(rest).toEqual([''])
    expect(JSON.parse((await check(code)).out)).toMatchObject({ wellFormed: true, ofThisInstance: true })
    expect(JSON.parse((await check(code, {})).out)).toMatchObject({ wellFormed: true, ofThisInstance: null })
    const [foreign, wrong] = [
      await check('GLPI-ARFV0-12345-6789A-BCDEF-GHJKM-NPQRS-KF5BP'),
      await check(code.replace(/.$/, (last) => (last === '0' ? '1' : '0'))),
    ]
    expect([foreign.code, wrong.code]).toEqual([6, 6])
    expect(JSON.parse(foreign.out)).toMatchObject({ wellFormed: true, ofThisInstance: false })
    expect(JSON.parse(wrong.out)).toMatchObject({ wellFormed: false })
  })

  it('stats count keys by state, and what waits', async () => {
    const [keys = 0, mails = 0] = await counts()
    const stats = JSON.parse((await runCommand(app.env, ['stats', '--json'])).out) as unknown

    expect(stats).toMatchObject({
      keys: {
        all: { count: Math.min(keys, 10_000), atLeast: keys > 10_000 },
        revoked: { count: 20, atLeast: false },
      },
      last30Days: { keysMade: Math.min(keys, 10_000), accountsMade: 0 },
      mails: { failed: 0 },
      stopped: false,
    })
    const people = await runCommand(app.env, ['stats'])
    expect(people.out).toMatch(/^keys in all +\d+\+?$/m)
    expect(mails).toBeGreaterThan(0)
  })
})
