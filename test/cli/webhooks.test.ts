import { keepSecret } from '../support/evidence'
import { runCommand } from '../support/command-line'
import { type Receiver, startReceiver } from '../support/receiver'
import { remoteCommand } from '../support/remote'
import { startTestApp, type TestApp } from '../support/test-app'
import { givenToken } from '../support/tokens'

let app: TestApp
let receiver: Receiver
let token: string
let status = 200
beforeAll(async () => {
  app = await startTestApp({ env: { WEBHOOK_ALLOW_PRIVATE: '127.0.0.1/32' } })
  token = (await givenToken(app, { scopes: ['webhooks:manage'] })).token
  receiver = await startReceiver((_, response) => void response.writeHead(status).end())
})
afterAll(async () => {
  await receiver.close()
  await app.close()
})

type Run = (...args: string[]) => Promise<{ code: number; out: string; err: string }>
const run: Run = (...args) => runCommand(app.env, ['webhooks', ...args])
const far: Run = (...args) =>
  remoteCommand({ GLPI_INVITE_URL: app.url, GLPI_INVITE_TOKEN: token })(['webhooks', ...args])
async function jsonOf<T>(way: Run, ...args: string[]): Promise<T> {
  const { code, out, err } = await way(...args, '--json')
  if (code !== 0) throw new Error(err)
  return JSON.parse(out) as T
}
interface Shown {
  uid: string
  secret: string
  state: string
}

it.each([
  ['on the server', run],
  ['over the API', far],
])('webhooks are made, tried, changed, given another secret and deleted, %s', async (_where, way) => {
  status = 200
  const made = await jsonOf<Shown>(
    way,
    'create',
    receiver.url,
    '--description',
    'HR',
    '--events',
    'key.made,key.ended',
  )
  keepSecret(made.secret)
  expect(made).toMatchObject({
    url: receiver.url,
    description: 'HR',
    types: ['key.made', 'key.ended'],
    isActive: true,
    createdBy: way === run ? null : (expect.any(Number) as number),
    secret: expect.stringMatching(/^whsec_/) as string,
  })
  const { uid } = made

  expect((await way('test', uid)).out).toContain('delivered: 200')
  status = 500
  const failed = await way('test', uid)
  expect([failed.code, failed.out]).toEqual([7, expect.stringContaining('answered 500') as string])
  const [delivery] = await jsonOf<Shown[]>(way, 'deliveries', uid, '--state', 'failed')
  expect(delivery).toMatchObject({ type: 'webhook.test', status: 500, reason: 'answered', event: null })
  expect((await way('redeliver', uid, delivery?.uid ?? '')).code).not.toBe(0)

  const rotated = await jsonOf<Shown>(way, 'rotate', uid, '--overlap', '2h')
  keepSecret(rotated.secret)
  expect(rotated.secret).not.toBe(made.secret)
  expect(await jsonOf(way, 'change', uid, '--events', 'mail.failed', '--off')).toMatchObject({
    types: ['mail.failed'],
    description: 'HR',
    isActive: false,
    offReason: 'switched-off',
  })
  expect((await way('list')).out).toMatch(new RegExp(`${uid}  off +${receiver.url}  mail.failed`))
  expect((await way('change', uid, '--on')).out).toContain('State    on')

  await jsonOf(way, 'delete', uid)
  expect((await way('show', uid)).code).not.toBe(0)
  expect((await way('list')).out).toContain('There are no webhooks')
})

it('what is wrong is told with what to do', async () => {
  expect((await run('create', 'http://10.0.0.1/hooks')).err).toContain('WEBHOOK_ALLOW_PRIVATE')
  expect((await run('create', 'https://hr.example.org', '--events', 'key.eaten')).err).toContain('key.made')
})
