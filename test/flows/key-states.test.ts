import { DateTime } from 'luxon'
import {
  changeKey,
  claimUse,
  getKey,
  invitationLink,
  type KeyState,
  keyStates,
  pauseKey,
  printedForm,
  reissueKey,
  renewKey,
  resumeKey,
  revokeKey,
  stateOf,
  transferKeys,
  unrevokeKey,
} from '../../src/keys'
import { parseCode } from '../../src/keys/code'
import { endAfter, statedEnd } from '../../src/shared/ends'
import { parseStart } from '../../src/shared/time'
import { keyStateWords, refusalOf } from '../support/key-states'
import { textOf } from '../support/browser'
import { givenKey, type GivenKey } from '../support/builders'
import { runCommand } from '../support/command-line'
import { type Admin, signInAs } from '../support/console'
import { keepSecret } from '../support/evidence'
import { isFull, looks } from '../support/scale'
import { startTestApp, type TestApp } from '../support/test-app'

const system = { actor: { kind: 'system' as const }, issuer: { kind: 'system' as const }, mayMake: true }

/** Each begins two days before clocks are changed there, and the key ends on the day on which they are. */
const zones = [
  { zone: 'Europe/Paris', line: '10.0', from: '2027-03-26T09:30' },
  { zone: 'America/New_York', line: '11.0', from: '2027-11-05T23:59:59.999' },
  { zone: 'Pacific/Auckland', line: '10.0', from: '2027-04-02T00:00' },
  { zone: 'Asia/Kathmandu', line: '11.0', from: '2027-03-26T12:00' }, // none, at 5:45 from Greenwich
] as const

