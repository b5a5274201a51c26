import { createContext, type Context } from '../../src/context'
import { changeKey, type KeyKeeper, recordEndedKeys, revokeKey } from '../../src/keys'
import { registrationForm } from '../support/browser'
import { givenKey, type GivenKey } from '../support/builders'
import { startTestApp, type TestApp } from '../support/test-app'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const server: KeyKeeper = { actor: { kind: 'system' }, issuer: { kind: 'system' }, mayMake: true }

let app: TestApp
let other: Context
beforeAll(async () => {
  app = await startTestApp()
  other = createContext(app.context.config, { clock: app.clock, log: app.context.log })
  await recordEndedKeys(app.context)
})
afterAll(async () => {
  await other.close()
  await app.close()
})

const eventsOf = async (key: GivenKey): Promise<string[]> =>
  (
    await app.database.sql<{ kind: string }>(
      "SELECT kind FROM ??.audit_events WHERE key_uid = ? AND kind IN ('key.expired', 'key.used-up') ORDER BY at",
      [app.database.database, Buffer.from(key.uid.replaceAll('-', ''), 'hex')],
    )
  ).map(({ kind }) => kind)

let people = 0
async function register(key: GivenKey): Promise<void> {
  const browser = app.browser()
  const form = await browser.open(key.link)
  people += 1
  const own = { login: `ending-${people}`, email: `ending-${people}@example.org` }
  expect((await browser.submit(form, registrationForm(own))).status).toBe(200)
}

const inAnHour = () => new Date(app.clock.now().getTime() + hourMs)

describe('the end of a key', () => {
  it('by time is recorded once, however many look, and not of keys that were over before', async () => {
    const expiring = await givenKey(app, { expiresAt: inAnHour() })
    const revoked = await givenKey(app, { expiresAt: inAnHour() })
    await revokeKey(app.context, { kind: 'system' }, revoked.uid)
    const used = await givenKey(app, { expiresAt: inAnHour() })
    await register(used)
    const lasting = await givenKey(app)

    await recordEndedKeys(app.context)
    expect(await eventsOf(expiring)).toEqual([])
    app.clock.advance(hourMs + 2 * minuteMs)
    await Promise.all([recordEndedKeys(app.context), recordEndedKeys(other), recordEndedKeys(app.context)])
    await recordEndedKeys(other)

    expect(await eventsOf(expiring)).toEqual(['key.expired'])
    expect(await eventsOf(revoked)).toEqual([])
    expect(await eventsOf(used)).toEqual(['key.used-up'])
    expect(await eventsOf(lasting)).toEqual([])
  })

  it('is recorded again when a key that was prolonged expires', async () => {
    const key = await givenKey(app, { expiresAt: inAnHour() })
    app.clock.advance(2 * hourMs)
    await recordEndedKeys(app.context)
    await changeKey(app.context, server, key.uid, { expiresAt: inAnHour() })
    app.clock.advance(2 * hourMs)
    await recordEndedKeys(app.context)
    await recordEndedKeys(other)

    expect(await eventsOf(key)).toEqual(['key.expired', 'key.expired'])
  })

  it('by its last use is recorded once, by whoever took it', async () => {
    const key = await givenKey(app, { maxUses: 3 })

    await register(key)
    expect(await eventsOf(key)).toEqual([])
    await Promise.all([register(key), register(key)])
    expect(await eventsOf(key)).toEqual(['key.used-up'])
  })

  it('by a limit that is lowered to what is used is recorded, and other changes of it are not', async () => {
    const key = await givenKey(app, { maxUses: 3 })
    await register(key)

    await changeKey(app.context, server, key.uid, { maxUses: 2 })
    expect(await eventsOf(key)).toEqual([])
    await changeKey(app.context, server, key.uid, { maxUses: 1 })
    await changeKey(app.context, server, key.uid, { label: 'over' })
    expect(await eventsOf(key)).toEqual(['key.used-up'])
  })
})
