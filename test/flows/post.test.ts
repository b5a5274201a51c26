import { setTimeout as pause } from 'node:timers/promises'
import { createKeys } from '../../src/keys'
import { uidFromBytes } from '../../src/shared/db'
import { runCommand } from '../support/command-line'
import { keepSecret } from '../support/evidence'
import { type Mood, type Moment, startMailServer, type TestMailServer } from '../support/mail-server'
import { isFull } from '../support/scale'
import { startTestApp, type TestApp } from '../support/test-app'
import { startWorkerProcess, type WorkerProcess } from '../support/worker-process'

const addressOf = (n: number) => `person${n}@example.org`
/** Nobody has these mailboxes: the mail server says so for good. */
const isUnknown = (address: string) => /person\d*7@/.test(address)

type MoodOf = (moment: Moment, address: string) => Mood

/** Refuses, stalls and hangs up at random, and takes its time for the rest. */
const byChance: MoodOf = (moment, address) => {
  const chance = Math.random()
  if (moment === 'recipient' && isUnknown(address)) return 550
  if (moment === 'connect') return chance < 0.04 ? 'hangs up' : 'well'
  if (moment === 'recipient') return chance < 0.01 ? 'stalls' : chance < 0.08 ? 450 : 'well'
  if (moment === 'data') return chance < 0.05 ? 'hangs up' : chance < 0.1 ? 451 : 'well'
  return 'well'
}

/** What goes wrong at which time of asking: early, so that whoever is stalled is killed before they lose patience. */
const plannedTroubles: Partial<Record<Moment, Readonly<Record<number, Mood>>>> = {
  connect: { 2: 'hangs up' },
  recipient: { 3: 'stalls', 5: 450 },
  data: { 2: 451, 4: 'hangs up' },
}

/** The same of each kind, once and for certain. */
function asPlanned(): MoodOf {
  const asked: Record<Moment, number> = { connect: 0, sender: 0, recipient: 0, data: 0 }
  return (moment, address) => {
    if (moment === 'recipient' && isUnknown(address)) return 550
    asked[moment] += 1
    return plannedTroubles[moment]?.[asked[moment]] ?? 'well'
  }
}

interface Row {
  uid: Buffer
  state: string
  attempts: number
  address: string
  failure: string | null
  leased_by: Buffer | null
  sealed_code: Buffer | null
}

