import { execFile } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { givenKey } from '../support/builders'
import { keepSecret } from '../support/evidence'
import { startTestApp, testEnv } from '../support/test-app'
import { createTestDatabase } from '../support/test-database'
import { givenToken } from '../support/tokens'

const projectRoot = path.join(__dirname, '../..')
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')))
const run = promisify(execFile)

let folder: string
/** Where a user of the package works. */
let home: string
let files: string[]

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'package-'))
  home = path.join(folder, 'home')
  mkdirSync(home)
  writeFileSync(path.join(home, 'package.json'), '{ "private": true }')
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: projectRoot })
  const tarball = path.join(folder, `glpi-invite-${version}.tgz`)
  const quietly = ['--prefer-offline', '--omit=dev', '--no-audit', '--no-fund', '--ignore-scripts']
  await run('npm', ['install', ...quietly, tarball], { cwd: home })
  const installed = path.join(home, 'node_modules/glpi-invite')
  files = readdirSync(installed, { recursive: true, encoding: 'utf8' })
}, 180_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const inHome = (name: string, text: string): void => writeFileSync(path.join(home, name), text)

describe('the package, installed into an empty folder', () => {
  it('brings the command', async () => {
    const command = path.join(home, 'node_modules/.bin/glpi-invite')
    const said = await run(command, ['--version'], { cwd: home })

    expect(said.stdout.trim()).toBe(version)
  })

  it.each([
    'dist/main.js',
    'dist/index.d.ts',
    'views/register.ejs',
    'views/partials/head.ejs',
    'public/tabler.css',
    'public/app.css',
    'public/app.js',
    'public/password-rules.js',
    'public/password-strength.js',
    'public/api-page/api-page.js',
    'public/api-page/api-page.css',
    'public/api-page/swagger-ui.js',
    'public/api-page/swagger-ui.js.br',
    'public/api-page/swagger-ui.css',
    'public/api-page/swagger-ui.LICENSE.txt',
    'views/api/page.ejs',
    'docs/install.md',
    'docs/examples/glpi-invite.service',
    'docs/examples/glpi-invite-worker.service',
    'docs/examples/nginx-under-glpi.conf',
    '.env.example',
    'CHANGELOG.md',
    'LICENSE',
    ...readdirSync(path.join(projectRoot, 'migrations')).map((name) => `migrations/${name}`),
  ])('holds %s', (file) => {
    expect(files).toContain(file)
  })

  it('holds nothing of the workshop', () => {
    const workshop =
      /^(src|test|bench|scripts|\.ci|\.test|\.demo|dist\/demo|node_modules)(\/|$)|^\.env$|\.map$/

    expect(files.filter((file) => workshop.test(file))).toEqual([])
  })

  it('has types that a strict project can use without any of ours', async () => {
    inHome('consumer.ts', consumer)
    inHome(
      'tsconfig.json',
      JSON.stringify({
        compilerOptions: {
          target: 'es2022',
          lib: ['es2022'],
          module: 'node16',
          strict: true,
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
          skipLibCheck: false,
          noEmit: true,
          types: ['node'],
        },
        files: ['consumer.ts'],
      }),
    )

    const tsc = path.join(projectRoot, 'node_modules/typescript-native/bin/tsc')
    const said = await run(process.execPath, [tsc, '-p', home]).catch((error: unknown) => error)

    expect(said).toMatchObject({ stdout: '' })
    expect(said).not.toBeInstanceOf(Error)
  })

  it('serves the pages inside another Express application, and makes keys', async () => {
    expect(existsSync(path.join(home, 'node_modules/express'))).toBe(true)
    const database = await createTestDatabase('10.0')
    const env = testEnv(database, 'http://localhost:1/invite', { LOG_LEVEL: 'silent' })
    inHome('application.js', application)

    const { stdout } = await run(process.execPath, ['application.js'], {
      cwd: home,
      env: { PATH: process.env['PATH'], SETTINGS: JSON.stringify(env) },
    })
    await database.close()

    const said = Said.parse(JSON.parse(stdout))
    keepSecret(said.code)
    expect(said).toMatchObject({ own: 'the application', page: 200, style: 200, opened: 303 })
    expect(said.html).toContain('action="/invite/code"')
    expect(said.location).toBe('/invite/register')
    expect(said.link).toMatch(/^http:\/\/localhost:1\/invite\/r\/glpi/)
    expect(said.listed).toEqual([said.uid])
  })

  it('works over the API where there is no database, nor anything that speaks to one', async () => {
    const app = await startTestApp()
    const { token } = await givenToken(app, { scopes: ['keys:read', 'keys:create', 'keys:manage'] })
    const key = await givenKey(app)
    const modules = path.join(home, 'node_modules')
    const away = ofServers.filter((name) => existsSync(path.join(modules, name)))
    const elsewhere = path.join(folder, 'elsewhere')
    mkdirSync(elsewhere)
    inHome('people.csv', 'email\nfar1@example.org\nfar2@example.org\n')
    const cli = async (...args: string[]) => {
      const env = { PATH: process.env['PATH'], GLPI_INVITE_URL: app.url, GLPI_INVITE_TOKEN: token }
      const main = path.join(modules, 'glpi-invite/dist/main.js')
      return (await run(process.execPath, [main, ...args], { cwd: home, env })).stdout
    }

    away.forEach((name) => renameSync(path.join(modules, name), path.join(elsewhere, name)))
    const imported = await cli('keys', 'import', 'people.csv', '--source', 'far')
    const exported = await cli('keys', 'export', '--search', 'far1@example.org')
    const checked = await cli('keys', 'check', '--ask', key.code)
    const listed = JSON.parse(await cli('keys', 'list', '--json')) as unknown[]
    const helped = await cli('--help')
    await app.close()

    expect(away).toEqual(expect.arrayContaining(['knex', 'mysql2', 'express', 'bcrypt']))
    expect(imported).toBe('2 created.\n')
    expect(exported.split('\r\n')).toHaveLength(3)
    expect(checked).toContain('It can be used now.')
    expect(listed).toHaveLength(3)
    expect(helped).toContain('tokens')
  })
})

