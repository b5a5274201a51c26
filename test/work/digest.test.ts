import { createContext, type Context } from '../../src/context'
import { revokeKey } from '../../src/keys'
import { parseConfig } from '../../src/shared/config'
import { digestJob } from '../../src/work/digest-job'
import { givenKey } from '../support/builders'
import { StandingClock } from '../support/clocks'
import { givenInviter } from '../support/inviters'
import { outboxOf } from '../support/outbox'
import { startTestApp, type TestApp } from '../support/test-app'

const inviterMail = 'inviter@example.org'
/** A Friday; the Monday after it is the 9th of November. */
const made = '2026-11-06T09:00:00Z'
const monday = '2026-11-09T07:00:00Z'

let app: TestApp
let clock: StandingClock
const others: Context[] = []
beforeEach(async () => {
  clock = new StandingClock(made)
  app = await startTestApp({
    env: { TIME_ZONE: 'Europe/Paris', WORK_DAYS: 'mon-fri', ADMIN_MAIL: 'one@example.org, two@example.org' },
    overrides: { clock },
  })
})
afterEach(async () => {
  await Promise.all(others.splice(0).map((context) => context.close()))
  await app.close()
})

/** The job at an instant. @returns to whom there were mails by then */
async function toldAt(instant: string): Promise<(string | undefined)[]> {
  clock.put(instant)
  await digestJob.run(app.context)
  return (await outboxOf(app.database, 'keys-ending')).map(({ address }) => address)
}
const everybody = [inviterMail, 'one@example.org', 'two@example.org']

describe('the weekly mail about keys that end soon', () => {
  it('goes to each issuer and to ADMIN_MAIL at eight on Monday, once a week', async () => {
    const marie = await givenInviter(app.database, { email: inviterMail, language: 'fr_FR' })
    const expiresAt = new Date('2026-11-22T12:00:00Z')
    const own = await givenKey(app, { issuer: marie.issuer, expiresAt })
    const system = await givenKey(app, { expiresAt: new Date('2026-11-20T12:00:00Z') })

    expect(await toldAt('2026-11-09T06:59:59.999Z')).toEqual([])
    expect(await toldAt(monday)).toEqual(everybody)
    expect(await toldAt('2026-11-09T12:00:00Z')).toEqual(everybody)
    const mails = await outboxOf(app.database, 'keys-ending')
    expect(mails.map(({ language }) => language)).toEqual(['fr', 'en', 'en'])
    expect(mails[0]).toMatchObject({ keyUid: own.uid, usersId: marie.usersId, facts: {} })
    expect(mails[1]?.facts).toEqual({ keyUids: [system.uid, own.uid] })

    expect(await toldAt('2026-11-16T07:00:00Z')).toHaveLength(6)
  })

  it('is made up for on Tuesday, and left out after that', async () => {
    await givenKey(app, { expiresAt: new Date('2026-11-20T12:00:00Z') })

    expect(await toldAt('2026-11-11T07:00:00.001Z')).toEqual([])
    expect(await toldAt('2026-11-11T07:00:00Z')).toHaveLength(2)
  })

  it('tells of what somebody could still use and ends within fourteen days, as people were told', async () => {
    const marie = await givenInviter(app.database, { email: inviterMail })
    const soon = { issuer: marie.issuer, expiresAt: new Date('2026-11-23T07:00:00Z') }
    const revoked = await givenKey(app, soon)
    await revokeKey(app.context, { kind: 'system' }, revoked.uid)
    await givenKey(app, { ...soon, expiresAt: new Date('2026-11-23T07:00:00.001Z') })
    const used = await givenKey(app, soon)
    const browser = app.browser()
    await browser.submit(await browser.open(used.link))
    expect(await toldAt(monday)).toEqual([])

    await givenKey(app, {
      issuer: marie.issuer,
      expiresAt: new Date('2026-11-25T22:59:59.999Z'),
      graceDays: 3,
    })
    expect(await toldAt(monday)).toEqual(everybody)
  })

  it('goes out once when four do it at the same time', async () => {
    const marie = await givenInviter(app.database, { email: inviterMail })
    await givenKey(app, { issuer: marie.issuer, expiresAt: new Date('2026-11-20T12:00:00Z') })
    clock.put(monday)
    const another = createContext(parseConfig(app.env), { clock })
    others.push(another)

    await Promise.all([app.context, another, app.context, another].map((context) => digestJob.run(context)))
    expect(await toldAt(monday)).toEqual(everybody)
  })
})
