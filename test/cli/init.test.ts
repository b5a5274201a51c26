import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parse as parseDotenv } from 'dotenv'
import { literal } from '../../src/doctor'
import { fillExample } from '../../src/cli/init/env-file'
import { readPhpProperties } from '../../src/cli/init/php-properties'
import { chooseAccountHost } from '../../src/cli/init/plan-accounts'
import { decodePassword, parseHost, readGlpiConfig } from '../../src/cli/init/read-glpi-config'
import { parseConfig } from '../../src/shared/config'
import { runCommand, type Spoken } from '../support/command-line'
import { keepSecret } from '../support/evidence'
import { createTestDatabase, type TestDatabase, testDatabasePrefix } from '../support/test-database'

interface Report {
  files: string[]
  sql: string[]
  next: string[]
  found: Record<string, unknown>
  warnings: string[]
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'glpi-invite-init-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const install = () => path.join(folder, 'install')
const init = (...args: string[]): Promise<Spoken> => runCommand({}, ['init', '--dir', install(), ...args])

async function initJson(...args: string[]): Promise<Report> {
  const { code, out, err } = await init('--json', ...args)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out) as Report
}

describe('init, beside a GLPI', () => {
  let glpi: TestDatabase
  let server: URL
  let glpiPassword: string
  beforeAll(async () => {
    glpi = await createTestDatabase('11.0', { migrate: false })
    server = new URL(glpi.runtimeUrl)
    glpiPassword = await givenAccountOfGlpi(glpi)
    await setInGlpi(glpi, {
      url_base: 'https://help.example.org/glpi/',
      smtp_host: 'smtp.example.org',
      from_email: 'glpi@example.org',
    })
  })
  afterAll(() => glpi.close())

  const config = (properties: Record<string, string> = {}) =>
    givenConfig({
      dbhost: `'${server.host}'`,
      dbuser: `'${accountOfGlpi(glpi)}'`,
      dbpassword: `'${rawurlencode(glpiPassword)}'`,
      dbdefault: `'${glpi.glpiDatabase}'`,
      ...properties,
    })

  it('leads to an installation that doctor has nothing to say about', async () => {
    const database = `${testDatabasePrefix}${randomBytes(5).toString('hex')}`
    const { files, sql, next } = await initJson(
      ...['--glpi-config', config(), '--database', database],
      ...['--public-url', 'http://127.0.0.1:1', '--glpi-time-zone', zoneOfDatabase],
    )
    const env = { ...readEnv(), LOG_LEVEL: 'silent' }

    for (const statement of sql) await glpi.sql(statement)
    const migrated = await runCommand(env, ['migrate'])
    const grants = await runCommand(env, argsOf(next.find((command) => command.includes('db grants'))))
    for (const statement of statementsOf(grants.out)) await glpi.sql(statement)
    const checked = await runCommand(env, ['doctor', '--json'])

    expect(files).toEqual([path.join(install(), '.env'), path.join(install(), 'keyring.json')])
    expect([migrated.code, grants.code, checked.code]).toEqual([0, 0, 0])
    const results = JSON.parse(checked.out) as { name: string; status: string }[]
    expect(results.filter(({ status }) => status !== 'ok')).toEqual([
      expect.objectContaining({ name: 'public-url' }), // nobody serves yet
    ])
  })

  it('says what it found in GLPI, and proposes from it', async () => {
    const { found, next, warnings } = await initJson('--glpi-config', config({ use_timezones: 'true' }))

    expect(found).toEqual({
      glpiDatabase: glpi.glpiDatabase,
      databaseServer: `${server.hostname}:${server.port}`,
      glpiVersion: '11.0.7',
      glpiUrl: 'https://help.example.org/glpi',
      smtpHost: 'smtp.example.org',
      smtpPort: 25,
      databaseTimeZone: expect.any(String) as unknown,
      useTimezones: true,
    })
    expect(readEnv()).toMatchObject({
      PUBLIC_URL: 'https://help.example.org/glpi/invite',
      GLPI_URL: 'https://help.example.org/glpi',
      GLPI_DATABASE: glpi.glpiDatabase,
      ENVIRONMENT: 'production',
      KEYRING_FILE: path.join(install(), 'keyring.json'),
    })
    expect(readText()).toContain('\n# SMTP_URL=smtp://user:password@smtp.example.org:25\n')
    expect(readText()).toContain('\n# MAIL_FROM=glpi@example.org\n')
    expect(warnings).toEqual([])
    expect(next).toEqual([
      `cd ${install()}`,
      'glpi-invite migrate',
      'glpi-invite db grants --account runtime --glpi 11.0 | mariadb',
      'glpi-invite doctor',
      'glpi-invite serve',
    ])
  })

  it('warns of the address that a fresh GLPI has', async () => {
    const fresh = await createTestDatabase('10.0', { migrate: false })
    const password = await givenAccountOfGlpi(fresh)
    const { warnings } = await initJson(
      ...['--public-url', 'https://help.example.org'],
      '--glpi-config',
      config({
        dbuser: `'${accountOfGlpi(fresh)}'`,
        dbpassword: `'${rawurlencode(password)}'`,
        dbdefault: `'${fresh.glpiDatabase}'`,
        use_timezones: 'true',
      }),
    )
    await fresh.close()

    expect(warnings).toEqual([
      'GLPI says its address is http://localhost/glpi, which only this machine can open: correct GLPI_URL in .env',
    ])
  })

  it('makes two new accounts with passwords of their own, and keeps nothing of GLPI’s', async () => {
    const { sql } = await initJson('--glpi-config', config())
    const { database, migrationDatabase } = parseConfig(readEnv())

    expect(database).toMatchObject({ user: 'glpi_invite', database: 'glpi_invite', host: server.hostname })
    expect(migrationDatabase).toMatchObject({ user: 'glpi_invite_mig', database: 'glpi_invite' })
    expect(database.password).toMatch(/^[\w-]{32}$/)
    expect(migrationDatabase?.password).not.toBe(database.password)
    expect(sql.slice(0, 2)).toEqual([
      `CREATE USER 'glpi_invite'@'localhost' IDENTIFIED BY '${database.password}';`,
      `CREATE USER 'glpi_invite_mig'@'localhost' IDENTIFIED BY '${migrationDatabase?.password ?? ''}';`,
    ])
    const written = readText() + readFileSync(path.join(install(), 'keyring.json'), 'utf8')
    expect(written).not.toContain(accountOfGlpi(glpi))
    expect(written).not.toContain(glpiPassword)
  })

  it('writes files that nobody else can read', async () => {
    await initJson('--glpi-config', config())

    const modes = ['.', '.env', 'keyring.json'].map(
      (name) => statSync(path.join(install(), name)).mode & 0o777,
    )
    expect(modes).toEqual([0o700, 0o600, 0o600])
  })

  it('prints the steps for people, and warnings apart from them', async () => {
    const { code, out, err } = await init('--glpi-config', config())

    expect(code).toBe(0)
    expect(out).toContain(`Wrote ${path.join(install(), '.env')}\n`)
    expect(out).toContain("  CREATE USER 'glpi_invite'@'localhost' IDENTIFIED BY '")
    expect(out).toContain('  glpi-invite doctor\n')
    expect(out).toContain('pass https://help.example.org/glpi/invite on to http://127.0.0.1:3000/glpi/invite')
    expect(err).toMatch(/^Warning: GLPI's use_timezones is off.*GLPI_TIME_ZONE/)
  })

  it.each(['.env', 'keyring.json'])(
    'overwrites nothing when %s is there, and writes nothing else',
    async (name) => {
      writeFileSync(path.join(folder, name), 'mine')

      const { code, out, err } = await init('--glpi-config', config(), '--dir', folder)

      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain(`${folder} has ${name} already, and nothing is overwritten`)
      expect(readdirSync(folder).sort()).toEqual([name, 'config_db.php'].sort())
      expect(readFileSync(path.join(folder, name), 'utf8')).toBe('mine')
    },
  )

  it.each([
    ['a zone that is none', ['--time-zone', 'Mars/Base'], /TIME_ZONE must be a time zone/],
    ['an address that is none', ['--public-url', 'help.example.org'], /PUBLIC_URL must be an address/],
    ['an environment in capitals', ['--environment', 'PROD'], /ENVIRONMENT must be production/],
    ['a name with spaces', ['--database', 'my tables'], /--database <name>/],
    ['an option it does not know', ['--colour', 'red'], /unknown option '--colour'/],
  ])('refuses %s before it writes anything', async (_, args, sentence) => {
    const { code, err } = await init('--glpi-config', config(), ...args)

    expect(code).toBe(2)
    expect(err).toMatch(sentence)
    expect(existsSync(install())).toBe(false)
  })

  it('refuses to put our tables into GLPI’s database', async () => {
    const { code, err } = await init('--glpi-config', config(), '--database', glpi.glpiDatabase)

    expect(code).toBe(2)
    expect(err).toContain("--database names GLPI's own database")
  })
})

describe('init, where GLPI’s database cannot be asked', () => {
  const password = randomBytes(12).toString('hex')
  const config = () =>
    givenConfig({
      dbhost: "'127.0.0.1:1'",
      dbuser: "'glpi'",
      dbpassword: `'${password}'`,
      dbdefault: "'glpi'",
    })

  it('goes on, and says what it could not find out', async () => {
    const { found, next, warnings } = await initJson(
      ...['--glpi-config', config(), '--public-url', 'https://help.example.org/invite/'],
    )

    expect(found).toMatchObject({ glpiVersion: null, glpiUrl: null, smtpHost: null, databaseTimeZone: null })
    expect(warnings[0]).toMatch(/^GLPI's database at 127\.0\.0\.1:1 could not be asked \(ECONNREFUSED\)/)
    expect(warnings[1]).toContain('GLPI_URL is a guess (https://help.example.org)')
    expect(JSON.stringify(warnings)).not.toContain(password)
    expect(next).toContain('glpi-invite db grants --account runtime --glpi <10.0 or 11.0> | mariadb')
    expect(parseConfig(readEnv())).toMatchObject({
      publicUrl: 'https://help.example.org/invite',
      glpiUrl: 'https://help.example.org',
    })
  })

  it('needs to be told the public address', async () => {
    const { code, err } = await init('--glpi-config', config())

    expect(code).toBe(2)
    expect(err).toMatch(/ECONNREFUSED.*--public-url/)
    expect(existsSync(install())).toBe(false)
  })

  it('leaves it to the administrator to accept plain http', async () => {
    const { warnings } = await initJson('--glpi-config', config(), '--public-url', 'http://help.example.org')

    expect(warnings.join()).toContain('PUBLIC_URL is plain http (http://help.example.org)')
    expect(() => parseConfig(readEnv())).toThrow('PUBLIC_URL is plain http')
    expect(() => parseConfig({ ...readEnv(), ALLOW_HTTP: 'true' })).not.toThrow()
  })

  it('says so when there is no configuration of GLPI', async () => {
    const nowhere = await init('--glpi-config', path.join(folder, 'nothing.php'))
    writeFileSync(path.join(folder, 'other.php'), '<?php $x = 1;')
    const another = await init('--glpi-config', path.join(folder, 'other.php'))

    expect([nowhere.code, another.code]).toEqual([2, 2])
    expect(nowhere.err).toContain('nothing.php cannot be read')
    expect(another.err).toContain("$dbhost, $dbuser, $dbdefault: is it GLPI's config_db.php?")
  })
})

describe('config_db.php', () => {
  it('is read as PHP would, without running it', () => {
    const properties = readPhpProperties(`<?php
      // it's GLPI's
      class DB extends DBmysql {
        public $dbhost = 'it\\'s a \\\\host // no comment';
        var $dbuser="a \\"quoted\\" \\$user";
        public string $dbpassword = '';
        protected static ?string $note = 'public $dbdefault = "no";';
        public $use_timezones = TRUE; public $port=3306;
        public $nothing = null;
        public $computed = 'a' . 'b';
        public $list = ['a', 'b'];
        public $dbdefault
          = 'glpi';
        // public $dbhost = 'newer';
        # public $dbhost = 'newer';
        /* public $dbhost = 'newer'; */
      }`)

    expect(Object.fromEntries(properties)).toEqual({
      dbhost: "it's a \\host // no comment",
      dbuser: 'a "quoted" $user',
      dbpassword: '',
      note: 'public $dbdefault = "no";',
      use_timezones: true,
      port: 3306,
      nothing: null,
      dbdefault: 'glpi',
    })
  })

  it.each([
    ['db.example.org', { host: 'db.example.org', port: 3306, socketPath: undefined }],
    ['db.example.org:3307', { host: 'db.example.org', port: 3307, socketPath: undefined }],
    ['10.0.0.5:', { host: '10.0.0.5', port: 3306, socketPath: undefined }],
    ['localhost', { host: 'localhost', port: 3306, socketPath: '/run/mysqld/mysqld.sock' }],
    ['', { host: 'localhost', port: 3306, socketPath: '/run/mysqld/mysqld.sock' }],
    ['localhost:3307', { host: 'localhost', port: 3307, socketPath: undefined }],
    ['localhost:/var/lib/my.sock', { host: 'localhost', port: 3306, socketPath: '/var/lib/my.sock' }],
    [':/var/lib/my.sock', { host: 'localhost', port: 3306, socketPath: '/var/lib/my.sock' }],
    ['[2001:db8::1]:3307', { host: '2001:db8::1', port: 3307, socketPath: undefined }],
    ['[::1]', { host: '::1', port: 3306, socketPath: undefined }],
    ['2001:db8::1', { host: '2001:db8::1', port: 3306, socketPath: undefined }],
  ])('may say that the server is at %j', (dbhost, place) => {
    expect(parseHost(dbhost, ['/run/mysqld/mysqld.sock', '/tmp/mysql.sock'])).toEqual(place)
  })

  // Left: what PHP 8.2's rawurlencode made of the right.
  it.each([
    ['p%40ss%20%2B%20100%25%20%22%C3%A9%27%5C', 'p@ss + 100% "é\'\\'],
    ['plain+plus', 'plain+plus'],
    ['100%', '100%'],
    ['%zz%4', '%zz%4'],
  ])('holds the password %s', (encoded, password) => {
    expect(decodePassword(encoded)).toBe(password)
  })

  it('tells about TLS and time zones', () => {
    const source = `class DB { public $dbhost = 'db'; public $dbuser = 'u'; public $dbdefault = 'g';
      public $dbssl = true; public $dbsslca = '/etc/ca.pem'; public $use_timezones = false; }`

    expect(readGlpiConfig('config_db.php', source, [])).toMatchObject({
      database: { tls: true, password: '' },
      caFile: '/etc/ca.pem',
      usesTimeZones: false,
    })
  })
})

describe('the accounts', () => {
  it.each([
    ['127.0.0.1', undefined, 'localhost'],
    ['127.0.0.1', 'localhost', 'localhost'],
    ['127.0.0.1', '127.0.0.1', '127.0.0.1'],
    ['localhost', '::1', '::1'],
    ['localhost', '172.17.0.1', '%'],
    ['db.example.org', 'glpi.example.org', '%'],
  ])('for a server at %s that sees us as %s come from %s', (host, seenAs, expected) => {
    const address = {
      host,
      port: 3306,
      socketPath: undefined,
      user: '',
      password: '',
      database: '',
      tls: false,
    }

    expect(chooseAccountHost(address, seenAs)).toBe(expected)
  })
})

describe('the .env file', () => {
  it.each(['plain', '/with space/and#hash', "it's", 'all `three` "of" them', ''])(
    'gives %j back as it was',
    (value) => {
      const text = fillExample('# NAME=\nOTHER=1\n', { set: { NAME: value }, proposed: {} })

      expect(parseDotenv(text)).toEqual({ NAME: value, OTHER: '1' })
    },
  )

  it('shows a proposal as a comment', () => {
    const text = fillExample('# NAME=\n', { set: {}, proposed: { NAME: 'smtp://host' } })

    expect(text).toBe('# NAME=smtp://host\n')
  })
})

const zoneOfDatabase = Intl.DateTimeFormat().resolvedOptions().timeZone

/** As PHP's: encodeURIComponent leaves a few more as they are. */
const rawurlencode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

function givenConfig(properties: Record<string, string>): string {
  const file = path.join(folder, 'config_db.php')
  const lines = Object.entries(properties).map(([name, value]) => `   public $${name} = ${value};`)
  writeFileSync(file, ['<?php', 'class DB extends DBmysql {', ...lines, '}', ''].join('\n'))
  return file
}

const accountOfGlpi = ({ glpiDatabase }: TestDatabase): string => `of_${glpiDatabase}`

/** @returns its password */
async function givenAccountOfGlpi(glpi: TestDatabase): Promise<string> {
  const { sql, glpiDatabase } = glpi
  const account = `${literal(accountOfGlpi(glpi))}@'%'`
  const password = `p@ss + 100% "é'\\${randomBytes(6).toString('hex')}`
  keepSecret(password)
  await sql(`CREATE USER ${account} IDENTIFIED BY ${literal(password)}`)
  await sql(`GRANT ALL PRIVILEGES ON ??.* TO ${account}`, [glpiDatabase])
  return password
}

async function setInGlpi({ sql, glpiDatabase }: TestDatabase, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    await sql("UPDATE ??.glpi_configs SET value = ? WHERE context = 'core' AND name = ?", [
      glpiDatabase,
      value,
      name,
    ])
  }
}

const readText = (): string => readFileSync(path.join(install(), '.env'), 'utf8')
const readEnv = (): Record<string, string> => parseDotenv(readText())

/** The arguments of `glpi-invite … | mariadb`. */
const argsOf = (command = ''): string[] => command.replace(/ \|.*/, '').split(' ').slice(1)

const statementsOf = (out: string): string[] =>
  out.split('\n').filter((line) => line !== '' && !line.startsWith('--'))
