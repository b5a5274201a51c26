import { randomBytes } from 'node:crypto'
import { chmodSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { literal, runChecks, runtimeGrants } from '../../src/doctor'
import { allows, excessGrants, missingGrants, parseGrants } from '../../src/doctor/grants'
import { createContext, type Overrides } from '../../src/context'
import { queueMails } from '../../src/mail'
import { revokeKey } from '../../src/keys'
import { givenKey } from '../support/builders'
import { runCommand } from '../support/command-line'
import { parseConfig } from '../../src/shared/config'
import { keepLog, keepSecret } from '../support/evidence'
import { close, listen, startTestApp, TestClock, type TestApp, testEnv } from '../support/test-app'
import { createTestDatabase, type TestDatabase } from '../support/test-database'

const zoneOfDatabase = Intl.DateTimeFormat().resolvedOptions().timeZone

interface Result {
  status: string
  message: string
}

/** The checks by name, and the exit code. What it says is searched for secrets at the end of the run. */
async function doctor(
  env: Record<string, string>,
  overrides: Overrides = {},
): Promise<{ code: number; checks: Record<string, Result>; names: string[] }> {
  const { code, out, err } = await runCommand(env, ['doctor', '--json'], overrides)
  keepLog(out + err)
  const results = JSON.parse(out) as (Result & { name: string })[]
  const checks = Object.fromEntries(results.map(({ name, ...result }) => [name, result]))
  return { code, checks, names: results.map(({ name }) => name) }
}

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((end) => end()))
})

