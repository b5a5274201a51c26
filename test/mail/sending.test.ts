import {
  type ComposeMail,
  type FailedMail,
  findDelivery,
  type NewMail,
  NotComposed,
  queueMails,
  retryMail,
  sendDueMails,
} from '../../src/mail'
import { mailLeaseMs } from '../../src/mail/send-due-mails'
import { claimMail, markFailed, postpone } from '../../src/mail/claimed-mails-store'
import { takeTurn } from '../../src/mail/pace-store'
import type { MailConfig } from '../../src/shared/mail-settings'
import { type Db, uidToBytes } from '../../src/shared/db'
import { newUid } from '../../src/shared/random'
import { type Mood, type Moment, startMailServer, type TestMailServer } from '../support/mail-server'
import { startTestApp, type TestApp } from '../support/test-app'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const never = new AbortController().signal

/** As short as a mail can be; the real ones are put together elsewhere. */
const compose: ComposeMail = (mail) =>
  Promise.resolve({
    send: { to: mail.to, subject: `Hello ${mail.to.name ?? ''}`, text: 'Hello', html: '<p>Hello</p>' },
  })

let app: TestApp
let mood: (moment: Moment, address: string) => Mood
let server: TestMailServer
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  failed = []
  mood = () => 'well'
  server = await startMailServer((moment, address) => mood(moment, address))
  const { database, sql } = app.database
  for (const table of ['outbox', 'outbox_details', 'mail_pace'])
    await sql('DELETE FROM ??.??', [database, table])
})
afterEach(() => server.close())

async function given(address = 'ada@example.org', more: Partial<NewMail> = {}): Promise<string> {
  const [uid = ''] = await queueMails(app.context.db, app.context, [
    { kind: 'invitation', to: { address, name: 'Ada' }, language: 'en', ...more },
  ])
  return uid
}

/** What was noted down as never to arrive. */
let failed: FailedMail[]
const recordFailure = (_trx: Db, mail: FailedMail) => Promise.resolve(void failed.push(mail))

const send = (settings: Partial<MailConfig> = {}, own: ComposeMail = compose, stop = never) =>
  sendDueMails(
    {
      ...app.context,
      config: { ...app.context.config, smtpUrl: server.url, ...settings },
      compose: own,
      recordFailure,
    },
    stop,
  )

const stateOf = async (uid: string) => {
  const delivery = await findDelivery(app.context.db, uid)
  if (delivery === undefined) throw new Error('there is no such mail')
  return delivery
}

describe('a mail of the outbox', () => {
  it('leaves with the headers that keep machines from answering it', async () => {
    const uid = await given()

    expect(await send()).toEqual({ sent: 1, withdrawn: 0, postponed: 0, failed: 0 })

    const [mail] = server.taken
    expect(server.taken).toHaveLength(1)
    expect(mail?.headers).toMatchObject({
      from: 'Helpdesk <helpdesk@example.org>',
      to: 'Ada <ada@example.org>',
      subject: 'Hello Ada',
      'message-id': `<${uid}@127.0.0.1>`,
      'auto-submitted': 'auto-generated',
      'x-auto-response-suppress': 'DR, RN, NRN, OOF, AutoReply',
    })
    expect(new Date(mail?.headers['date'] ?? '').getTime()).toBeCloseTo(Date.now(), -5)
    expect(mail?.headers).not.toHaveProperty('x-mailer')
    expect(await stateOf(uid)).toMatchObject({
      state: 'sent',
      attempts: 1,
      dueAt: undefined,
      failure: undefined,
    })
  })

  it('leaves once, however many send at once', async () => {
    const uids = await Promise.all(Array.from({ length: 40 }, (_, n) => given(`person${n}@example.org`)))

    await Promise.all([send(), send(), send()])

    expect(server.taken.map(({ to }) => to).sort()).toEqual(
      uids.map((_, n) => `person${n}@example.org`).sort(),
    )
  })

  it('does not leave before its time', async () => {
    await given('ada@example.org', { dueAt: new Date(app.clock.now().getTime() + hourMs) })

    await send()
    expect(server.taken).toHaveLength(0)

    app.clock.advance(hourMs)
    await send()
    expect(server.taken).toHaveLength(1)
  })

  it('that is no longer true is withdrawn, and its sealed code wiped', async () => {
    const uid = await given('ada@example.org', { sealedCode: Buffer.from('sealed') })

    expect(await send({}, () => Promise.resolve({ withdraw: 'key-ended' }))).toMatchObject({ withdrawn: 1 })

    expect(await stateOf(uid)).toMatchObject({ state: 'withdrawn', withdrawnFor: 'key-ended' })
    expect(await sealedCodeOf(uid)).toBeNull()
  })

  it('takes its sealed code along', async () => {
    const uid = await given('ada@example.org', { sealedCode: Buffer.from('sealed') })
    const seen: (string | undefined)[] = []

    await send({}, (mail) => {
      seen.push(mail.sealedCode?.toString())
      return compose(mail)
    })

    expect(seen).toEqual(['sealed'])
    expect(await sealedCodeOf(uid)).toBeNull()
  })

  it('whose addressee was erased is withdrawn', async () => {
    const uid = await given()
    await app.database.sql('DELETE FROM ??.outbox_details', [app.database.database])

    await send()

    expect(await stateOf(uid)).toMatchObject({
      state: 'withdrawn',
      withdrawnFor: 'erased',
      address: undefined,
    })
  })

  async function sealedCodeOf(uid: string): Promise<Buffer | null | undefined> {
    const [row] = await app.database.sql<{ sealed_code: Buffer | null }>(
      'SELECT sealed_code FROM ??.outbox_details WHERE outbox_uid = ?',
      [app.database.database, uidToBytes(uid)],
    )
    return row?.sealed_code
  }
})

