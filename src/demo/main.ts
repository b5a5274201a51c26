import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { AppError } from '../shared/errors'
import { dropDemoDatabases, type DemoNames, namesFor, prepareDatabases } from './demo-database'
import { type DemoSettings, keyRingIn, loadSettings, saveSettings } from './demo-settings'
import { samplePassword } from './sample-company'
import { getFreePort } from './free-port'
import { startMailCatcher } from './mail-catcher'
import { type DatabaseServer, startDatabaseServer } from './private-mariadb'
import { type ProductEnv, runProduct, startProduct } from './product'
import type { SampleLine } from './sample-glpi'
import { laySampleHistory } from './sample-history'
import { startStandIn } from './stand-in'

const usage = `npm run demo -- [--glpi 10.0|11.0] [--reset]

  --glpi    the GLPI line whose database is laid out (default 11.0)
  --reset   start over: forget the accounts and keys of earlier runs`

const lines: readonly SampleLine[] = ['10.0', '11.0']
const usualPort = 3000

interface Stoppable {
  stop(): Promise<void>
}

/** What runs, in the order it was started; stopped the other way round. */
const running: Stoppable[] = []

async function demo(): Promise<void> {
  const options = readOptions()
  if (options === undefined) return
  const { line, reset } = options
  const folder = path.resolve('.demo', line)
  if (reset) {
    say('Forgetting what earlier runs made.')
    rmSync(path.join(folder, 'settings.json'), { force: true })
    rmSync(path.join(folder, 'mail'), { recursive: true, force: true })
  }

  const settings = loadSettings(folder, { serverPort: await usualOrFree() })
  const { adminUrl } = keep(await startDatabase(folder))
  const mail = keep(await startMailCatcher(path.join(folder, 'mail')))
  const names = namesFor(line)
  const standIn = keep(await startStandIn(adminUrl, names.glpiDatabase, mail))
  const env = envFor(folder, settings, names, { adminUrl, glpiUrl: standIn.url, smtpPort: mail.port })
  writeDotenv(folder, env)

  if (reset) await dropDemoDatabases(adminUrl, names)
  say(`Preparing a sample GLPI ${line} database and our own beside it.`)
  await prepareDatabases(adminUrl, line, { names, settings, env })
  if (await laySampleHistory(env, adminUrl))
    say('Writing a month of history: keys, people who registered, events.')
  say('Starting the server.')
  keep(await startProduct(env, path.join(folder, 'server.log')))
  const link = await linkToOpen(folder, settings, env)
  const here = path.relative('.', folder)

  say(`
Ready. Open this invitation link, as a new colleague would:

    ${link}

Then look at what GLPI has of them: ${standIn.url}

And what an administrator sees:     ${env['PUBLIC_URL'] ?? ''}/console
    sign in as                      marie.curie
    with the password               ${samplePassword}
    in your browser's language as   glpi, with the password glpi

Type a code by hand:                ${env['PUBLIC_URL'] ?? ''}/
Make more keys:                     cd ${here} && node ../../dist/main.js keys create --max-uses 10
Mail goes nowhere but into          ${here}/mail
The server logs to                  ${here}/server.log

Ctrl-C stops everything; the next run comes back with its data. Start over: npm run demo -- --reset`)
  await interrupted()
}

function readOptions(): { line: SampleLine; reset: boolean } | undefined {
  const { values } = parseArgs({
    options: {
      glpi: { type: 'string', default: '11.0' },
      reset: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  const line = lines.find((one) => one === values.glpi)
  if (values.help === true || line === undefined) {
    say(usage)
    if (line === undefined) process.exitCode = 2
    return undefined
  }
  return { line, reset: values.reset ?? false }
}

function startDatabase(folder: string): Promise<DatabaseServer> {
  const given = process.env['DATABASE_URL']
  return startDatabaseServer({
    dataDir: path.join(folder, 'database'),
    say,
    ...(given === undefined ? {} : { databaseUrl: given }),
  })
}

function envFor(
  folder: string,
  settings: DemoSettings,
  names: DemoNames,
  { adminUrl, glpiUrl, smtpPort }: { adminUrl: string; glpiUrl: string; smtpPort: number },
): ProductEnv {
  const databaseUrl = (user: string, password: string) => {
    const url = new URL(adminUrl)
    url.username = user
    url.password = password
    url.pathname = `/${names.database}`
    return url.toString()
  }
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions() // a private database has this machine's, too
  return {
    DATABASE_URL: databaseUrl(names.runtimeUser, settings.runtimePassword),
    MIGRATION_DATABASE_URL: databaseUrl(names.migrationUser, settings.migrationPassword),
    GLPI_DATABASE: names.glpiDatabase,
    PUBLIC_URL: `http://localhost:${settings.serverPort}`,
    GLPI_URL: glpiUrl,
    ENVIRONMENT: 'demo',
    KEYRING_FILE: keyRingIn(folder),
    SESSION_SECRET: settings.sessionSecret,
    PORT: String(settings.serverPort),
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    MAIL_FROM: 'helpdesk@example.org',
    INSTANCE_NAME: 'the demo helpdesk',
    MAX_USES: '500',
    ALLOW_UNLIMITED: 'true',
    ALLOW_NEVER: 'true',
    TIME_ZONE: timeZone,
    GLPI_TIME_ZONE: timeZone,
  }
}

/** So that the command line, called from there, finds the demo's settings. */
function writeDotenv(folder: string, env: ProductEnv): void {
  const lines = Object.entries(env).map(([name, value]) => `${name}='${value}'\n`)
  writeFileSync(path.join(folder, '.env'), lines.join(''), { mode: 0o600 })
}

const ShownKey = z.object({ uid: z.string(), state: z.string(), link: z.string() })

/** The key of an earlier run while it works, else a new one. */
async function linkToOpen(folder: string, settings: DemoSettings, env: ProductEnv): Promise<string> {
  if (settings.keyUid !== undefined) {
    const earlier = ShownKey.parse(await runProduct(env, ['keys', 'show', settings.keyUid, '--link']))
    if (earlier.state === 'usable') return earlier.link
  }
  const args = ['keys', 'create', '--label', 'Made by the demo', '--max-uses', '5', '--entity', 'Paris']
  const made = ShownKey.parse(await runProduct(env, args))
  saveSettings(folder, { ...settings, keyUid: made.uid })
  return made.link
}

const usualOrFree = () => getFreePort(usualPort).catch(() => getFreePort())

function keep<T extends Stoppable>(started: T): T {
  running.push(started)
  return started
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function stopAll(): Promise<void> {
  for (const one of running.reverse()) await one.stop()
}

demo()
  .catch((error: unknown) => {
    process.exitCode = 1
    const isForeseen = error instanceof AppError
    process.stderr.write(
      `${isForeseen ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
    )
  })
  .finally(() => {
    void stopAll().then(() => {
      if (running.length > 0 && process.exitCode === undefined) say('\nStopped.')
    })
  })
