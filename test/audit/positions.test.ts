import { listEventsAfter, numberEvents, recordEvent, recordEvents, type Viewer } from '../../src/audit'
import { createContext, type Context } from '../../src/context'
import { parseConfig } from '../../src/shared/config'
import { type Db, inTransaction } from '../../src/shared/db'
import { runJob } from '../../src/work'
import { givenKey } from '../support/builders'
import { startTestApp, type TestApp } from '../support/test-app'
import { createTestDatabase, type TestDatabase } from '../support/test-database'

const all: Viewer = { usersId: 2, scope: { kind: 'all' }, mayConfigure: true }

let app: TestApp
let other: Context
beforeAll(async () => {
  app = await startTestApp()
  other = createContext(app.context.config, { clock: app.clock, log: app.context.log })
})
afterAll(async () => {
  await other.close()
  await app.close()
})
beforeEach(async () => {
  await app.database.sql('DELETE FROM ??.audit_events', [app.database.database])
  await app.database.sql('DELETE FROM ??.event_numbering', [app.database.database])
})

const signIn = (usersId: number) => ({ kind: 'admin.signed-in', actor: { kind: 'user', usersId } }) as const
const record = (usersId: number, { db } = app.context) => recordEvent(db, app.context, signIn(usersId))

/** Who signed in, as a reader is told who goes on where they left off. */
async function readOn(cursor: { position: number }, { limit = 100, viewer = all } = {}): Promise<unknown[]> {
  const page = await listEventsAfter(app.context.db, viewer, { position: cursor.position, limit })
  cursor.position = page.position
  return page.events.map(({ actor }) => ('usersId' in actor ? actor.usersId : actor.kind))
}

const positions = async () =>
  (
    await app.database.sql<{ position: number | null }>(
      'SELECT position FROM ??.audit_events ORDER BY position',
      [app.database.database],
    )
  ).map(({ position }) => position)

describe('the positions of events', () => {
  it('let no reader miss what a transaction commits late', async () => {
    const cursor = { position: 0 }
    let commit: () => void = () => undefined
    let isWritten: () => void = () => undefined
    const written = new Promise<void>((resolve) => (isWritten = resolve))
    const slow = inTransaction(other.db, async (trx) => {
      await recordEvent(trx, app.context, signIn(1))
      isWritten()
      await new Promise<void>((resolve) => (commit = resolve))
    })
    await written
    app.clock.advance(1)
    await record(2)

    expect(await readOn(cursor)).toEqual([2])
    commit()
    await slow
    expect(await readOn(cursor)).toEqual([1])
    expect(await readOn(cursor)).toEqual([])
    expect(await positions()).toEqual([1, 2])
  })

  it('are without gaps and given once, however many give them', async () => {
    const many = Array.from({ length: 1_200 }, (_, n) => signIn(n))
    await recordEvents(app.context.db, app.context, many)

    const writing = Array.from({ length: 5 }, (_, n) => record(5_000 + n, n % 2 === 0 ? other : app.context))
    const numbering = Array.from({ length: 6 }, (_, n) =>
      numberEvents(n % 2 === 0 ? other.db : app.context.db),
    )
    await Promise.all([...writing, ...numbering])
    expect(await numberEvents(app.context.db)).toBe(true)

    expect(await positions()).toEqual(Array.from({ length: 1_205 }, (_, n) => n + 1))
  })

  it('follow the time of events that are there together, and come in pages that lose nothing', async () => {
    for (let usersId = 1; usersId <= 5; usersId += 1) {
      await record(usersId)
      app.clock.advance(1)
    }
    const cursor = { position: 0 }
    expect(await readOn(cursor, { limit: 2 })).toEqual([1, 2])
    await record(6)
    expect(await readOn(cursor, { limit: 2 })).toEqual([3, 4])
    expect(await readOn(cursor, { limit: 2 })).toEqual([5, 6])
    expect(await readOn(cursor, { limit: 2 })).toEqual([])
  })

  it('lead past what somebody may not see', async () => {
    await givenKey(app)
    await record(7)
    await record(8)
    const viewer: Viewer = { usersId: 7, scope: { kind: 'some', ids: [] }, mayConfigure: false }

    const page = await listEventsAfter(app.context.db, viewer, { position: 0, limit: 100 })

    expect(page.events.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['admin.signed-in', { kind: 'user', usersId: 7 }],
    ])
    expect(page).toMatchObject({ position: 3, isMore: false })
    const made = await listEventsAfter(app.context.db, all, { position: 0, limit: 100, kinds: ['key.made'] })
    expect(made.events.map(({ kind, position }) => [kind, position])).toEqual([['key.made', 1]])
  })

  it('lead through the events of one key, past all others and what somebody may not see', async () => {
    const { uid: keyUid } = await givenKey(app)
    app.clock.advance(1)
    await givenKey(app)
    await record(7)
    app.clock.advance(1)
    const paused = { kind: 'key.paused', actor: { kind: 'system' }, keyUid } as const
    await recordEvent(app.context.db, app.context, paused)
    const ask = async (position: number, viewer = all) => {
      const page = await listEventsAfter(app.context.db, viewer, { position, limit: 1, keyUid })
      return { ...page, events: page.events.map(({ kind, position: at }) => [kind, at]) }
    }

    expect(await ask(0)).toEqual({ events: [['key.made', 1]], position: 1, isMore: true })
    expect(await ask(1)).toEqual({ events: [['key.paused', 4]], position: 4, isMore: false })
    const viewer: Viewer = { usersId: 7, scope: { kind: 'some', ids: [] }, mayConfigure: false }
    expect(await ask(0, viewer)).toEqual({ events: [], position: 4, isMore: false })
  })

  it('are given bit by bit to the events of before an upgrade, and a reader goes on meanwhile', async () => {
    await recordEvents(
      app.context.db,
      app.context,
      Array.from({ length: 2_600 }, (_, n) => signIn(n)),
    )

    const first = await listEventsAfter(app.context.db, all, { position: 0, limit: 1 })
    expect(first).toMatchObject({ position: 1, isMore: true })
    expect((await positions()).filter((position) => position === null).length).toBeGreaterThan(0)

    expect(await runJob(app.context, 'events')).toMatchObject({ state: 'done' })
    expect(await positions()).toEqual(Array.from({ length: 2_600 }, (_, n) => n + 1))
  })

  it('are found in an index, and what has none yet too', async () => {
    await recordEvents(
      app.context.db,
      app.context,
      Array.from({ length: 1_000 }, (_, n) => signIn(n)),
    )
    await numberEvents(app.context.db)
    const { database, sql } = app.database
    const [unnumbered] = await sql<{ key: string; Extra: string }>(
      'EXPLAIN SELECT uid FROM ??.audit_events FORCE INDEX (audit_events_by_position) WHERE position IS NULL AND uid > ? ORDER BY uid LIMIT 500',
      [database, Buffer.alloc(16)],
    )
    expect(unnumbered).toMatchObject({ key: 'audit_events_by_position' })
    expect(unnumbered?.Extra).not.toMatch(/filesort/)
  })
})