describe('an attempt that fails', () => {
  it.each<[string, Moment, Mood, string, object]>([
    [
      'refuses the recipient',
      'recipient',
      550,
      'failed',
      { reason: 'recipient-refused', answer: '550 5.1.1' },
    ],
    ['refuses what it says', 'data', 554, 'failed', { reason: 'message-refused', answer: '554 5.1.1' }],
    [
      'has no room for the moment',
      'recipient',
      452,
      'waiting',
      { reason: 'server-busy', answer: '452 4.1.1' },
    ],
    [
      'is busy after the mail was handed over',
      'data',
      451,
      'waiting',
      { reason: 'server-busy', answer: '451 4.1.1' },
    ],
    ['refuses our own address', 'sender', 550, 'waiting', { reason: 'sender-refused', answer: '550 5.1.1' }],
    ['wants an account', 'sender', 530, 'waiting', { reason: 'sign-in-refused', answer: '530 5.1.1' }],
    [
      'hangs up at the greeting',
      'connect',
      'hangs up',
      'waiting',
      { reason: 'no-connection', answer: undefined },
    ],
    ['hangs up in the middle', 'data', 'hangs up', 'waiting', { reason: 'no-connection', answer: undefined }],
    ['lets nobody in', 'connect', 421, 'waiting', { reason: 'server-busy', answer: '421 4.1.1' }],
  ])('since the server %s is told by its codes alone', async (_, when, how, state, failure) => {
    const uid = await given()
    mood = (moment) => (moment === when ? how : 'well')

    await send().catch(() => undefined)

    expect(await stateOf(uid)).toMatchObject({ state, failure, attempts: 1 })
    const { database, sql } = app.database
    const [row] = await sql<{ failure: string }>('SELECT failure FROM ??.outbox', [database])
    expect(row?.failure).not.toContain('secret')
    expect(app.log.join('')).not.toContain('/r/secret')
  })

  it('since nobody listens is told as that', async () => {
    const uid = await given()

    await expect(send({ smtpUrl: 'smtp://127.0.0.1:1' })).rejects.toMatchObject({
      message: expect.stringMatching(/^the mail server at 127\.0\.0\.1:1 cannot be reached/) as unknown,
    })

    expect(await stateOf(uid)).toMatchObject({ state: 'waiting', failure: { reason: 'no-connection' } })
  })

  it('since it could not be put together is tried again, and says nothing of what went wrong inside', async () => {
    const uid = await given()

    await send({}, () => Promise.reject(new Error('https://help.example.org/r/secret')))

    expect(await stateOf(uid)).toMatchObject({ state: 'waiting', failure: { reason: 'not-composed' } })
  })

  it('since something has to be mended first says what', async () => {
    const uid = await given()

    await send({}, () => Promise.reject(new NotComposed('paused')))

    expect(await stateOf(uid)).toMatchObject({
      state: 'waiting',
      failure: { reason: 'not-composed', answer: 'paused' },
    })
  })

  it('is repeated after growing pauses for three days, with the same Message-ID, and then given up', async () => {
    const uid = await given()
    mood = (moment) => (moment === 'data' ? 451 : 'well')
    const began = app.clock.now().getTime()
    const pauses: number[] = []

    for (;;) {
      await send()
      const { state, dueAt } = await stateOf(uid)
      if (state !== 'waiting' || dueAt === undefined) break
      pauses.push(Math.round((dueAt.getTime() - app.clock.now().getTime()) / minuteMs))
      app.clock.advance(dueAt.getTime() - app.clock.now().getTime() - 1_000)
      expect(await send()).toMatchObject({ postponed: 0 })
      app.clock.advance(2_000)
    }

    expect(pauses).toEqual([1, 5, 15, 60, 240, 720, 720, 720, 720, 720, 720])
    expect((app.clock.now().getTime() - began) / dayMs).toBeGreaterThan(3)
    expect(await stateOf(uid)).toMatchObject({
      state: 'failed',
      attempts: 12,
      dueAt: undefined,
      failure: { reason: 'server-busy', answer: '451 4.1.1' },
    })
    expect(failed.map((mail) => [mail.uid, mail.kind, mail.reason])).toEqual([
      [uid, 'invitation', 'server-busy'],
    ])
  })

  it('for good is made good by sending the mail once more', async () => {
    const uid = await given()
    mood = (moment) => (moment === 'recipient' ? 550 : 'well')
    await send()
    mood = () => 'well'

    expect(await retryMail(app.context.db, uid, app.clock.now())).toBe(true)
    await send()

    expect(server.taken).toHaveLength(1)
    expect(await stateOf(uid)).toMatchObject({ state: 'sent', attempts: 1 })
    expect(await retryMail(app.context.db, uid, app.clock.now())).toBe(false)
  })

  it('of one mail does not hold up the others', async () => {
    const bad = await given('bad@example.org')
    const uids = await Promise.all(Array.from({ length: 20 }, (_, n) => given(`person${n}@example.org`)))
    mood = (moment, address) =>
      moment === 'recipient' && address === 'bad@example.org' ? 'hangs up' : 'well'

    expect(await send()).toEqual({ sent: uids.length, withdrawn: 0, postponed: 1, failed: 0 })

    expect(await stateOf(bad)).toMatchObject({ state: 'waiting' })
  })

  it('of all of them stops the run, and leaves the rest untouched', async () => {
    const uids = await Promise.all(Array.from({ length: 40 }, () => given()))

    await expect(send({ smtpUrl: 'smtp://127.0.0.1:1' })).rejects.toMatchObject({
      message: expect.stringMatching(/^the mail server at 127\.0\.0\.1:1 cannot be reached/) as unknown,
    })

    const states = await Promise.all(uids.map(stateOf))
    expect(states.filter(({ attempts }) => attempts === 0).length).toBeGreaterThanOrEqual(20)
    expect(states.every(({ state }) => state === 'waiting')).toBe(true)
  })
})