describe('doctor, with a server that runs', () => {
  let app: TestApp
  let silent: SilentServer
  let silence: ReturnType<typeof doctor>
  beforeAll(async () => {
    app = await startTestApp({ env: { GLPI_TIME_ZONE: zoneOfDatabase } })
    silent = await startSilentServer()
    // Patience takes its time: it is begun here, and the tests go on meanwhile.
    silence = withEnv({
      PUBLIC_URL: `http://127.0.0.1:${silent.port}`,
      SMTP_URL: `smtp://127.0.0.1:${silent.port}`,
    })
  })
  afterAll(async () => {
    await silent.close()
    await app.close()
  })

  const withEnv = (env: Record<string, string>, overrides?: Overrides) =>
    doctor({ ...app.env, ...env }, overrides)

  it('finds nothing to say, and exits with 0', async () => {
    const { code, checks, names } = await withEnv({})

    expect(code).toBe(0)
    expect(names).toEqual([
      'configuration',
      'database',
      'migrations',
      'glpi',
      'grants',
      'key-ring',
      'public-url',
      'clock',
      'time-zones',
      'mail',
      'altcha',
      'background',
      'webhooks',
    ])
    expect(Object.values(checks).map(({ status }) => status)).toEqual(names.map(() => 'ok'))
    expect(checks['glpi']?.message).toBe(
      `GLPI 10.0.19 in ${app.database.glpiDatabase}, with the tables of 10.0`,
    )
    expect(checks['public-url']?.message).toBe(`${app.url}/ is answered by this server`)
    expect(checks['mail']?.message).toBe('no mail server configured; links can be copied')
  })

  it('prints one line a check for people', async () => {
    const { code, out } = await runCommand(app.env, ['doctor'])

    const lines = out.trimEnd().split('\n')
    expect(code).toBe(0)
    expect(lines).toHaveLength(13)
    expect(lines.every((line) => line.startsWith('ok  '))).toBe(true)
  })

  it('lists what is wrong with a configuration that cannot be parsed, and exits with 3', async () => {
    const { code, out, err } = await runCommand({ ...app.env, PORT: 'many', GLPI_URL: '' }, ['doctor'])

    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(err).toContain('PORT ')
    expect(err).toContain('GLPI_URL is missing')
  })

  it('names what the configuration dares', async () => {
    const { checks } = await withEnv({
      PUBLIC_URL: 'http://help.example.invalid',
      ALLOW_HTTP: 'true',
      ENVIRONMENT: 'staging',
    })

    expect(checks['configuration']).toMatchObject({ status: 'warn' })
    expect(checks['configuration']?.message).toMatch(/ALLOW_HTTP.*ENVIRONMENT is staging/)
  })

  it('tells whether the work in the background is done, and how it went', async () => {
    const { database, sql } = app.database
    const message = async (late: string, failures: number) => {
      await sql('REPLACE INTO ??.jobs (name, due_at, ended_at, outcome, failures) VALUES (?, ?, ?, ?, ?)', [
        database,
        'post',
        new Date(Date.now() - (late === 'late' ? 3 * 3_600_000 : 0)),
        new Date(),
        'the mail server is away',
        failures,
      ])
      return (await withEnv({})).checks['background']
    }

    expect(await message('in time', 0)).toEqual({ status: 'ok', message: 'what is due has been done' })
    expect(await message('in time', 2)).toEqual({
      status: 'warn',
      message: 'post failed 2 times in a row: the mail server is away',
    })
    expect(await message('late', 0)).toEqual({
      status: 'warn',
      message: 'post is 3 hours late: is the server running without WORKER=off, or "glpi-invite work"?',
    })
  })

  describe('about the database', () => {
    it('says that it cannot be reached, and checks the rest', async () => {
      const { code, checks } = await withEnv({ DATABASE_URL: 'mysql://run:hidden@127.0.0.1:1/invite' })

      expect(code).toBe(7)
      expect(checks['database']).toMatchObject({ status: 'fail' })
      expect(checks['database']?.message).toMatch(/^127\.0\.0\.1:1 cannot be reached \(ECONNREFUSED\)/)
      for (const name of ['migrations', 'glpi', 'grants', 'clock', 'time-zones']) {
        expect(checks[name]).toEqual({
          status: 'warn',
          message: 'not checked: the database cannot be used, see above',
        })
      }
      expect(checks['key-ring']).toMatchObject({ status: 'ok' })
      expect(checks['public-url']).toMatchObject({ status: 'ok' })
    })

    it.each([
      ['a wrong password', (url: URL) => (url.password = 'forgotten'), /does not let the account run_\w+ in/],
      ['a database of others', (url: URL) => (url.pathname = '/mysql'), /may not use the database mysql/],
    ])('explains %s without repeating a password', async (_, spoil, sentence) => {
      const url = new URL(app.database.runtimeUrl)
      spoil(url)

      const { checks } = await withEnv({ DATABASE_URL: url.href })

      expect(checks['database']).toMatchObject({ status: 'fail' })
      expect(checks['database']?.message).toMatch(sentence)
      expect(JSON.stringify(checks)).not.toContain(url.password)
    })
  })

  describe('about the grants', () => {
    it.each([
      ['INSERT', 'glpi_logs', 'INSERT on'],
      ['SELECT (password, language)', 'glpi_users', 'SELECT (password, language) on'],
    ])('names %s on %s when it is missing, and the command that prints it', async (right, table, named) => {
      const { glpiDatabase } = app.database
      const env = await givenAccount(app.database, [`REVOKE ${right} ON ${glpiDatabase}.${table} FROM`])

      const { code, checks } = await withEnv(env)

      expect(code).toBe(7)
      expect(checks['grants']).toEqual({
        status: 'fail',
        message:
          `the account lacks ${named} ${glpiDatabase}.${table}: ` +
          'apply what "glpi-invite db grants --account runtime --host %" prints',
      })
    })

    it('still names them when GLPI cannot be read for want of them', async () => {
      const { database, glpiDatabase } = app.database
      const env = await givenAccount(app.database, [
        `REVOKE SELECT ON ${glpiDatabase}.glpi_configs FROM`,
        `REVOKE SELECT ON ${database}.switches FROM`,
      ])

      const { checks } = await withEnv(env)

      expect(checks['glpi']).toMatchObject({ status: 'fail' })
      expect(checks['grants']?.message).toContain(
        `lacks SELECT on ${database}.switches, SELECT on ${glpiDatabase}.glpi_configs:`,
      )
    })

    it.each([
      [
        'UPDATE on a table of GLPI',
        'GRANT UPDATE ON {glpi}.glpi_users TO',
        /: UPDATE on GLPI's tables; it has/,
      ],
      ['DELETE on the audit', 'GRANT DELETE ON {ours}.audit_events TO', /: DELETE on audit_events; it has/],
      [
        'everything in GLPI',
        'GRANT ALL PRIVILEGES ON {glpi}.* TO',
        /: UPDATE and DELETE on GLPI's tables; it has ALL PRIVILEGES on/,
      ],
      [
        'more columns of people',
        'GRANT SELECT ON {glpi}.glpi_users TO',
        /: it has SELECT on invtest_\w+\.glpi_users/,
      ],
      [
        'everything everywhere',
        'GRANT ALL PRIVILEGES ON *.* TO',
        /: UPDATE and DELETE on GLPI's tables; UPDATE and DELETE on audit_events; it has ALL PRIVILEGES on \*\.\*/,
      ],
      [
        'a right to pass rights on',
        'GRANT SELECT ON {ours}.switches TO {account} WITH GRANT OPTION',
        /GRANT OPTION on/,
      ],
    ])('warns of an account with %s', async (_, statement, sentence) => {
      const env = await givenAccount(app.database, [statement])

      const { code, checks } = await withEnv(env)

      expect(code).toBe(0)
      expect(checks['grants']).toMatchObject({ status: 'warn' })
      expect(checks['grants']?.message).toMatch(/^this account may do more than needed: /)
      expect(checks['grants']?.message).toMatch(sentence)
    })
  })

  it('does not call grants missing that a role may give', async () => {
    const role = `role_${randomBytes(5).toString('hex')}`
    await app.database.sql(`CREATE ROLE ${role}`)
    const { glpiDatabase } = app.database
    const env = await givenAccount(app.database, [
      `REVOKE INSERT ON ${glpiDatabase}.glpi_logs FROM`,
      `GRANT ${role} TO`,
    ])

    const { checks } = await withEnv(env)

    expect(checks['grants']).toMatchObject({ status: 'warn' })
    expect(checks['grants']?.message).toMatch(/^the account has roles/)
  })

  describe('about the key ring', () => {
    it('says that it is missing', async () => {
      const { code, checks } = await withEnv({ KEYRING_FILE: '/nowhere/keyring.json' })

      expect(code).toBe(7)
      expect(checks['key-ring']).toMatchObject({ status: 'fail' })
      expect(checks['key-ring']?.message).toMatch(/\/nowhere\/keyring\.json cannot be read: restore it/)
    })

    it('says that others can read it', async () => {
      const env = testEnv(app.database, app.url)
      chmodSync(env['KEYRING_FILE'] ?? '', 0o644)

      const { checks } = await withEnv(env)

      expect(checks['key-ring']).toMatchObject({ status: 'fail' })
      expect(checks['key-ring']?.message).toContain('chmod 600')
    })

    it('takes sealing turned off for a choice', async () => {
      const { checks } = await withEnv({ KEYRING_FILE: 'off' })

      expect(checks['key-ring']).toMatchObject({ status: 'ok' })
      expect(checks['key-ring']?.message).toMatch(/^sealing is off/)
    })
  })

  describe('about the public address', () => {
    it('says that nobody answers', async () => {
      const gone = createServer()
      const port = await listen(gone)
      await close(gone)

      const { code, checks } = await withEnv({ PUBLIC_URL: `http://127.0.0.1:${port}` })

      expect(code).toBe(0)
      expect(checks['public-url']).toMatchObject({ status: 'warn' })
      expect(checks['public-url']?.message).toMatch(/\(ECONNREFUSED\): start the server or check the proxy$/)
    })

    it('knows another program by its page', async () => {
      const url = await givenWebServer((_req, res) =>
        res.writeHead(200, { 'X-Robots-Tag': 'noindex' }).end('<h1>GLPI</h1>'),
      )

      const { checks } = await withEnv({ PUBLIC_URL: url })

      expect(checks['public-url']).toMatchObject({ status: 'warn' })
      expect(checks['public-url']?.message).toContain(`${url}/ is answered by another program (status 200)`)
    })

    it('knows this program at another path than PUBLIC_URL says', async () => {
      const url = await givenWebServer(passOnTo(app.url))

      const { checks } = await withEnv({ PUBLIC_URL: `${url}/invite` })

      expect(checks['public-url']?.message).toContain('is answered by another program')
    })

    it('does not follow visitors to another host', async () => {
      const url = await givenWebServer((_req, res) =>
        res.writeHead(302, { Location: 'http://elsewhere.invalid/invite' }).end(),
      )

      const { checks } = await withEnv({ PUBLIC_URL: url })

      expect(checks['public-url']).toMatchObject({ status: 'warn' })
      expect(checks['public-url']?.message).toContain('sends visitors on to http://elsewhere.invalid:')
    })

    it('follows them on the same host', async () => {
      const url = await givenWebServer((_req, res) => res.writeHead(301, { Location: `${app.url}/` }).end())

      const { checks } = await withEnv({ PUBLIC_URL: url })

      expect(checks['public-url']).toMatchObject({ status: 'ok' })
    })

    it('warns of a proxy that nobody trusts', async () => {
      const url = await givenWebServer(passOnTo(app.url, { Via: '1.1 front' }))

      const { checks } = await withEnv({ PUBLIC_URL: url })
      const trusting = await withEnv({ PUBLIC_URL: url, TRUSTED_PROXIES: '127.0.0.1' })

      expect(checks['public-url']).toMatchObject({ status: 'warn' })
      expect(checks['public-url']?.message).toContain('TRUSTED_PROXIES is empty')
      expect(trusting.checks['public-url']).toMatchObject({ status: 'ok' })
    })
  })

  describe('about the time', () => {
    it.each([
      [4_000, 'ok', /agree/],
      [20_000, 'warn', /this machine's clock is (19|20|21) s ahead of the database's/],
      [-20_000, 'warn', /this machine's clock is (19|20|21) s behind the database's/],
      [90_000, 'fail', /this machine's clock is (89|90|91) s ahead of the database's/],
    ])('calls clocks that are %d ms apart %s', async (ms, status, sentence) => {
      const clock = new TestClock()
      clock.advance(ms)

      const { code, checks } = await withEnv({}, { clock })

      expect(checks['clock']).toMatchObject({ status })
      expect(checks['clock']?.message).toMatch(sentence)
      expect(code).toBe(status === 'fail' ? 7 : 0)
    })

    it('asks for the zone of PHP', async () => {
      const { checks } = await withEnv({ GLPI_TIME_ZONE: '' })

      expect(checks['time-zones']).toMatchObject({ status: 'warn' })
      expect(checks['time-zones']?.message).toMatch(/^GLPI_TIME_ZONE is not set/)
    })

    it('warns of zones that differ', async () => {
      const { checks } = await withEnv({ GLPI_TIME_ZONE: 'Pacific/Kiritimati' })

      expect(checks['time-zones']).toMatchObject({ status: 'warn' })
      expect(checks['time-zones']?.message).toMatch(
        /Pacific\/Kiritimati\) is \d+ minutes ahead .*use_timezones/,
      )
    })
  })

  it('sees in winter that London leaves UTC in summer', async () => {
    const clock = new TestClock()
    clock.advance(Date.UTC(new Date().getUTCFullYear() + 1, 0, 15) - Date.now())
    await app.database.sql("SET GLOBAL time_zone = '+00:00'")
    closing.push(async () => {
      await app.database.sql("SET GLOBAL time_zone = 'SYSTEM'")
    })

    const { checks } = await withEnv({ GLPI_TIME_ZONE: 'Europe/London' }, { clock })

    expect(checks['time-zones']).toMatchObject({ status: 'warn' })
    expect(checks['time-zones']?.message).toMatch(
      /^GLPI's zone \(Europe\/London\) is 60 minutes ahead of the database's \(\+00:00\) for a part of the year:/,
    )
  })

  describe('about mail', () => {
    it('signs in to the server', async () => {
      const port = await givenMailServer((_auth, done) => done(null, { user: 'us' }))

      const { checks } = await withEnv({ SMTP_URL: `smtp://us:right%20one@127.0.0.1:${port}` })

      expect(checks['mail']).toEqual({ status: 'ok', message: 'the mail server lets us in' })
    })

    it('never repeats the password, even if the server does', async () => {
      const password = keptSecret()
      const port = await givenMailServer((auth, done) => done(new Error(`what is ${auth.password ?? ''}?`)))

      const { code, checks } = await withEnv({ SMTP_URL: `smtp://us:${password}@127.0.0.1:${port}` })

      expect(code).toBe(7)
      expect(checks['mail']).toEqual({
        status: 'fail',
        message:
          `the mail server at 127.0.0.1:${port} refuses the account (EAUTH, answer 535): ` +
          'check the user and the password in SMTP_URL',
      })
    })

    it('counts the mails that wait for a server', async () => {
      await queueMails(app.context.db, app.context, [
        { kind: 'welcome', to: { address: 'ada@example.org' }, language: 'en' },
      ])

      expect((await withEnv({})).checks['mail']).toEqual({
        status: 'warn',
        message:
          '1 mail waits and no mail server is configured: set SMTP_URL and MAIL_FROM, or copy the links',
      })
    })

    it('says that keys which ask for proof of the address need one', async () => {
      const message =
        '1 key asks for proof of the address, which takes a mail server: set SMTP_URL and MAIL_FROM'
      await app.database.sql('DELETE FROM ??.outbox', [app.database.database])
      const { uid } = await givenKey(app, { needsProof: true })

      expect((await withEnv({})).checks['mail']).toEqual({ status: 'warn', message })
      await revokeKey(app.context, { kind: 'system' }, uid)
      expect((await withEnv({})).checks['mail']).toMatchObject({ status: 'ok' })
    })

    it('does not speak to a server with a certificate of its own making', async () => {
      const port = await givenMailServer((_auth, done) => done(null, { user: 'us' }), {
        disabledCommands: [],
      })

      const { checks } = await withEnv({
        SMTP_URL: `smtp://us:secret@127.0.0.1:${port}`,
        SMTP_TLS: 'required',
      })

      expect(checks['mail']).toMatchObject({ status: 'fail' })
      expect(checks['mail']?.message).toContain('certificate')
    })
  })

  it('waits for nothing longer than somebody does who looks at the page', async () => {
    const context = createContext(parseConfig({ ...app.env, SMTP_URL: `smtp://127.0.0.1:${silent.port}` }))
    closing.push(() => context.close())

    const results = await runChecks(context, 400)

    const mail = results.find(({ name }) => name === 'mail')
    expect(mail).toEqual({
      name: 'mail',
      status: 'fail',
      message: 'no answer within 0.4 s: look again later',
    })
    expect(results.filter(({ status }) => status === 'fail')).toHaveLength(1)
  })

  it('does not wait for the silent', async () => {
    const { checks } = await silence

    expect(checks['public-url']?.message).toContain('(no answer within 5 s)')
    expect(checks['mail']?.message).toContain('does not answer (ETIMEDOUT)')
  })
})