describe.each([
  { line: '10.0', sealing: 'with the key ring', keyRing: {}, people: isFull ? 1_000 : 40 },
  { line: '11.0', sealing: 'without sealing', keyRing: { KEYRING_FILE: 'off' }, people: isFull ? 1_000 : 30 },
] as const)('a batch of invitations $sealing, on GLPI $line', ({ line, keyRing, people }) => {
  let app: TestApp
  let server: TestMailServer
  let workers: WorkerProcess[] = []
  const met: Mood[] = []
  beforeAll(async () => {
    const moodOf = isFull ? byChance : asPlanned()
    server = await startMailServer((moment, address) => {
      const mood = moodOf(moment, address)
      if (mood !== 'well') met.push(mood)
      return mood
    })
    app = await startTestApp({ line, env: { ...keyRing, SMTP_URL: server.url } })
  })
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.kill()))
    await server.close()
    await app.close()
  })

  const rows = () =>
    app.database.sql<Row>(
      `SELECT o.uid, o.state, o.attempts, d.address, o.failure, o.leased_by, d.sealed_code
       FROM ??.outbox o JOIN ??.outbox_details d ON d.outbox_uid = o.uid`,
      [app.database.database, app.database.database],
    )

  const startWorkers = () => {
    workers = [startWorkerProcess(app.env), startWorkerProcess(app.env)]
  }

  /** Moves the clock for the processes: whoever waits for the next attempt has waited, and the dead hold no lease. */
  async function passTime({ areWorkersDead = false } = {}): Promise<void> {
    const { database, sql } = app.database
    const now = new Date()
    await sql(
      "UPDATE ??.outbox SET due_at = ? WHERE state = 'waiting' AND leased_by IS NULL AND due_at > ?",
      [database, now, now],
    )
    if (areWorkersDead) await sql('UPDATE ??.outbox SET leased_until = ?', [database, now])
  }

  async function untilSettled(count: number): Promise<void> {
    for (;;) {
      const settled = (await rows()).filter(({ state }) => state !== 'waiting').length
      if (settled >= count) return
      await pause(100)
      await passTime()
    }
  }

  /** Both at once, as when the machine goes down. @returns the mails they had in hand */
  async function killWorkers(): Promise<string[]> {
    await Promise.all(workers.map((worker) => worker.kill()))
    const inHand = (await rows()).filter((row) => row.state === 'waiting' && row.leased_by !== null)
    await passTime({ areWorkersDead: true })
    return inHand.map(({ uid }) => uidFromBytes(uid))
  }

  /** As cron does it, two at a time; 8 is said of a mail server in a mood, which is asked again. */
  async function sendTheRest(): Promise<void> {
    const once = () => runCommand(app.env, ['work', '--once'])
    while ((await rows()).some(({ state }) => state === 'waiting')) {
      for (const { code } of await Promise.all([once(), once()])) expect([0, 8]).toContain(code)
      await passTime()
    }
  }

  /** All that our tables hold, as a thief of a backup would read it. */
  async function dump(): Promise<string> {
    const { database, sql } = app.database
    const tables = await sql<{ t: string }>(
      'SELECT TABLE_NAME AS t FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?',
      [database],
    )
    const contents: string[] = []
    for (const { t } of tables) {
      const found = await sql<Record<string, unknown>>('SELECT * FROM ??.??', [database, t])
      for (const value of found.flatMap((row) => Object.values(row))) {
        contents.push(Buffer.isBuffer(value) ? value.toString('latin1') : String(value))
      }
    }
    return contents.join('\n').toLowerCase()
  }

  it(
    'reaches everybody once, whatever happens to the workers and to the mail server',
    async () => {
      const { keys } = await createKeys(
        app.context,
        { issuer: { kind: 'system' }, actor: { kind: 'system' } },
        {
          shared: {
            label: 'Intake',
            maxUses: 1,
            notBefore: undefined,
            expiresAt: new Date(app.clock.now().getTime() + 7 * 86_400_000),
            grant: { authorisations: [{ profilesId: 1, entitiesId: 0, isRecursive: true }], groupIds: [] },
          },
          people: Array.from({ length: people }, (_, n) => ({ label: `Person ${n}`, address: addressOf(n) })),
          send: true,
        },
      )
      for (const { code } of keys) keepSecret(code.normalForm)
      const dumps = [await dump()]

      const inHand: string[] = []
      for (const part of isFull ? [0.2, 0.6] : [0.4]) {
        startWorkers()
        await untilSettled(people * part)
        inHand.push(...(await killWorkers()))
        dumps.push(await dump())
        await expectTrueStates(inHand)
      }

      await sendTheRest()
      dumps.push(await dump())
      await expectTrueStates(inHand)

      const reachable = Array.from({ length: people }, (_, n) => addressOf(n)).filter(
        (one) => !isUnknown(one),
      )
      expect(Array.from(new Set(server.taken.map(({ to }) => to))).sort()).toEqual(reachable.sort())
      const planned = Object.values(plannedTroubles).flatMap((troubles) => Object.values(troubles))
      if (!isFull) expect(met.filter((mood) => mood !== 550).sort()).toEqual(planned.sort())
      expectOnceEach(inHand)
      expectTheirLinks(keys)
      expectNothingReadable(dumps, keys)
    },
    isFull ? 900_000 : 240_000,
  )

  /** Sent is what the mail server has taken; what it has not is not; each mail has a state that somebody can act on. */
  async function expectTrueStates(inHand: readonly string[]): Promise<void> {
    const taken = new Set(server.taken.map(({ headers }) => headers['message-id']))
    for (const { uid, state, address, failure, sealed_code: sealed, leased_by: lease } of await rows()) {
      const isTaken = taken.has(`<${uidFromBytes(uid)}@127.0.0.1>`)
      if (state === 'sent')
        expect({ address, isTaken, sealed }).toEqual({ address, isTaken: true, sealed: null })
      if (state === 'failed') {
        expect({ address, failure }).toEqual({ address, failure: 'recipient-refused 550 5.1.1' })
        expect(isUnknown(address)).toBe(true)
      }
      // Only whoever was killed knew what the mail server took; of such a mail only its next attempt can tell.
      if (state === 'waiting' && lease === null && !inHand.includes(uidFromBytes(uid)))
        expect({ address, isTaken }).toEqual({ address, isTaken: false })
      expect(['sent', 'failed', 'waiting']).toContain(state)
    }
  }

  function expectOnceEach(inHand: readonly string[]): void {
    const copies = new Map<string, string[]>()
    for (const { to, headers } of server.taken) {
      copies.set(to, [...(copies.get(to) ?? []), headers['message-id'] ?? ''])
    }
    for (const [to, ids] of copies) {
      const [id = ''] = ids
      expect({ to, different: new Set(ids).size }).toEqual({ to, different: 1 })
      const wasInHand = inHand.filter((uid) => id === `<${uid}@127.0.0.1>`).length
      expect(ids.length).toBeLessThanOrEqual(1 + wasInHand)
    }
  }

  const linkIn = (raw: string) =>
    /\/r\/([0-9a-z]{39})\/([0-9a-z]{26})/.exec(raw.replace(/=\r\n/g, '').replace(/=3D/g, '='))?.slice(1) ?? []

  /** Each mail has the link of the key that is bound to its address, and a secret of its own. */
  function expectTheirLinks(
    keys: readonly { addresses: readonly string[]; code: { normalForm: string } }[],
  ): void {
    const codes = new Map(
      keys.map(({ addresses: [address = ''], code }) => [address, code.normalForm.toLowerCase()]),
    )
    const secrets = new Set<string>()
    for (const { to, raw } of server.taken) {
      const [code, secret = ''] = linkIn(raw)
      expect({ to, code }).toEqual({ to, code: codes.get(to) })
      keepSecret(secret)
      secrets.add(secret)
    }
    expect(secrets.size).toBe(server.taken.length)
  }

  function expectNothingReadable(
    dumps: readonly string[],
    keys: readonly { code: { normalForm: string } }[],
  ): void {
    const secrets = [
      ...keys.map(({ code }) => code.normalForm.toLowerCase()),
      ...server.taken.map(({ raw }) => linkIn(raw)[1] ?? 'none'),
    ]
    for (const text of dumps) {
      expect(text).toContain('intake') // it is the dump of what we look for
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
      expect(text).not.toContain('/r/')
    }
  }
})