describe('a lease', () => {
  const claim = async (uid: string) => {
    const lease = newUid(app.context)
    const now = app.clock.now()
    const until = new Date(now.getTime() + mailLeaseMs)
    return { isOurs: await claimMail(app.context.db, uid, { lease, now, until }), held: { uid, lease } }
  }

  it('of a worker that died keeps others away until it lapses', async () => {
    const uid = await given()
    await claim(uid)

    app.clock.advance(mailLeaseMs - 1_000)
    await send()
    expect(server.taken).toHaveLength(0)

    app.clock.advance(1_001)
    await send()
    expect(server.taken.map(({ headers }) => headers['message-id'])).toEqual([`<${uid}@127.0.0.1>`])
    expect(await stateOf(uid)).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('goes to one of ten', async () => {
    const uid = await given()

    const claims = await Promise.all(Array.from({ length: 10 }, () => claim(uid)))

    expect(claims.filter(({ isOurs }) => isOurs)).toHaveLength(1)
  })

  it('that was lost lets nobody write what became of the mail', async () => {
    const uid = await given()
    const { held } = await claim(uid)
    app.clock.advance(mailLeaseMs + 1)
    const { isOurs } = await claim(uid)

    const failure = { reason: 'no-answer', answer: undefined } as const
    await postpone(app.context.db, held, failure, app.clock.now())
    await markFailed(app.context.db, held, failure)

    expect(isOurs).toBe(true)
    expect((await claim(uid)).isOurs).toBe(false)
    expect(await stateOf(uid)).toMatchObject({ state: 'waiting', failure: undefined })
  })
})

describe('who is asked to stop', () => {
  it('finishes the mails in hand and begins no other', async () => {
    const uids = await Promise.all(Array.from({ length: 30 }, (_, n) => given(`person${n}@example.org`)))
    const stopping = new AbortController()
    mood = (moment) => {
      if (moment === 'data') stopping.abort()
      return 'well'
    }

    const { sent } = await send({}, compose, stopping.signal)

    expect(sent).toBeGreaterThan(0)
    expect(sent).toBeLessThanOrEqual(5)
    expect(server.taken).toHaveLength(sent)
    const states = await Promise.all(uids.map(stateOf))
    expect(states.filter(({ state }) => state === 'sent')).toHaveLength(sent)
  })
})

describe('the pace', () => {
  const inAMinute = (times: readonly number[], from: number) =>
    times.filter((at) => at >= from && at < from + minuteMs).length

  it('gives all workers together no more turns than it says, and no fewer', async () => {
    const given: number[] = []
    const worker = async () => {
      const now = app.clock.now()
      if ((await takeTurn(app.context.db, 20, now)) === 0) given.push(now.getTime())
    }
    const began = app.clock.now().getTime()

    while (app.clock.now().getTime() < began + 3 * minuteMs) {
      await Promise.all([worker(), worker(), worker()])
      app.clock.advance(400)
    }

    expect(given.length).toBeGreaterThanOrEqual(59)
    for (const from of given) expect(inAMinute(given, from)).toBeLessThanOrEqual(21)
  })

  it('does not let turns pile up while nobody sends', async () => {
    expect(await takeTurn(app.context.db, 20, app.clock.now())).toBe(0)
    app.clock.advance(dayMs)

    const now = app.clock.now()
    expect(await takeTurn(app.context.db, 20, now)).toBe(0)
    expect(await takeTurn(app.context.db, 20, now)).toBeGreaterThan(1_900)
  })

  it('is waited for by whoever sends', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, n) => given(`person${n}@example.org`)))
    const deps = {
      ...app.context,
      config: { ...app.context.config, smtpUrl: server.url, smtpRate: 20 },
      compose,
      recordFailure,
      pause: (ms: number) => {
        app.clock.advance(Math.min(ms, 250))
        return new Promise<void>((resolve) => setImmediate(resolve))
      },
    }
    const began = app.clock.now().getTime()

    await Promise.all([sendDueMails(deps, never), sendDueMails(deps, never)])

    expect(server.taken).toHaveLength(10)
    expect(app.clock.now().getTime() - began).toBeGreaterThan(9 * 3_000 - 1_000)
  })
})