/** One predicate: whoever is asked at the same instant gives the same answer, at the edges to the millisecond. */
describe.each(looks(zones))('the states of a key in $zone on GLPI $line', ({ zone, line, from }) => {
  let app: TestApp
  let admin: Admin
  let key: GivenKey
  let at = DateTime.fromISO(from, { zone }).toJSDate()
  const clock = { now: () => at }
  const rules = { timeZone: zone, workDays: new Set([1, 2, 3, 4, 5, 6, 7]), graceDays: 1 }

  beforeAll(async () => {
    const env = { TIME_ZONE: zone, EXPIRY_GRACE: '1', SESSION_IDLE: '999d', SESSION_LIFETIME: '999d' }
    app = await startTestApp({ line, env, overrides: { clock } })
    await app.database.sql("UPDATE ??.glpi_users SET language = 'en_GB', password_last_update = NULL", [
      app.database.glpiDatabase,
    ])
    admin = await signInAs(app, 'marie.curie')
  })
  afterAll(() => app.close())

  const uidBytes = () => Buffer.from(key.uid.replaceAll('-', ''), 'hex')
  const read = () => getKey(app.context.db, key.uid)
  const setHeld = (n: number) =>
    app.database.sql('UPDATE ??.registration_keys SET uses_held = ? WHERE uid = ?', [
      app.database.database,
      n,
      uidBytes(),
    ])

  async function use(): Promise<boolean> {
    const code = parseCode(key.code)
    if (code === undefined) throw new Error('a made code is well-formed')
    return claimUse(app.context.db, { keyUid: key.uid, code, now: at, openedAt: at })
  }

  /** Whether a use could be claimed, without claiming it. */
  async function isClaimable(): Promise<boolean> {
    const code = parseCode(key.code)
    if (code === undefined) throw new Error('a made code is well-formed')
    const trx = await app.context.db.transaction()
    try {
      return await claimUse(trx, { keyUid: key.uid, code, now: at, openedAt: at })
    } finally {
      await trx.rollback()
    }
  }

  let times = 0
  /** Under which states the list has it: asked about this one and each time another, all of them in the full run. */
  async function listedUnder(expected: KeyState): Promise<KeyState[]> {
    const others = keyStates.filter((state) => state !== expected)
    const other = others[(times += 1) % others.length]
    const found: KeyState[] = []
    for (const state of isFull ? keyStates : [expected, other ?? expected]) {
      const page = await admin.get(`/keys?state=${state}&search=${key.uid}`)
      if (page.text.includes(`/keys/${key.uid}"`)) found.push(state)
    }
    return found
  }

  async function stateColumn(): Promise<KeyState | undefined> {
    const [row] = await app.database.sql<{ state: number }>(
      'SELECT state FROM ??.registration_keys WHERE uid = ?',
      [app.database.database, uidBytes()],
    )
    return keyStates[(row?.state ?? 0) - 1]
  }

  async function cli(...args: string[]): Promise<unknown> {
    return JSON.parse((await runCommand(app.env, ['keys', ...args, '--json'], { clock })).out)
  }

  /** What each door says. */
  async function askEverybody(expected: KeyState) {
    const redeem = await app.browser().open(key.link)
    const page = await admin.get(`/keys/${key.uid}`)
    const listed = await listedUnder(expected) // before the column: listing is what settles it
    const csv = (await admin.get(`/keys.csv?search=${key.uid}`)).text
    const row = csv.split('\n').find((text) => text.includes(key.uid)) ?? ''
    const shown = (await cli('show', key.uid)) as { state: string }
    const inList = (await cli('list')) as { uid: string; state: string }[]
    return {
      redeem: refusalOf(redeem),
      claim: await isClaimable(),
      page: keyStateWords.find(([, word]) =>
        new RegExp(`<span class="state[^"]*">${word}<`).test(page.text),
      )?.[0],
      listed,
      csv: keyStateWords.filter(([, word]) => row.includes(word)).map(([state]) => state),
      show: shown.state,
      list: inList.find(({ uid }) => uid === key.uid)?.state,
      stateOf: stateOf(await read(), at),
      column: await stateColumn(),
    }
  }

  const agreed = (state: KeyState) => ({
    redeem: state,
    claim: state === 'usable',
    page: state,
    listed: [state],
    csv: [state],
    show: state,
    list: state,
    stateOf: state,
    column: state,
  })

  /** Asks everybody at these instants, in order. */
  async function expectAt(...moments: [Date, KeyState][]): Promise<void> {
    for (const [moment, state] of moments) {
      at = moment
      expect({ at, ...(await askEverybody(state)) }).toEqual({ at, ...agreed(state) })
    }
  }

  const before = (instant: Date | undefined) => new Date((instant?.getTime() ?? 0) - 1)
  const later = (ms: number) => new Date(at.getTime() + ms)

  it('made for later: it begins with its first instant', async () => {
    const tomorrow = DateTime.fromJSDate(at, { zone }).plus({ days: 1 }).toISODate() ?? ''
    const notBefore = parseStart(tomorrow, zone)
    const end = endAfter('1d', notBefore ?? at, rules) // the day on which clocks are changed
    key = await givenKey(app, { maxUses: 2, notBefore, ...end })

    await expectAt([at, 'not-yet-valid'], [before(notBefore), 'not-yet-valid'], [notBefore ?? at, 'usable'])
  })

  it('opened: that changes nothing', async () => {
    await app.browser().open(key.link)

    await expectAt([later(1), 'usable'])
  })

  it('held and used: its places are taken one way or the other', async () => {
    await setHeld(1)
    await expectAt([later(1), 'usable'])
    expect(await use()).toBe(true)
    await expectAt([later(1), 'held-up'])
    await setHeld(0)
    await expectAt([later(1), 'usable'])
  })

  it('paused, and resumed', async () => {
    await pauseKey(app.context, system.actor, key.uid)
    await expectAt([later(1), 'paused'])
    await resumeKey(app.context, system.actor, key.uid)
    await expectAt([later(1), 'usable'])
  })

  it('used up, and renewed with more places', async () => {
    expect(await use()).toBe(true)
    await expectAt([later(1), 'used-up'])
    await renewKey(app.context, system, key.uid, { maxUses: 9 })
    await expectAt([later(1), 'usable'])
  })

  it('lapsed: it works through its day of grace, and to the last millisecond', async () => {
    const { expiresAt, graceDays } = await read()
    const stated = statedEnd({ expiresAt, graceDays }, zone)

    expect(stated && DateTime.fromJSDate(stated, { zone }).toFormat('HH:mm:ss.SSS')).toBe('23:59:59.999')
    expect(expiresAt && DateTime.fromJSDate(expiresAt, { zone }).toFormat('HH:mm:ss.SSS')).toBe(
      '23:59:59.999',
    )
    await expectAt(
      [stated ?? at, 'usable'],
      [before(expiresAt), 'usable'],
      [expiresAt ?? at, 'expired'],
      [new Date((expiresAt?.getTime() ?? 0) + 1), 'expired'],
    )
  })

  it('renewed: the same link works again, to the end of the last day', async () => {
    await renewKey(app.context, system, key.uid, endAfter('7d', at, rules) ?? {})

    await expectAt([later(1), 'usable'])
  })

  it('put off, and brought forward again', async () => {
    const notBefore = later(3_600_000)
    await changeKey(app.context, system, key.uid, { notBefore })
    await expectAt([before(notBefore), 'not-yet-valid'])
    await changeKey(app.context, system, key.uid, { notBefore: 'now' })
    await expectAt([later(1), 'usable'])
  })

  it('revoked and un-revoked, even while it is paused', async () => {
    await pauseKey(app.context, system.actor, key.uid)
    await revokeKey(app.context, system.actor, key.uid)
    await expectAt([later(1), 'revoked'])
    await unrevokeKey(app.context, system, key.uid)
    await expectAt([later(1), 'paused'])
    await resumeKey(app.context, system.actor, key.uid)
    await expectAt([later(1), 'usable'])
  })

  it('transferred: another answers for it, and nothing else changes', async () => {
    const [marie] = await app.database.sql<{ id: number }>(
      "SELECT id FROM ??.glpi_users WHERE name = 'marie.curie'",
      [app.database.glpiDatabase],
    )
    const selection = { scope: { kind: 'all' as const }, uids: [key.uid] }
    const { moved } = await transferKeys(app.context, system, { selection, to: marie?.id ?? 0 })

    expect(moved).toBe(1)
    await expectAt([later(1), 'usable'])
  })

  it('reissued: the state is that of the key, under whichever of its links', async () => {
    const { code } = await reissueKey(app.context, system, key.uid, { overlapMs: 3_600_000 })
    keepSecret(code.normalForm)
    keepSecret(printedForm(code))
    const old = key
    const overlapEnd = later(3_600_000)

    await expectAt([before(overlapEnd), 'usable'])
    key = { ...old, code: printedForm(code), link: invitationLink(app.context.config.publicUrl, code) }
    await expectAt([before(overlapEnd), 'usable'], [overlapEnd, 'usable'])
    expect(textOf(await app.browser().open(old.link))).toContain('This link has been replaced')
  })

  it('lapsed for the last time', async () => {
    const { expiresAt } = await read()

    await expectAt([before(expiresAt), 'usable'], [expiresAt ?? at, 'expired'])
  })
})