describe('doctor, about tables that are not as they should be', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await createTestDatabase('11.0')
  })
  afterEach(() => database.close())

  const checksNow = async () => (await doctor(testEnv(database, 'http://127.0.0.1:1'))).checks

  it('names the command for changes that are pending', async () => {
    await database.sql("DELETE FROM ??.knex_migrations WHERE name LIKE '%switches.js'", [database.database])

    const { migrations } = await checksNow()

    expect(migrations).toMatchObject({ status: 'fail' })
    expect(migrations?.message).toMatch(/lack 1 change\(s\).*_switches\.js.*"glpi-invite migrate"/)
  })

  it('knows tables of a newer release', async () => {
    await database.sql("INSERT INTO ??.knex_migrations (name, batch) VALUES ('2099_new.js', 9)", [
      database.database,
    ])

    const { migrations } = await checksNow()

    expect(migrations).toMatchObject({ status: 'fail' })
    expect(migrations?.message).toMatch(/newer release \(2099_new\.js\): install that one/)
  })

  it('says that GLPI is in maintenance', async () => {
    await setInGlpi(database, 'maintenance_mode', '1')

    const { glpi, grants } = await checksNow()

    expect(glpi).toMatchObject({ status: 'warn' })
    expect(glpi?.message).toMatch(/^GLPI 11\.0\.7 is in maintenance mode/)
    expect(grants).toMatchObject({ status: 'ok' })
  })

  it('says that it does not know this GLPI', async () => {
    await setInGlpi(database, 'version', '12.0.0')

    const { glpi } = await checksNow()

    expect(glpi).toMatchObject({ status: 'fail' })
    expect(glpi?.message).toContain('GLPI\'s version is "12.0.0"')
  })

  it('names the columns that an account made for 10.0 lacks on 11.0', async () => {
    const env = await givenAccount(database, [
      `REVOKE SELECT (\`2fa\`, 2fa_unenforced) ON ${database.glpiDatabase}.glpi_users FROM`,
    ])

    const { checks } = await doctor({ ...testEnv(database, 'http://127.0.0.1:1'), ...env })

    expect(checks['grants']?.message).toContain(
      `lacks SELECT (2fa, 2fa_unenforced) on ${database.glpiDatabase}.glpi_users`,
    )
  })
})

