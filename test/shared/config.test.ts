import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parse as parseDotenv } from 'dotenv'
import { type Env, parseConfig } from '../../src/shared/config'
import { languages } from '../../src/shared/i18n'

const projectRoot = path.join(__dirname, '../..')

/** The fewest settings that will do. */
const complete = {
  DATABASE_URL: 'mysql://invite:secret@db.example.org/invite',
  GLPI_DATABASE: 'glpi',
  PUBLIC_URL: 'https://help.example.org/invite',
  GLPI_URL: 'https://help.example.org',
  KEYRING_FILE: '/etc/glpi-invite/keyring.json',
  SESSION_SECRET: 'x'.repeat(32),
}

/** The lines after the first one of what it says. */
function problemsOf(env: Env): string[] {
  try {
    parseConfig(env)
    return []
  } catch (error) {
    expect(error).toMatchObject({ code: 'CONFIG_INVALID' })
    return (error as Error).message.split('\n  - ').slice(1)
  }
}

describe('the configuration', () => {
  it('has a default for everything that a sane one exists for', () => {
    expect(parseConfig(complete)).toMatchObject({
      environment: 'production',
      host: '127.0.0.1',
      port: 3000,
      trustedProxies: [],
      timeZone: 'UTC',
      passwordAlgorithm: 'argon2id',
      smtpUrl: undefined,
    })
  })

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(parseConfig(complete))).toBe(true)
  })

  it('lists every problem at once', () => {
    const problems = problemsOf({
      PUBLIC_URL: 'help.example.org',
      PORT: '70000',
      ENVIRONMENT: 'PROD',
      TIME_ZONE: 'Mars/Base',
      ALLOW_HTTP: 'yes',
      SESSION_SECRET: 'short',
      SMTP_URL_FILE: '/nowhere/smtp',
    })

    expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual([
      'ALLOW_HTTP',
      'DATABASE_URL',
      'ENVIRONMENT',
      'GLPI_DATABASE',
      'GLPI_URL',
      'KEYRING_FILE',
      'PORT',
      'PUBLIC_URL',
      'SESSION_SECRET',
      'SMTP_URL_FILE',
      'TIME_ZONE',
    ])
  })

  it.each([
    ['de', 'de'],
    ['es_MX', 'es'],
    ['FR-ca', 'fr'],
  ])('takes %s for a language', (DEFAULT_LANGUAGE, expected) => {
    expect(parseConfig({ ...complete, DEFAULT_LANGUAGE }).defaultLanguage).toBe(expected)
  })

  it('says which languages there are', () => {
    expect(problemsOf({ ...complete, DEFAULT_LANGUAGE: 'tlh' })).toEqual([
      `DEFAULT_LANGUAGE must be one of ${languages.join(', ')}`,
    ])
  })

  it.each(Object.keys(complete))('takes an empty %s for a missing one', (name) => {
    expect(problemsOf({ ...complete, [name]: '' })).toEqual([`${name} is missing`])
  })

  it('takes an empty setting that has a default for that default', () => {
    expect(parseConfig({ ...complete, PORT: '', SMTP_URL: '' })).toMatchObject({
      port: 3000,
      smtpUrl: undefined,
    })
  })

  it.each([
    'DATABASE_URL',
    'MIGRATION_DATABASE_URL',
    'GLPI_DATABASE',
    'PUBLIC_URL',
    'PREVIOUS_PUBLIC_URLS',
    'GLPI_URL',
    'ENVIRONMENT',
    'SESSION_SECRET',
    'PORT',
    'ALLOW_HTTP',
    'TIME_ZONE',
    'GLPI_TIME_ZONE',
    'DEFAULT_LANGUAGE',
    'PASSWORD_ALGORITHM',
    'REGISTRATIONS_AT_ONCE',
    'SMTP_URL',
    'SMTP_TLS',
    'SMTP_RATE',
    'MAIL_FROM',
    'WORKER',
    'LOG_LEVEL',
  ])('names a bad %s, and never repeats its value', (name) => {
    const problems = problemsOf({ ...complete, [name]: 'Hush:Hush!' })

    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} `))])
    expect(problems.join()).not.toContain('Hush')
  })

  it.each([
    ['mysql://u:p@db.example.org/invite', { host: 'db.example.org', port: 3306, tls: false }],
    ['mariadb://u:p@10.0.0.5:3307/invite?tls=true', { host: '10.0.0.5', port: 3307, tls: true }],
    ['mysql://u:p@[::1]:3307/invite', { host: '::1', port: 3307 }],
    ['mysql://u:p@localhost/invite?socket=%2Frun%2Fmy.sock', { socketPath: '/run/my.sock' }],
    ['mysql://a%40b:p%3A%2F@db/invite', { user: 'a@b', password: 'p:/' }],
  ])('understands the database at %s', (url, expected) => {
    expect(parseConfig({ ...complete, DATABASE_URL: url }).database).toMatchObject(expected)
  })

  it('tells how to write a % in a password', () => {
    const [problem, ...others] = problemsOf({
      ...complete,
      DATABASE_URL: 'mysql://u:100%@db.example.org/invite',
    })

    expect(problem).toMatch(/^DATABASE_URL has a % .* %25$/)
    expect(others).toEqual([])
  })

  it('lists plain http in the open beside every other problem', () => {
    const problems = problemsOf({
      ...complete,
      PUBLIC_URL: 'http://help.example.org',
      ALLOW_HTTP: 'false',
      PORT: 'x',
      GLPI_URL: '',
    })

    expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual([
      'GLPI_URL',
      'PORT',
      'PUBLIC_URL',
    ])
  })

  it('wants a database to be named', () => {
    expect(problemsOf({ ...complete, DATABASE_URL: 'mysql://u:p@db.example.org/' })).toEqual([
      'DATABASE_URL names no database after the host',
    ])
  })

  it.each([
    ['http://help.example.org', 'false', false],
    ['http://help.example.org', 'true', true],
    ['http://127.0.0.1:3000', 'false', true],
    ['http://localhost:3000', 'false', true],
    ['http://127.0.0.1.example.org', 'false', false],
    ['https://help.example.org', 'false', true],
  ])('of %s with ALLOW_HTTP=%s is accepted: %s', (url, allow, isAccepted) => {
    const problems = problemsOf({ ...complete, PUBLIC_URL: url, ALLOW_HTTP: allow })

    expect(problems).toEqual(isAccepted ? [] : [expect.stringContaining('PUBLIC_URL is plain http')])
  })

  it('believes a header about who is calling only where a proxy is there to be believed', () => {
    expect(problemsOf({ ...complete, SSO_HEADER: 'X-Remote-User' })).toEqual([
      expect.stringContaining('SSO_HEADER needs TRUSTED_PROXIES'),
    ])
    expect(problemsOf({ ...complete, SSO_HEADER: 'X Remote', TRUSTED_PROXIES: '127.0.0.1' })).toHaveLength(1)
    expect(
      parseConfig({ ...complete, SSO_HEADER: 'X-Remote-User', TRUSTED_PROXIES: '127.0.0.1' }).ssoHeader,
    ).toBe('x-remote-user')
  })

  it('accepts several secrets, and every one has to be long', () => {
    const [first, second] = ['a'.repeat(32), 'b'.repeat(32)]

    expect(parseConfig({ ...complete, SESSION_SECRET: `${first} ${second}` }).sessionSecrets).toEqual([
      first,
      second,
    ])
    expect(problemsOf({ ...complete, SESSION_SECRET: `${first} b` })).toEqual([
      expect.stringContaining('SESSION_SECRET must be at least 32'),
    ])
  })
})

describe('a secret in a file', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'glpi-invite-config-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it.each([
    [
      'DATABASE_URL',
      'mysql://u:filed@db/filed',
      { database: expect.objectContaining({ database: 'filed' }) as unknown },
    ],
    [
      'MIGRATION_DATABASE_URL',
      'mysql://m:filed@db/filed',
      { migrationDatabase: expect.objectContaining({ user: 'm' }) as unknown },
    ],
    ['SESSION_SECRET', 'f'.repeat(40), { sessionSecrets: ['f'.repeat(40)] }],
    ['SMTP_URL', 'smtp://u:filed@mail', { smtpUrl: 'smtp://u:filed@mail' }],
  ])('is read for %s, without the line end of an editor', (name, value, expected) => {
    const file = path.join(folder, name)
    writeFileSync(file, `${value}\n`)

    expect(parseConfig({ ...complete, MAIL_FROM: 'help@example.org', [`${name}_FILE`]: file })).toMatchObject(
      expected,
    )
  })

  it('is named when it cannot be read', () => {
    const file = path.join(folder, randomBytes(4).toString('hex'))

    expect(problemsOf({ ...complete, SMTP_URL_FILE: file })).toEqual([
      `SMTP_URL_FILE names a file that cannot be read: ${file}`,
    ])
  })
})

describe('.env.example', () => {
  const text = readFileSync(path.join(projectRoot, '.env.example'), 'utf8')
  const secrets = { DATABASE_URL: complete.DATABASE_URL, SESSION_SECRET: complete.SESSION_SECRET }

  it('has a line for every setting, and for nothing else', () => {
    const source = [
      'config.ts',
      'brand-settings.ts',
      'form-settings.ts',
      'mail-settings.ts',
      'webhook-settings.ts',
    ]
      .map((file) => readFileSync(path.join(projectRoot, 'src/shared', file), 'utf8'))
      .join('\n')
    const known = Array.from(source.matchAll(/^ {2}([A-Z][A-Z_]+): /gm), ([, name]) => name)
    const shown = Array.from(text.matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm), ([, name]) => name)

    expect(known).toContain('SESSION_SECRET')
    expect(shown.sort()).toEqual(known.sort())
  })

  it('says of every setting, in one line, what it does', () => {
    const lines = text.split('\n')
    const undescribed = lines.filter(
      (line, at) => /^(# )?[A-Z_]+=/.test(line) && !/^# \S.{15,}/.test(lines[at - 1] ?? ''),
    )

    expect(undescribed).toEqual([])
  })

  it('holds no secret, and is a configuration once they are filled in', () => {
    const example = parseDotenv(text)

    expect(example).toMatchObject({ DATABASE_URL: '', SESSION_SECRET: '' })
    expect(problemsOf(example)).toEqual(['DATABASE_URL is missing', 'SESSION_SECRET is missing'])
    expect(problemsOf({ ...example, ...secrets })).toEqual([])
  })

  it('shows the true defaults', () => {
    const uncommented = parseDotenv(text.replace(/^# ([A-Z_]+=)/gm, '$1'))

    expect(parseConfig({ ...uncommented, ...secrets })).toEqual(
      parseConfig({ ...parseDotenv(text), ...secrets }),
    )
  })
})
