import { once } from 'node:events'
import { createServer as createTcpServer } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { recordEvent } from '../../src/audit'
import { createContext, type Context } from '../../src/context'
import { pauseKey, revokeKey } from '../../src/keys'
import {
  changeEndpoint,
  type DeliverDeps,
  deliverDeps,
  type EndpointWithSecret,
  listDeliveries,
  makeEndpoint,
  redeliver,
  resealSecrets,
  rotateSecret,
  sendDueDeliveries,
  switchEndpoint,
  testEndpoint,
  type WantedEndpoint,
  webhookTypes,
} from '../../src/webhooks'
import { createSealer } from '../../src/shared/sealing'
import { systemRandom } from '../../src/shared/random'
import { runJob } from '../../src/work'
import { deliveryLeaseMs } from '../../src/webhooks/send-due-deliveries'
import { postMessage } from '../../src/webhooks/post-message'
import { reachOf } from '../../src/webhooks/reachable'
import { givenKey } from '../support/builders'
import { keepSecret } from '../support/evidence'
import { outboxOf } from '../support/outbox'
import { type ReceivedMessage, type Receiver, startReceiver } from '../support/receiver'
import { startTestApp, type TestApp } from '../support/test-app'
import { startWorkerProcess } from '../support/worker-process'

const secondMs = 1_000
const hourMs = 3_600_000
const dayMs = 24 * hourMs
const never = new AbortController().signal
const system = { kind: 'system' } as const

let app: TestApp
let other: Context
const receivers: Receiver[] = []
beforeAll(async () => {
  app = await startTestApp({ env: { WEBHOOK_ALLOW_PRIVATE: 'true', ADMIN_MAIL: 'admins@example.org' } })
  other = createContext(app.context.config, { clock: app.clock, log: app.context.log })
})
afterAll(async () => {
  await other.close()
  await app.close()
})
beforeEach(async () => {
  for (const table of ['webhook_endpoints', 'webhook_deliveries'])
    await app.database.sql('DELETE FROM ??.??', [app.database.database, table])
})
afterEach(() => Promise.all(receivers.splice(0).map((receiver) => receiver.close())))

async function givenReceiver(...how: Parameters<typeof startReceiver>): Promise<Receiver> {
  const receiver = await startReceiver(...how)
  receivers.push(receiver)
  return receiver
}

async function givenEndpoint(url: string, more: Partial<WantedEndpoint> = {}): Promise<EndpointWithSecret> {
  const wanted = { url, description: '', types: webhookTypes, ...more }
  const made = await makeEndpoint(app.context, system, wanted)
  keepSecret(made.secret)
  return made
}

const depsOf = (context: Context = app.context, more: Partial<DeliverDeps> = {}): DeliverDeps => ({
  ...deliverDeps(context),
  timeoutMs: 2_000,
  ...more,
})
const send = (more: Partial<DeliverDeps> = {}, context = app.context) =>
  sendDueDeliveries(depsOf(context, more), never)

const deliveriesOf = ({ endpoint }: EndpointWithSecret) =>
  listDeliveries(app.context.db, endpoint.uid, { limit: 1_000 })

/** As a receiver would, with the library that standard-webhooks publishes. */
function isGenuine(secret: string, { body, headers }: ReceivedMessage): boolean {
  const now = jest.spyOn(Date, 'now').mockReturnValue(app.clock.now().getTime())
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>)
    return true
  } catch {
    return false
  } finally {
    now.mockRestore()
  }
}