describe('what SHOW GRANTS answers', () => {
  const whole = { columns: undefined }

  it.each([
    ["GRANT USAGE ON *.* TO `run`@`%` IDENTIFIED BY PASSWORD '*AB'", []],
    ['GRANT `helpdesk`@`%` TO `run`@`%`', []],
    ['SET DEFAULT ROLE `helpdesk` FOR `run`@`%`', []],
    ['GRANT PROXY ON ``@`%` TO `root`@`localhost` WITH GRANT OPTION', []],
    ['GRANT EXECUTE ON PROCEDURE `glpi`.`tidy` TO `run`@`%`', []],
    [
      'GRANT SELECT, INSERT ON `inv``ite`.`key_codes` TO `run`@`%`',
      [
        { privilege: 'SELECT', ...whole, database: 'inv`ite', table: 'key_codes' },
        { privilege: 'INSERT', ...whole, database: 'inv`ite', table: 'key_codes' },
      ],
    ],
    [
      'GRANT SELECT (`id`, `od``d, one`), INSERT, UPDATE (name) ON `GLPI`.`glpi_users` TO `run`@`%`',
      [
        { privilege: 'SELECT', columns: ['id', 'od`d, one'], database: 'glpi', table: 'glpi_users' },
        { privilege: 'INSERT', ...whole, database: 'glpi', table: 'glpi_users' },
        { privilege: 'UPDATE', columns: ['name'], database: 'glpi', table: 'glpi_users' },
      ],
    ],
    [
      'GRANT CREATE TEMPORARY TABLES, LOCK TABLES ON `glpi`.* TO `run`@`%`',
      [
        { privilege: 'CREATE TEMPORARY TABLES', ...whole, database: 'glpi', table: '*' },
        { privilege: 'LOCK TABLES', ...whole, database: 'glpi', table: '*' },
      ],
    ],
    [
      'GRANT APPLICATION_PASSWORD_ADMIN,XA_RECOVER_ADMIN ON *.* TO `root`@`localhost` WITH GRANT OPTION',
      [
        { privilege: 'APPLICATION_PASSWORD_ADMIN', ...whole, database: '*', table: '*' },
        { privilege: 'XA_RECOVER_ADMIN', ...whole, database: '*', table: '*' },
        { privilege: 'GRANT OPTION', ...whole, database: '*', table: '*' },
      ],
    ],
  ])('is read: %s', (line, grants) => {
    expect(parseGrants(line)).toEqual(grants)
  })

  it.each([
    ['GRANT ALL PRIVILEGES ON *.* TO `u`@`%`', true],
    ['GRANT UPDATE ON `glpi`.* TO `u`@`%`', true],
    ['GRANT UPDATE ON `gl\\_pi`.* TO `u`@`%`', false],
    ['GRANT UPDATE ON `g_p%`.* TO `u`@`%`', true],
    ['GRANT UPDATE ON `g.pi`.* TO `u`@`%`', false],
    ['GRANT UPDATE ON `glpi`.`glpi_logs` TO `u`@`%`', false],
    ['GRANT UPDATE (`name`) ON `glpi`.`glpi_users` TO `u`@`%`', true],
    ['GRANT SELECT ON `glpi`.`glpi_users` TO `u`@`%`', false],
  ])('%s allows an UPDATE of people: %s', (line, expected) => {
    const target = { privilege: 'UPDATE', database: 'glpi', table: 'glpi_users' }

    expect(parseGrants(line).some((grant) => allows(grant, target))).toBe(expected)
  })

  it('is compared column by column', () => {
    const needed = parseGrants('GRANT SELECT (`id`, `name`) ON `g`.`u` TO x')
    const compare = (line: string) => ({
      missing: missingGrants(needed, parseGrants(line)).map(({ columns }) => columns),
      excess: excessGrants(needed, parseGrants(line)).map(({ columns }) => columns),
    })

    expect(compare('GRANT SELECT (`name`, `id`) ON `g`.`u` TO x')).toEqual({ missing: [], excess: [] })
    expect(compare('GRANT SELECT (`name`) ON `g`.`u` TO x')).toEqual({ missing: [['id']], excess: [] })
    expect(compare('GRANT SELECT ON `g`.`u` TO x')).toEqual({ missing: [], excess: [undefined] })
    expect(compare('GRANT SELECT (`id`, `name`, `api_token`) ON `g`.`u` TO x').excess).toHaveLength(1)
  })
})