describe('what people type', () => {
  it('cannot add a header or a recipient', async () => {
    await given()
    const evil = 'Ada\r\nBcc: eve@example.org\r\n\r\nbody'

    await send({}, () =>
      Promise.resolve({
        send: {
          to: { address: 'ada@example.org', name: evil },
          replyTo: { address: 'marie@example.org', name: evil },
          subject: evil,
          text: 'Hello',
          html: 'Hello',
        },
      }),
    )

    const [mail] = server.taken
    expect(server.taken).toHaveLength(1)
    expect(mail?.headers).not.toHaveProperty('bcc')
    expect(mail?.headers['subject']).toBe('Ada Bcc: eve@example.org body')
    expect(mail?.headers['to']).toMatch(/<ada@example\.org>$/)
    expect(mail?.headers['reply-to']).toMatch(/<marie@example\.org>$/)
  })

  it.each([
    'ada',
    'ada@',
    'ada@example.org\r\nRCPT TO:<eve@example.org>',
    'ada@example.org, eve@example.org',
    'ada@example.org>,<eve@example.org',
    'ada smith@example.org',
    'a\u0000da@example.org',
    'ada@exa mple.org',
  ])('is not sent to when it is no address: %j', async (address) => {
    const uid = await given(address)

    await send()

    expect(server.taken).toHaveLength(0)
    expect(await stateOf(uid)).toMatchObject({ state: 'failed', failure: { reason: 'address-invalid' } })
    expect(failed).toHaveLength(1)
  })

  it('may be an address in any letters, where the mail server takes them', async () => {
    await given('zoë@exämple.org')

    await send()

    expect(server.taken.map(({ to }) => to)).toEqual(['zoë@exämple.org'])
  })
})