describe('a webhook', () => {
  it('tells of what happens in messages that the public library takes for genuine', async () => {
    const receiver = await givenReceiver()
    const { secret, endpoint } = await givenEndpoint(receiver.url)

    const key = await givenKey(app)
    await pauseKey(app.context, system, key.uid)
    app.clock.advance(10)
    await revokeKey(app.context, system, key.uid)
    expect(await send()).toEqual({ delivered: 3, postponed: 0, failed: 0 })

    const said = receiver.received.map(({ json }) => [json.type, json.data['change'] ?? json.data['state']])
    expect(said.sort()).toEqual([
      ['key.changed', 'paused'],
      ['key.ended', 'revoked'],
      ['key.made', undefined],
    ])
    for (const message of receiver.received) {
      expect(isGenuine(secret, message)).toBe(true)
      expect(isGenuine(secret, { ...message, body: `${message.body} ` })).toBe(false)
      expect(message.json.data).toMatchObject({ key: key.uid, event: message.id, actor: { kind: 'system' } })
      expect(message.headers['content-type']).toBe('application/json')
    }
    expect(await deliveriesOf({ endpoint, secret })).toMatchObject(
      Array.from({ length: 3 }, () => ({ state: 'delivered', status: 204, attempts: 1 })),
    )
  })

  it('is told of what was asked for, from when it was made or switched on again', async () => {
    const receiver = await givenReceiver()
    const before = await givenKey(app)
    app.clock.advance(10)
    const { endpoint } = await givenEndpoint(receiver.url)
    await changeEndpoint(app.context, system, endpoint.uid, {
      url: receiver.url,
      description: 'ends',
      types: ['key.made', 'key.ended'],
    })
    await pauseKey(app.context, system, before.uid)
    await revokeKey(app.context, system, before.uid)
    await send()
    expect(receiver.received.map(({ json }) => json.type)).toEqual(['key.ended'])

    await changeEndpoint(app.context, system, endpoint.uid, {
      url: receiver.url,
      description: 'all',
      types: webhookTypes,
    })
    await switchEndpoint(app.context, system, endpoint.uid, 'off')
    await givenKey(app)
    await send()
    app.clock.advance(10)
    await switchEndpoint(app.context, system, endpoint.uid, 'on')
    app.clock.advance(10)
    const after = await givenKey(app)
    await send()

    expect(receiver.received.slice(1).map(({ json }) => json.data['key'])).toEqual([after.uid])
  })

  it('is signed with both secrets while a new one replaces the old, and stays readable when ours is replaced', async () => {
    const receiver = await givenReceiver()
    const { endpoint, secret: former } = await givenEndpoint(receiver.url)
    const { secret } = await rotateSecret(app.context, system, endpoint.uid, {
      version: 1,
      overlapMs: dayMs,
    })
    await expect(
      rotateSecret(app.context, system, endpoint.uid, { version: 1, overlapMs: dayMs }),
    ).rejects.toMatchObject({ problem: 'replaced-since' })

    const during = await tell()
    app.clock.advance(dayMs + secondMs)
    expect([during, await tell()]).toEqual([
      [true, true],
      [true, false],
    ])

    async function tell(): Promise<boolean[]> {
      await givenKey(app)
      await send()
      const message = receiver.received.at(-1)
      return message === undefined ? [] : [secret, former].map((one) => isGenuine(one, message))
    }

    const secrets = app.context.config.sessionSecrets
    const fresh = createSealer(['f'.repeat(40), ...secrets], systemRandom)
    await resealSecrets({ db: app.context.db, sealer: fresh })
    expect((await testEndpoint(depsOf(), endpoint.uid)).failure).toBe('secret-unreadable')
    const alone = createSealer(['f'.repeat(40)], systemRandom)
    expect((await testEndpoint(depsOf(app.context, { sealer: alone }), endpoint.uid)).state).toBe('delivered')
  })

  it('that fails is repeated after growing pauses for three days with one id, then given up, and can be sent again', async () => {
    let status = 500
    const receiver = await givenReceiver((_, response) => void response.writeHead(status).end('no'))
    const made = await givenEndpoint(receiver.url)
    await givenKey(app)
    const began = app.clock.now().getTime()
    const pauses: number[] = []

    for (;;) {
      await send()
      const [delivery] = await deliveriesOf(made)
      if (delivery?.dueAt === undefined) break
      pauses.push(delivery.dueAt.getTime() - app.clock.now().getTime())
      app.clock.advance(pauses.at(-1) ?? 0)
    }

    expect([...pauses].sort((one, two) => one - two)).toEqual(pauses)
    expect((app.clock.now().getTime() - began) / dayMs).toBeGreaterThan(2.6)
    expect((app.clock.now().getTime() - began) / dayMs).toBeLessThan(3.4)
    const [delivery] = await deliveriesOf(made)
    expect(delivery).toMatchObject({ state: 'failed', failure: 'answered', status: 500, attempts: 11 })
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1)

    status = 200
    const uid = delivery?.uid ?? ''
    await redeliver(app.context, { endpointUid: made.endpoint.uid, uid })
    await send()
    expect(receiver.received.at(-1)?.id).toBe(receiver.received[0]?.id)
    expect(await deliveriesOf(made)).toMatchObject([{ state: 'delivered', failure: undefined, attempts: 1 }])
  })

  it('is switched off by a receiver that says it is gone, and administrators hear of it', async () => {
    const receiver = await givenReceiver((_, response) => void response.writeHead(410).end())
    const made = await givenEndpoint(receiver.url)
    await givenKey(app)
    await givenKey(app)
    await send()
    await givenKey(app)
    await send()

    const deliveries = await deliveriesOf(made)
    expect(deliveries.map(({ state, failure }) => [state, failure])).toEqual([
      ['failed', 'gone'],
      ['failed', 'gone'],
    ])
    const mails = await outboxOf(app.database)
    expect(mails.filter(({ kind }) => kind === 'webhook-gone')).toHaveLength(1)
    await expect(
      redeliver(app.context, { endpointUid: made.endpoint.uid, uid: deliveries[0]?.uid ?? '' }),
    ).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })

  it('is tried with a button, at once and only once', async () => {
    let status = 200
    const receiver = await givenReceiver((_, response) => void response.writeHead(status).end())
    const { endpoint, secret } = await givenEndpoint(receiver.url)

    expect(await testEndpoint(depsOf(), endpoint.uid)).toMatchObject({ state: 'delivered', status: 200 })
    status = 503
    expect(await testEndpoint(depsOf(), endpoint.uid)).toMatchObject({ state: 'failed', status: 503 })
    app.clock.advance(dayMs)
    await send()

    expect(receiver.received.map(({ json }) => json.type)).toEqual(['webhook.test', 'webhook.test'])
    expect(secret).toMatch(/^whsec_/)
  })
})