/** Another account of the server's, with what it needs, and then changed. */
async function givenAccount(
  { database, glpiDatabase, line, runtimeUrl, sql }: TestDatabase,
  changes: string[],
): Promise<{ DATABASE_URL: string }> {
  const account = { user: `other_${randomBytes(5).toString('hex')}`, host: '%' }
  const password = keptSecret()
  const name = `${literal(account.user)}@'%'`
  await sql(`CREATE USER ${name} IDENTIFIED BY ${literal(password)}`)
  for (const statement of runtimeGrants({ database, glpiDatabase, line }, account)) await sql(statement)
  for (const change of changes) {
    const statement = change.replace('{ours}', database).replace('{glpi}', glpiDatabase)
    await sql(statement.includes('{account}') ? statement.replace('{account}', name) : `${statement} ${name}`)
  }
  const url = new URL(runtimeUrl)
  url.username = account.user
  url.password = password
  return { DATABASE_URL: url.href }
}

function keptSecret(): string {
  const secret = randomBytes(12).toString('hex')
  keepSecret(secret)
  return secret
}

async function setInGlpi({ sql, glpiDatabase }: TestDatabase, name: string, value: string): Promise<void> {
  await sql("UPDATE ??.glpi_configs SET value = ? WHERE context = 'core' AND name = ?", [
    glpiDatabase,
    value,
    name,
  ])
}

