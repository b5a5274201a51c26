import { deliverDeps, sendDueDeliveries } from '../../src/webhooks'
import { textOf } from '../support/browser'
import { givenKey } from '../support/builders'
import { type Admin, signInAs } from '../support/console'
import { keepSecret } from '../support/evidence'
import { fieldsOf } from '../support/forms'
import { type Receiver, startReceiver } from '../support/receiver'
import { startTestApp, type TestApp } from '../support/test-app'

let app: TestApp
let receiver: Receiver
let admin: Admin
let status = 200
beforeAll(async () => {
  app = await startTestApp({ env: { WEBHOOK_ALLOW_PRIVATE: '127.0.0.1/32' } })
  receiver = await startReceiver((_, response) => void response.writeHead(status).end())
  await app.database.sql("UPDATE ??.glpi_users SET language = 'en_GB' WHERE name = 'marie.curie'", [
    app.database.glpiDatabase,
  ])
  admin = await signInAs(app, 'marie.curie')
})
afterAll(async () => {
  await receiver.close()
  await app.close()
})

const showsSecret = { showsCode: true }
const newForm = async () => fieldsOf(await admin.get('/webhooks/new'), '/webhooks')
const secretIn = (html: string): string => {
  const secret = /whsec_[\w+/=]+/.exec(html)?.[0] ?? ''
  keepSecret(secret)
  return secret
}

/** @returns the path of its page, below `/console` */
async function givenWebhook(): Promise<string> {
  const fields = {
    ...(await newForm()),
    url: receiver.url,
    description: 'Human resources',
    types: 'key.made',
  }
  const { text } = await admin.post('/webhooks', fields, showsSecret)
  secretIn(text)
  return `/webhooks/${/webhooks\/([0-9a-f-]{36})/.exec(text)?.[1] ?? ''}`
}

const send = () =>
  sendDueDeliveries({ ...deliverDeps(app.context), timeoutMs: 2_000 }, new AbortController().signal)

describe('webhooks in the console', () => {
  it('are made with a form whose mistakes are told beside the fields, and whose secret is shown once', async () => {
    const form = await newForm()
    const wrong = await admin.post('/webhooks', { ...form, url: 'https://10.0.0.1/', types: '' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('id="types-error"')
    const outside = await admin.post('/webhooks', { ...form, url: 'https://10.0.0.1/', types: 'key.made' })
    expect(textOf(outside)).toContain('WEBHOOK_ALLOW_PRIVATE can allow it')

    const good = { ...form, url: receiver.url, description: 'HR', types: 'key.made' }
    const made = await admin.post('/webhooks', good, showsSecret)
    expect([made.status, secretIn(made.text)]).toEqual([
      200,
      expect.stringMatching(/^whsec_.{44}$/) as string,
    ])
    const again = await admin.post('/webhooks', good)
    expect(textOf(again)).toContain('The secret was shown when it was made.')
    expect(again.text).not.toContain('whsec_')
    expect((await admin.get('/webhooks')).text.split(receiver.url)).toHaveLength(2)
  })

  it('are tried with a button that says what the receiver answered', async () => {
    const page = await givenWebhook()

    expect(textOf(await admin.post(`${page}/tests`))).toContain('The test was taken (200).')
    status = 503
    const failed = textOf(await admin.post(`${page}/tests`))
    status = 200
    expect(failed).toContain('The test was not taken: The receiver did not take it. (answer 503)')
  })

  it('show what became of their messages, and send them again', async () => {
    const page = await givenWebhook()
    status = 500
    await givenKey(app)
    await send()
    expect(textOf(await admin.get(page))).toMatch(
      /Failing since .* Key made Waits .*answer 500, 1 attempt, next/,
    )

    status = 200
    app.clock.advance(60_000)
    await send()
    const shown = await admin.get(page)
    expect(textOf(shown)).toContain('Taken')
    const action = /action="[^"]*(\/webhooks\/[^"]*\/attempts)"/.exec(shown.text)?.[1] ?? ''
    const before = receiver.received.length
    expect(textOf(await admin.post(action))).toContain('The message is sent again.')
    await send()
    expect(receiver.received).toHaveLength(before + 1)
    expect(receiver.received.at(-1)?.id).toBe(receiver.received.at(-2)?.id)
  })

  it('are changed, given another secret, switched off and on, and deleted', async () => {
    const page = await givenWebhook()
    const fields = fieldsOf(await admin.get(page), page)
    const changed = await admin.post(page, { ...fields, description: 'Payroll' })
    expect(textOf(changed)).toContain('Payroll')
    expect((await admin.post(page, { ...fields, url: 'nowhere' })).status).toBe(422)

    const rotation = fieldsOf(await admin.get(page), `${page}/secrets`)
    expect(secretIn((await admin.post(`${page}/secrets`, rotation, showsSecret)).text)).toMatch(/^whsec_/)
    const stale = await admin.post(`${page}/secrets`, rotation)
    expect(stale.text).not.toContain('whsec_')
    expect(textOf(stale)).toContain('Messages carry the signatures of two secrets until')

    expect(textOf(await admin.post(`${page}/pause`))).toContain('The webhook is switched off.')
    expect(textOf(await admin.post(`${page}/resumption`))).toContain('The webhook is switched on.')
    expect(textOf(await admin.get(`${page}/deletion`))).toContain(receiver.url)
    expect(textOf(await admin.post(`${page}/deletion`))).toContain('The webhook is deleted.')
    expect((await admin.get(page)).status).toBe(404)
    expect(textOf(await admin.get('/audit'))).toMatch(/Webhook deleted.*127\.0\.0\.1/)
  })
})