describe('a receiver', () => {
  it('that is slow is given up on, and holds up nobody', async () => {
    const order: string[] = []
    const slow = await givenReceiver(() => undefined)
    const quick = await givenReceiver((_, response) => {
      order.push('quick')
      response.end()
    })
    const made = await givenEndpoint(slow.url)
    await givenEndpoint(quick.url)
    for (let n = 0; n < 6; n += 1) await givenKey(app)

    await send({ timeoutMs: 400 }).then(() => order.push('slow'))

    expect(order).toEqual([...Array<string>(6).fill('quick'), 'slow'])
    const failures = (await deliveriesOf(made)).map(({ state, failure }) => `${state} ${failure}`)
    expect(new Set(failures)).toEqual(new Set(['waiting timeout']))
  })

  it('whose answer never ends has answered', async () => {
    const receiver = await givenReceiver((_, response) => {
      const chatter = setInterval(() => response.write('x'.repeat(10_000)), 1)
      response.on('close', () => clearInterval(chatter))
      response.writeHead(200)
    })
    await givenEndpoint(receiver.url)
    await givenKey(app)

    expect(await send()).toMatchObject({ delivered: 1 })
  })

  it('that redirects is not followed', async () => {
    const elsewhere = await givenReceiver()
    const receiver = await givenReceiver(
      (_, response) => void response.writeHead(307, { location: elsewhere.url }).end(),
    )
    const made = await givenEndpoint(receiver.url)
    await givenKey(app)
    await send()

    expect(elsewhere.connections()).toBe(0)
    expect(await deliveriesOf(made)).toMatchObject([{ failure: 'redirected', status: 307, state: 'waiting' }])
  })

  it.each([
    ['talks no HTTP', '220 mail.example.org ESMTP\r\n'],
    [
      'changes to another protocol',
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n',
    ],
  ])('that %s, or is not there, is told apart', async (_, says) => {
    const tcp = createTcpServer((socket) => {
      socket.on('error', () => undefined).resume()
      socket.end(says)
    }).listen(0, '127.0.0.1')
    await once(tcp, 'listening')
    const { port } = tcp.address() as { port: number }
    const url = `http://127.0.0.1:${port}/`
    const post = (at: string, more: Partial<DeliverDeps> = {}) =>
      postMessage(depsOf(app.context, more), { url: at, headers: {}, body: '{}' })

    expect(await post(url)).toMatchObject({ why: 'no-http' })
    expect(await post(url.replace('http', 'https'))).toMatchObject({ why: 'tls' })
    await new Promise((resolve) => tcp.close(resolve))
    expect(await post(url)).toMatchObject({ why: 'no-connection' })
    const resolve = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))
    expect(await post('http://hr.example.org/', { resolve })).toMatchObject({ why: 'no-address' })
  })

  it('at an address that is not allowed is never connected to, whatever its name stood for before', async () => {
    // 127.0.0.2 plays somebody on the Internet, 127.0.0.1 what only this server reaches.
    const open = await givenReceiver(undefined, '127.0.0.2')
    const inside = await givenReceiver()
    const reach = reachOf(['127.0.0.2/32'])
    const answers = ['127.0.0.2', '127.0.0.1', '::ffff:127.0.0.1', '127.0.0.1']
    const asked: string[] = []
    const deps = depsOf(app.context, {
      reach,
      resolve: (host) => {
        asked.push(host)
        return Promise.resolve([{ address: answers.shift() ?? '127.0.0.1', family: 4 }])
      },
    })
    const post = (url: string) => postMessage(deps, { url, headers: {}, body: '{}' })

    expect(await post(`http://rebinding.example.org:${open.port}/`)).toMatchObject({ status: 204 })
    for (const scheme of ['http', 'https'])
      expect(await post(`${scheme}://rebinding.example.org:${inside.port}/`)).toMatchObject({
        why: 'address-refused',
      })
    for (const host of ['127.0.0.1', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '[::1]'])
      expect(await post(`http://${host}:${inside.port}/`)).toMatchObject({ why: 'address-refused' })

    expect(asked).toEqual(Array(3).fill('rebinding.example.org'))
    expect(inside.connections()).toBe(0)
  })

  it.each([
    ['ftp://hr.example.org/', 'url-invalid'],
    ['hr.example.org', 'url-invalid'],
    ['https://user:word@hr.example.org/', 'url-credentials'],
    ['http://hr.example.org/', 'url-not-https'],
    ['https://127.0.0.1/', 'url-private'],
    ['https://0x7f000001/', 'url-private'],
    ['https://[fe80::1]/', 'url-private'],
    [`https://hr.example.org/?${'x'.repeat(2_000)}`, 'url-too-long'],
  ])('cannot be at an address that is no good: %#', async (url, problem) => {
    const config = { webhookAllowPrivate: [] }
    const wanted = { url, description: '', types: webhookTypes }

    await expect(makeEndpoint({ ...app.context, config }, system, wanted)).rejects.toMatchObject({ problem })
  })
})