/** A pool whose connections lead to either of two nodes in turn. */
function throughBoth(one: Db, other: Db, first: 0 | 1): Db {
  let asked: number = first
  const next = () => ((asked += 1) % 2 === 0 ? other : one)
  const nodeOf = new Map<unknown, Db>()
  const pool = (node: Db) =>
    node.client as { acquireConnection(): Promise<unknown>; releaseConnection(one: unknown): Promise<void> }
  return {
    client: {
      acquireConnection: async () => {
        const node = next()
        const connection = await pool(node).acquireConnection()
        nodeOf.set(connection, node)
        return connection
      },
      releaseConnection: (connection: unknown) =>
        pool(nodeOf.get(connection) ?? one).releaseConnection(connection),
    },
    transaction: (work: (trx: Db) => Promise<unknown>) => next().transaction(work),
  } as unknown as Db
}

describe('where one node of a cluster is behind', () => {
  let behind: Context
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase('10.0')
    const env = { ...app.env, DATABASE_URL: database.runtimeUrl, GLPI_DATABASE: database.glpiDatabase }
    behind = createContext(parseConfig(env), { clock: app.clock, log: app.context.log })
  })
  afterAll(async () => {
    await behind.close()
    await database.close()
  })

  /** It knows the first of two events, or that there is a second one, but not where it stands. */
  async function givenTwo({ knowsSecond }: { knowsSecond: boolean }): Promise<void> {
    for (const table of ['audit_events', 'event_numbering'])
      await database.sql('DELETE FROM ??.??', [database.database, table])
    await record(1)
    await record(1, behind)
    await numberEvents(behind.db)
    await record(2)
    if (knowsSecond) await record(2, behind)
    await numberEvents(app.context.db)
  }

  it.each([0, 1] as const)('no reader is led past an event, whichever is asked first (%i)', async (first) => {
    await givenTwo({ knowsSecond: false })
    const page = await listEventsAfter(throughBoth(app.context.db, behind.db, first), all, {
      position: 0,
      limit: 10,
    })
    expect(page.events).toHaveLength(page.position)
  })

  it.each([0, 1] as const)('none gets a position that another has (%i)', async (first) => {
    await givenTwo({ knowsSecond: true })
    expect(await numberEvents(throughBoth(app.context.db, behind.db, first))).toBe(true)
    expect(await positions()).toEqual([1, 2])
  })
})
