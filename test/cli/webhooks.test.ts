import { keepSecret } from '../support/evidence'
import { runCommand } from '../support/command-line'
import { type Receiver, startReceiver } from '../support/receiver'
import { startTestApp, type TestApp } from '../support/test-app'

let app: TestApp
let receiver: Receiver
let status = 200
beforeAll(async () => {
  app = await startTestApp({ env: { WEBHOOK_ALLOW_PRIVATE: '127.0.0.1/32' } })
  receiver = await startReceiver((_, response) => void response.writeHead(status).end())
})
afterAll(async () => {
  await receiver.close()
  await app.close()
})

const run = (...args: string[]) => runCommand(app.env, ['webhooks', ...args])
async function json<T>(...args: string[]): Promise<T> {
  const { code, out, err } = await run(...args, '--json')
  if (code !== 0) throw new Error(err)
  return JSON.parse(out) as T
}
interface Shown {
  uid: string
  secret: string
  state: string
}

it('webhooks are made, tried, changed, given another secret and deleted on the command line', async () => {
  const made = await json<Shown>(
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
    createdBy: null,
    secret: expect.stringMatching(/^whsec_/) as string,
  })
  const { uid } = made

  expect((await run('test', uid)).out).toContain('delivered: 200')
  status = 500
  const failed = await run('test', uid)
  expect([failed.code, failed.out]).toEqual([7, expect.stringContaining('answered 500') as string])
  const [delivery] = await json<Shown[]>('deliveries', uid, '--state', 'failed')
  expect(delivery).toMatchObject({ type: 'webhook.test', status: 500, reason: 'answered', event: null })
  expect((await run('redeliver', uid, delivery?.uid ?? '')).code).not.toBe(0)

  const rotated = await json<Shown>('rotate', uid, '--overlap', '2h')
  keepSecret(rotated.secret)
  expect(rotated.secret).not.toBe(made.secret)
  expect(await json('change', uid, '--events', 'mail.failed', '--off')).toMatchObject({
    types: ['mail.failed'],
    description: 'HR',
    isActive: false,
    offReason: 'switched-off',
  })
  expect((await run('list')).out).toMatch(new RegExp(`${uid}  off +${receiver.url}  mail.failed`))
  expect((await run('change', uid, '--on')).out).toContain('State    on')

  await json('delete', uid)
  expect((await run('show', uid)).code).not.toBe(0)
  expect((await run('list')).out).toContain('There are no webhooks')
})

it('what is wrong is told with what to do', async () => {
  expect((await run('create', 'http://10.0.0.1/hooks')).err).toContain('WEBHOOK_ALLOW_PRIVATE')
  expect((await run('create', 'https://hr.example.org', '--events', 'key.eaten')).err).toContain('key.made')
})
