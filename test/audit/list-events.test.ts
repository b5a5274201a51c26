import { countEvents, type EventFilter, listEvents, recordEvent, type Viewer } from '../../src/audit'
import { revokeKey } from '../../src/keys'
import type { Moment } from '../../src/shared/moment'
import { readMoment, writeMoment } from '../../src/shared/moment'
import { givenKey, type GivenKey } from '../support/builders'
import { startTestApp, type TestApp } from '../support/test-app'

describe('the record', () => {
  let app: TestApp
  let inParis: GivenKey
  let inLyon: GivenKey
  let inBoth: GivenKey
  const [paris, lyon] = [1, 2]
  const me = 7
  beforeAll(async () => {
    app = await startTestApp()
    const within = (...ids: number[]) => ({
      authorisations: ids.map((entitiesId) => ({ profilesId: 1, entitiesId, isRecursive: false })),
      groupIds: [],
    })
    inParis = await givenKey(app, { grant: within(paris) })
    app.clock.advance(1)
    inLyon = await givenKey(app, { grant: within(lyon) })
    app.clock.advance(1)
    inBoth = await givenKey(app, { grant: within(paris, lyon) })
    for (const [key, entity] of [
      [inParis, paris],
      [inLyon, lyon],
      [inBoth, paris],
    ] as const) {
      await app.database.sql('UPDATE ??.registration_keys SET entities_id = ? WHERE uid = ?', [
        app.database.database,
        entity,
        bytesOf(key),
      ])
    }
    // What happens within one millisecond has no order.
    const tick = () => app.clock.advance(1)
    const signIn = (usersId: number) => {
      tick()
      return recordEvent(app.context.db, app.context, {
        kind: 'admin.signed-in',
        actor: { kind: 'user', usersId },
        details: { way: 'password' },
        from: { ip: '192.0.2.1', userAgent: 'Browser' },
      })
    }
    await signIn(me)
    await signIn(8)
    tick()
    await recordEvent(app.context.db, app.context, {
      kind: 'redemption.stopped',
      actor: { kind: 'system', osUser: 'root' },
    })
    tick()
    await revokeKey(app.context, { kind: 'user', usersId: me }, inLyon.uid)
  })
  afterAll(() => app.close())

  const bytesOf = ({ uid }: GivenKey) => Buffer.from(uid.replaceAll('-', ''), 'hex')
  const all: Viewer = { usersId: me, scope: { kind: 'all' }, mayConfigure: true }

  async function told(viewer: Viewer, filter: EventFilter = {}): Promise<string[]> {
    const names = new Map([
      [inParis.uid, 'Paris'],
      [inLyon.uid, 'Lyon'],
      [inBoth.uid, 'both'],
    ])
    const events = await listEvents(app.context.db, viewer, filter, { after: undefined, limit: 100 })
    expect(await countEvents(app.context.db, viewer, filter)).toEqual({ n: events.length, isMore: false })
    return events.map(({ kind, key, actor }) =>
      [kind, key && names.get(key.uid), actor.kind === 'user' ? actor.usersId : undefined]
        .filter((part) => part !== undefined)
        .join(' '),
    )
  }

  const everything = [
    'key.revoked Lyon 7',
    'redemption.stopped',
    'admin.signed-in 8',
    'admin.signed-in 7',
    'key.made both',
    'key.made Lyon',
    'key.made Paris',
  ]

  it('is all there, the newest first, for who looks after everything', async () => {
    expect(await told(all)).toEqual(everything)
  })

  it.each<[string, Partial<Viewer>, string[]]>([
    [
      'without the right to configure: of what is about no key, their own',
      { mayConfigure: false },
      everything.filter((event) => !['redemption.stopped', 'admin.signed-in 8'].includes(event)),
    ],
    [
      'of one entity: the keys that give nothing beyond it',
      { mayConfigure: false, scope: { kind: 'some', ids: [paris] } },
      ['admin.signed-in 7', 'key.made Paris'],
    ],
    [
      'of both entities',
      { mayConfigure: false, scope: { kind: 'some', ids: [paris, lyon] } },
      ['key.revoked Lyon 7', 'admin.signed-in 7', 'key.made both', 'key.made Lyon', 'key.made Paris'],
    ],
    [
      'of no entity, with the right to configure',
      { scope: { kind: 'some', ids: [] } },
      ['redemption.stopped', 'admin.signed-in 8', 'admin.signed-in 7'],
    ],
    [
      'of an entity without keys, and never signed in',
      { usersId: 99, mayConfigure: false, scope: { kind: 'some', ids: [3] } },
      [],
    ],
  ])('shows somebody %s', async (_, viewer, expected) => {
    expect(await told({ ...all, ...viewer })).toEqual(expected)
  })

  it('is filtered by kind, people, key and time', async () => {
    const parisKey = inParis.uid
    expect(await told(all, { kind: 'key.made' })).toHaveLength(3)
    expect(await told(all, { actors: [me] })).toEqual(['key.revoked Lyon 7', 'admin.signed-in 7'])
    expect(await told(all, { actors: [] })).toEqual([])
    expect(await told(all, { keyUid: parisKey })).toEqual(['key.made Paris'])
    expect(await told(all, { kind: 'key.made', actors: [me] })).toEqual([])
    const now = Date.now()
    expect(await told(all, { from: new Date(now - 60_000), to: new Date(now + 60_000) })).toEqual(everything)
    expect(await told(all, { from: new Date(now + 60_000) })).toEqual([])
    expect(await told(all, { to: new Date(now - 60_000) })).toEqual([])
  })

  it('comes in pages that lose nothing and repeat nothing, while more is added', async () => {
    for (const viewer of [all, { ...all, mayConfigure: false }]) {
      const whole = await listEvents(app.context.db, viewer, {}, { after: undefined, limit: 100 })
      const uids: string[] = []
      let after: Moment | undefined
      for (;;) {
        const page = await listEvents(app.context.db, viewer, {}, { after, limit: 2 })
        uids.push(...page.map(({ uid }) => uid))
        const last = page.at(-1)
        if (last === undefined) break
        after = readMoment(writeMoment(last))
        expect(after).toBeDefined()
        await recordEvent(app.context.db, app.context, {
          kind: 'redemption.resumed',
          actor: { kind: 'system' },
        })
      }
      expect(uids).toEqual(whole.map(({ uid }) => uid))
    }
  })

  it('tells the origin, the account and the details of an event', async () => {
    const browser = app.browser()
    const key = await givenKey(app)
    await browser.submit(await browser.open(key.link), { login: 'irene.curie' })

    const [made] = await listEvents(
      app.context.db,
      all,
      { kind: 'registration.completed' },
      { after: undefined, limit: 1 },
    )
    const [signedIn] = await listEvents(
      app.context.db,
      all,
      { kind: 'admin.signed-in' },
      { after: undefined, limit: 1 },
    )

    expect(made).toMatchObject({ actor: { kind: 'invitee' }, account: { login: 'irene.curie' } })
    expect(made?.key?.uid).toBe(key.uid)
    expect(signedIn).toMatchObject({
      details: { way: 'password' },
      from: { ip: '192.0.2.1', userAgent: 'Browser' },
    })
  })

  it('reads by time where somebody looks after many keys, with the same result', async () => {
    const { database, sql } = app.database
    const viewer: Viewer = { usersId: me, mayConfigure: false, scope: { kind: 'some', ids: [paris, lyon] } }
    const before = await told(viewer)

    const many = Array.from({ length: 1_001 }, (_, n) => n)
    await sql(
      `INSERT INTO ??.registration_keys (uid, label, entities_id, created_at)
       VALUES ${many.map(() => "(?, '', ?, '2026-01-01')").join()}`,
      [database, ...many.flatMap((n) => [Buffer.from(n.toString(16).padStart(32, '0'), 'hex'), lyon])],
    )

    expect(await told(viewer)).toEqual(before)
  })

  it('is counted up to a ceiling', async () => {
    const { database, sql } = app.database
    const many = Array.from({ length: 5_001 }, (_, n) => n)
    for (const half of ['a', 'b']) {
      await sql(
        `INSERT INTO ??.audit_events (uid, at, kind, actor_kind) VALUES
         ${many.map(() => "(?, '2026-01-01', 'redemption.stopped', 'system')").join()}`,
        [database, ...many.map((n) => Buffer.from(`${half}${n.toString(16)}`.padStart(32, '0'), 'hex'))],
      )
    }

    expect(await countEvents(app.context.db, all, {})).toEqual({ n: 10_000, isMore: true })
  })

  it('is counted among the newest only where no index knows what somebody sees', async () => {
    const { database, sql } = app.database
    const viewer: Viewer = { usersId: me, mayConfigure: false, scope: { kind: 'some', ids: [paris, lyon] } }
    const before = await countEvents(app.context.db, viewer, {})
    const many = Array.from({ length: 10_000 }, (_, n) => n)
    for (const half of ['c', 'd']) {
      await sql(
        `INSERT INTO ??.audit_events (uid, at, kind, actor_kind) VALUES
         ${many.map(() => "(?, '2020-01-01', 'redemption.stopped', 'system')").join()}`,
        [database, ...many.map((n) => Buffer.from(`${half}${n.toString(16)}`.padStart(32, '0'), 'hex'))],
      )
    }

    expect(await countEvents(app.context.db, viewer, {})).toEqual({ ...before, isMore: true })
  })

  it('does not take a place in the list for what is none', () => {
    for (const text of ['', '1', '1.x', "1.01900000-0000-7000-8000-000000000000' OR 1", '9'.repeat(20)]) {
      expect(readMoment(text)).toBeUndefined()
    }
  })
})