describe('the work', () => {
  it('of several workers sends each message once', async () => {
    const receiver = await givenReceiver()
    await givenEndpoint(receiver.url)
    const record = () =>
      recordEvent(app.context.db, app.context, { kind: 'key.made', actor: system, keyUid: undefined })
    await Promise.all(Array.from({ length: 60 }, record))

    const tallies = await Promise.all([send(), send({}, other), send(), send({}, other)])

    expect(tallies.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(60)
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(60)
    expect(receiver.received).toHaveLength(60)
  })

  it('that was cut off between sending and noting it down is done again, with the same id', async () => {
    let killing: Promise<void> | undefined
    const receiver = await givenReceiver((_, response) => {
      if (killing === undefined) killing = worker.kill()
      else response.end()
    })
    const made = await givenEndpoint(receiver.url)
    await recordEvent(app.context.db, app.context, { kind: 'key.made', actor: system })
    const worker = startWorkerProcess(app.env)
    await worker.ended
    await killing
    expect(await deliveriesOf(made)).toMatchObject([{ state: 'waiting', attempts: 1 }])

    app.clock.advance(deliveryLeaseMs + secondMs)
    await send()

    expect(receiver.received).toHaveLength(2)
    expect(receiver.received[1]?.id).toBe(receiver.received[0]?.id)
    expect(await deliveriesOf(made)).toMatchObject([{ state: 'delivered', attempts: 2 }])
  })

  it('is a job, and what became of messages is forgotten after 30 days', async () => {
    const receiver = await givenReceiver()
    const made = await givenEndpoint(receiver.url)
    await givenKey(app)

    expect(await runJob(app.context, 'webhooks')).toMatchObject({
      state: 'done',
      outcome: 'webhooks: 1 taken',
    })
    app.clock.advance(29 * dayMs)
    await runJob(app.context, 'retention')
    expect(await deliveriesOf(made)).toHaveLength(1)
    app.clock.advance(2 * dayMs)
    await runJob(app.context, 'retention')
    expect(await deliveriesOf(made)).toEqual([])
  })
})