/** What a machine need not have that only talks to a server elsewhere. */
const ofServers = ['knex', 'mysql2', 'express', 'bcrypt', '@node-rs', 'ejs', 'nodemailer', 'redis', 'pino']

const Said = z.object({
  own: z.string(),
  page: z.number(),
  html: z.string(),
  style: z.number(),
  opened: z.number(),
  location: z.string(),
  uid: z.string(),
  code: z.string(),
  link: z.string(),
  listed: z.array(z.string()),
})

/** Uses every name that the package exports. */
const consumer = `
import { createServer } from 'node:http'
import {
  AppError, createInvitations,
  type DetailedKey, type Env, type ErrorCode, type Invitations, type Issuer, type ListedKey, type Middleware, type NewKey,
} from 'glpi-invite'

const env: Env = process.env
const invitations: Invitations = createInvitations(env)
const router: Middleware = invitations.router
createServer((req, res) => router(req, res, () => res.end())).listen()

const wanted: NewKey = {
  label: 'Welcome', maxUses: 1, notBefore: undefined, expiresAt: new Date(), addresses: [],
  grant: { authorisations: [{ profilesId: 1, entitiesId: 0, isRecursive: false }], groupIds: [] },
}
const issuer: Issuer = { kind: 'system' }

export async function use(): Promise<ErrorCode | undefined> {
  try {
    const { key, code, link } = await invitations.createKey(wanted, issuer)
    const detailed: DetailedKey = key
    const listed: readonly ListedKey[] = await invitations.listKeys({ limit: 1 })
    const uses: number = (await invitations.revokeKey(detailed.uid)).usesCompleted
    console.log(code.length, link.length, listed.length, uses)
    return undefined
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  } finally {
    await invitations.close()
  }
}

// @ts-expect-error a key needs more than a label
void invitations.createKey({ label: 'no more' })
`

const application = `
const express = require('express')
const { createInvitations } = require('glpi-invite')

async function main() {
  const invitations = createInvitations(JSON.parse(process.env.SETTINGS))
  const app = express()
  app.get('/', (req, res) => res.send('the application'))
  app.use('/invite', invitations.router)
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const get = (path) =>
    fetch('http://127.0.0.1:' + server.address().port + path, { redirect: 'manual', headers: { connection: 'close' } })

  const { key, code, link } = await invitations.createKey({
    label: '', maxUses: 1, notBefore: undefined, expiresAt: new Date(Date.now() + 3_600_000), addresses: [],
    grant: { authorisations: [{ profilesId: 1, entitiesId: 0, isRecursive: true }], groupIds: [] },
  })
  const own = await (await get('/')).text()
  const page = await get('/invite/')
  const html = await page.text()
  const style = await get('/invite/assets/tabler.css')
  const opened = await get(new URL(link).pathname)
  const listed = (await invitations.listKeys()).map(({ uid }) => uid)
  console.log(JSON.stringify({
    own, page: page.status, html, style: style.status, opened: opened.status,
    location: opened.headers.get('location'), uid: key.uid, code, link, listed,
  }))
  server.close()
  await invitations.close()
}

main()
`
