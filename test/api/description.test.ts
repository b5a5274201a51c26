import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { scopes } from '../../src/shared/scopes'
import { anyRequest, type AnyRequest } from '../support/any-request'
import { apiClient, ensureAsDescribed } from '../support/api'
import { givenKey } from '../support/builders'
import { testFolder } from '../support/evidence'
import { registrationForm } from '../support/browser'
import { registrationsOf } from '../support/holds'
import { isFull } from '../support/scale'
import { mainly, startTestApp, type TestApp } from '../support/test-app'
import { givenToken } from '../support/tokens'

const run = promisify(execFile)
const package_ = (name: string) => path.join(__dirname, '../../node_modules', name)
const node = (file: string, args: readonly string[], env: Record<string, string> = {}) =>
  run(process.execPath, [package_(file), ...args], { env: { PATH: process.env['PATH'] ?? '', ...env } })

/** Requests that once were answered as they should not be. */
const regressions: AnyRequest[] = []

const atOnce = 10

describe.each(mainly('11.0'))('the description of the API, GLPI $line at "$base"', ({ line, base }) => {
  let app: TestApp
  let folder: string
  let description: Record<string, unknown>
  beforeAll(async () => {
    app = await startTestApp({ line, base, env: { API_CALLS_PER_MINUTE: '0' } })
    folder = path.join(testFolder, `openapi-${process.pid}`)
    mkdirSync(folder, { recursive: true })
    description = (await (await fetch(`${app.url}/api/v1/openapi.json`)).json()) as typeof description
    writeFileSync(path.join(folder, 'openapi.json'), JSON.stringify(description))
  })
  afterAll(() => app.close())

  it('has nothing that a public linter objects to', async () => {
    writeFileSync(path.join(folder, 'ruleset.yaml'), 'extends: ["spectral:oas"]\n')
    const ruleset = ['--ruleset', path.join(folder, 'ruleset.yaml'), '--fail-severity', 'hint']
    const spectral = '@stoplight/spectral-cli/dist/index.js'

    const { stdout } = await node(spectral, ['lint', path.join(folder, 'openapi.json'), ...ruleset])

    expect(stdout).toContain('No results')
  })

  it('makes a client that compiles, and makes, lists and revokes keys', async () => {
    const { token } = await givenToken(app, { scopes: ['keys:read', 'keys:create', 'keys:manage'] })
    const source = path.join(folder, 'openapi.json')
    await node('@hey-api/openapi-ts/bin/run.js', [
      '-i',
      source,
      '-o',
      path.join(folder, 'client'),
      '--no-log-file',
    ])
    writeFileSync(path.join(folder, 'use.ts'), use)
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(compilerOptions))

    await node('typescript-native/bin/tsc', ['-p', folder])
    const { stdout } = await run(process.execPath, [path.join(folder, 'out/use.js')], {
      env: { TOKEN: token, BASE: `${app.url}/api/v1` },
    })

    expect(JSON.parse(stdout)).toEqual({
      made: 'usable',
      listed: true,
      read: 'By a client',
      revoked: 'revoked',
      refused: 422,
    })
  })

  it('is kept to, whatever is asked', async () => {
    const { token } = await givenToken(app, { scopes: [...scopes] })
    const request = anyRequest(description, {
      uids: await givenUids(),
      // Two end the token that all the others are made with; one goes to wherever a random address leads.
      except: ['revokeOwnToken', 'rotateOwnToken', 'testWebhook'],
    })
    const several = fc.array(request, { minLength: atOnce, maxLength: atOnce })

    await fc.assert(
      fc.asyncProperty(several, async (requests) => {
        await Promise.all(requests.map((one) => send(one, token)))
      }),
      {
        numRuns: (isFull ? 10_000 : 500) / atOnce,
        examples: regressions.map((one) => [[one]]),
        endOnFailure: true,
      },
    )
  })

  async function givenUids(): Promise<string[]> {
    const keys = [
      await givenKey(app, { maxUses: 3 }),
      await givenKey(app, { needsApproval: true, maxUses: 9 }),
    ]
    const [, waiting] = keys
    if (waiting === undefined) throw new Error('there is no such key')
    const typed = registrationForm({ login: 'waiting', email: 'waiting@example.org' })
    const browser = app.browser()
    await browser.submit(await browser.open(waiting.link), typed)
    const { token } = await givenToken(app, { scopes: ['presets:manage', 'webhooks:manage'] })
    const api = apiClient(app, token)
    const preset = await api.post('/presets', { name: 'Any' })
    const webhook = await api.post('/webhooks', { url: 'https://hr.example.org/hooks' })
    return [
      ...keys.map(({ uid }) => uid),
      ...(await registrationsOf(app, waiting)).map(({ uid }) => uid),
      String(preset.body['uid']),
      String(webhook.body['uid']),
    ]
  }

  /** @throws when the server failed, or its answer is none that the description allows */
  async function send(
    { method, path: where, body, idempotencyKey }: AnyRequest,
    token: string,
  ): Promise<void> {
    const response = await fetch(`${app.url}/api/v1${where}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
      },
      ...(body === undefined ? {} : { body }),
    })
    const answer: unknown = await response.json()
    if (response.status >= 500)
      throw new Error(`${method} ${where} answered ${response.status}: ${app.log.at(-2) ?? ''}`)
    ensureAsDescribed(method, where, response, answer)
  }
})

const compilerOptions = {
  compilerOptions: {
    strict: true,
    target: 'ES2022',
    module: 'CommonJS',
    moduleResolution: 'bundler',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    outDir: 'out',
    types: [],
    typeRoots: [],
  },
  include: ['use.ts', 'client/**/*.ts'],
}

/** What somebody would write with it. */
const use = `
import { client } from './client/client.gen'
import { createKey, getKey, listKeys, revokeKey } from './client/sdk.gen'
declare const process: { env: Record<string, string> }

async function main() {
  client.setConfig({ baseUrl: process.env['BASE']!, auth: process.env['TOKEN']! })
  const made = await createKey({ body: { label: 'By a client', expiresIn: 'P14D' }, throwOnError: true })
  const listed = await listKeys({ query: { limit: 5 }, throwOnError: true })
  const read = await getKey({ path: { uid: made.data.uid }, throwOnError: true })
  const revoked = await revokeKey({ path: { uid: made.data.uid }, body: { reason: 'Tried' }, throwOnError: true })
  const refused = await createKey({ body: { expiresAt: 'tomorrow' } })
  console.log(JSON.stringify({
    made: made.data.state,
    listed: listed.data.items.some(({ uid }) => uid === made.data.uid),
    read: read.data.label,
    revoked: revoked.data.state,
    refused: refused.error?.status,
  }))
}
void main()
`