async function givenWebServer(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  const port = await listen(server)
  closing.push(() => close(server))
  return `http://127.0.0.1:${port}`
}

/** Takes every connection, and says nothing. */
interface SilentServer {
  port: number
  close(): Promise<void>
}

async function startSilentServer(): Promise<SilentServer> {
  const callers: Socket[] = []
  const server = createTcpServer((caller) => callers.push(caller))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      callers.forEach((caller) => caller.destroy())
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** Passes every request on to the first page, as a proxy with too simple a rule does. */
function passOnTo(url: string, headers: Record<string, string> = {}): RequestListener {
  return (_req, res) => {
    void fetch(`${url}/`).then(async (answer) => {
      const robots = answer.headers.get('x-robots-tag') ?? ''
      res.writeHead(answer.status, { 'X-Robots-Tag': robots, ...headers }).end(await answer.text())
    })
  }
}

type Auth = NonNullable<SMTPServerOptions['onAuth']>
type Decide = (auth: Parameters<Auth>[0], done: Parameters<Auth>[2]) => void

async function givenMailServer(decide: Decide, options: SMTPServerOptions = {}): Promise<number> {
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    ...options,
    onAuth: (auth, _session, done) => decide(auth, done),
  })
  server.on('error', () => undefined) // a client that hangs up in the middle
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(() => resolve())))
  return (server.server.address() as AddressInfo).port
}
