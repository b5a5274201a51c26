import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { createApp } from '../../src/app'
import { type Context, createContext, type Overrides } from '../../src/context'
import type { SampleLine } from '../../src/demo/sample-glpi'
import { createKeyRingFile } from '../../src/keys'
import { createPasswordHasher } from '../../src/glpi'
import type { Clock } from '../../src/shared/clock'
import { type Env, parseConfig } from '../../src/shared/config'
import { createLogger } from '../../src/shared/log'
import { systemRandom } from '../../src/shared/random'
import { Browser } from './browser'
import { keepLog, keepSecret, testFolder } from './evidence'
import { startProxy } from './proxy'
import { isFull } from './scale'
import { createTestDatabase, type TestDatabase } from './test-database'

/** The two ways flow tests run: each GLPI line once, at the root and under a path behind a proxy. */
export const layouts: readonly { line: SampleLine; base: '' | '/invite' }[] = [
  { line: '10.0', base: '' },
  { line: '11.0', base: '/invite' },
]

/** Where GLPI's rows are not what matters: both of them in the full run, and `npm test` is content with one. */
export const mainly = (line: SampleLine): typeof layouts =>
  layouts.filter((layout) => isFull || layout.line === line)

/** A clock that stands where it is put. */
export class TestClock implements Clock {
  private ahead = 0

  now(): Date {
    return new Date(Date.now() + this.ahead)
  }

  advance(ms: number): void {
    this.ahead += ms
  }
}

export interface TestApp {
  context: Context
  database: TestDatabase
  clock: TestClock
  /** What the server would be started with as a process of its own. */
  env: Record<string, string>
  /** Public address, without a slash at the end. */
  url: string
  /** A new browser, with a cookie jar of its own. */
  browser(options?: { language?: string; address?: string }): Browser
  /** The lines logged so far. */
  log: string[]
  /** Stops it; a database that was given stays open. */
  close(): Promise<void>
}

export interface TestAppOptions {
  line?: SampleLine
  base?: '' | '/invite'
  env?: Env
  overrides?: Overrides
  database?: TestDatabase
}

/** The real application on a port of loopback, with cheap password hashes and a clock that can be moved. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { line = '10.0', base = '' } = options
  const database = options.database ?? (await createTestDatabase(line))
  const server = createServer()
  const port = await listen(server)
  const proxy = base === '' ? undefined : await startProxy(port)
  const url = `http://127.0.0.1:${proxy?.port ?? port}${base}`
  const env = testEnv(database, url, {
    ...options.env,
    ...(proxy === undefined ? {} : { TRUSTED_PROXIES: '127.0.0.1' }),
  })

  const clock = new TestClock()
  const log: string[] = []
  const config = parseConfig(env)
  const context = createContext(config, {
    clock,
    log: createLogger(config.logLevel, {
      write: (text) => {
        log.push(text)
        keepLog(text)
      },
    }),
    passwords: createPasswordHasher({
      algorithm: config.passwordAlgorithm,
      random: systemRandom,
      argon2Cost: { memoryKib: 1024, passes: 2 },
    }),
    signInFloorMs: 0,
    ...options.overrides,
  })
  server.on('request', createApp(context))

  return {
    context,
    database,
    clock,
    env,
    url,
    log,
    browser: ({ language = 'en', address } = {}) => new Browser(url, language, address),
    close: async () => {
      await proxy?.close()
      await close(server)
      await context.close()
      if (options.database === undefined) await database.close()
    },
  }
}

/** What keys may be is no matter, except where a test says so. */
const noPolicy: Env = {
  MAX_USES: '5000',
  MAX_LIFETIME: '36500d',
  KEYS_PER_DAY: '1000000',
  PENDING_INVITATIONS: '1000000',
  ALLOW_UNLIMITED: 'true',
  ALLOW_NEVER: 'true',
}

/** Every test comes from one address: the limits are on, and far away except where a test says so. */
const distantLimits: Env = {
  LOOKUPS_PER_MINUTE: '100000',
  WRONG_CODES: '100000',
  FAILED_FORMS: '100000',
  FAILED_FORMS_PER_KEY: '100000',
}

export function testEnv(database: TestDatabase, publicUrl: string, more: Env = {}): Record<string, string> {
  const id = randomBytes(6).toString('hex')
  const sessionSecret = randomBytes(32).toString('hex')
  const keyRingFile = path.join(testFolder, `keyring-${id}.json`)
  keepSecret(sessionSecret)
  createKeyRingFile(keyRingFile, systemRandom)
  const env: Env = {
    DATABASE_URL: database.runtimeUrl,
    MIGRATION_DATABASE_URL: database.migrationUrl,
    GLPI_DATABASE: database.glpiDatabase,
    PUBLIC_URL: publicUrl,
    GLPI_URL: 'https://helpdesk.example.org',
    ENVIRONMENT: 'production',
    KEYRING_FILE: keyRingFile,
    SESSION_SECRET: sessionSecret,
    PORT: '0',
    MAIL_FROM: 'Helpdesk <helpdesk@example.org>',
    ...noPolicy,
    ...distantLimits,
    LOG_LEVEL: 'info',
    ...more,
  }
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

export function listen(server: Server, port = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
