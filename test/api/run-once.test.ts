import { setTimeout as pause } from 'node:timers/promises'
import { type Repeatable, runOnce } from '../../src/api/run-once'
import { change, type Db } from '../../src/shared/db'
import { AppError } from '../../src/shared/errors'
import { outcomeOf } from '../support/signing-in'
import { startTestApp, type TestApp } from '../support/test-app'

describe('a request that comes more than once', () => {
  let app: TestApp
  let counter = 0
  beforeAll(async () => {
    app = await startTestApp()
  })
  afterAll(() => app.close())

  const given = (): Repeatable => {
    counter += 1
    return { usersId: 2, idempotencyKey: `request ${counter}`, requestHash: Buffer.alloc(32, counter) }
  }
  /** Leaves a row behind, to be counted. */
  const work = (name: string) => async (trx: Db) => {
    await change(trx, 'INSERT INTO identity_mutex (kind, value, n) VALUES (?, ?, 1)', ['login', name])
    return { refs: { name } }
  }
  const isThere = async (name: string) =>
    (await app.database.sql('SELECT n FROM ??.identity_mutex WHERE value = ?', [app.database.database, name]))
      .length === 1

  it('is done once, and answered with what it left behind', async () => {
    const request = given()
    expect(await runOnce(app.context, request, work('first'))).toEqual({ refs: { name: 'first' } })
    expect(await runOnce(app.context, request, work('second'))).toEqual({ refs: { name: 'first' } })
    expect(await isThere('second')).toBe(false)
  })

  it('is another one of another person', async () => {
    const request = given()
    await runOnce(app.context, request, work('mine'))
    await runOnce(app.context, { ...request, usersId: 3 }, work('theirs'))
    expect(await isThere('theirs')).toBe(true)
  })

  it('is kept off for as long as the first copy is worked on, however long that takes', async () => {
    const request = given()
    const leases = { leaseMs: 200, renewEveryMs: 50 }
    const slow = runOnce(
      app.context,
      request,
      async (trx) => {
        await pause(600)
        return work('slow')(trx)
      },
      leases,
    )
    await pause(400)

    expect(await outcomeOf(runOnce(app.context, request, work('hasty')))).toBe('IDEMPOTENCY_KEY_BUSY')
    await slow
    expect(await isThere('hasty')).toBe(false)
  })

  it('is done by the next server when the first one died, and what that one still tries is undone', async () => {
    const request = given()
    let goOn = () => {}
    const waiting = new Promise<void>((resolve) => (goOn = resolve))
    const stuck = runOnce(app.context, request, async (trx) => {
      await waiting
      return work('too late')(trx)
    })
    await pause(50)
    app.clock.advance(61_000)

    expect(await runOnce(app.context, request, work('in its place'))).toEqual({
      refs: { name: 'in its place' },
    })
    goOn()
    expect(await outcomeOf(stuck)).toBe('IDEMPOTENCY_KEY_BUSY')
    expect(await isThere('too late')).toBe(false)
    expect(await runOnce(app.context, request, work('again'))).toEqual({ refs: { name: 'in its place' } })
  })

  it('leaves nothing behind when it fails, and may come again at once', async () => {
    const request = given()
    const failing = runOnce(app.context, request, async (trx) => {
      await work('half done')(trx)
      throw new AppError('INPUT_INVALID', 'no')
    })
    expect(await outcomeOf(failing)).toBe('INPUT_INVALID')
    expect(await isThere('half done')).toBe(false)
    expect(await runOnce(app.context, request, work('mended'))).toEqual({ refs: { name: 'mended' } })
  })

  it.each([
    [1213, 'a deadlock, or a node of Galera did not certify it'],
    [3101, 'group replication of MySQL did not certify it'],
  ])('is claimed again where the server gave it up: %i, %s', async (errno) => {
    const { db } = app.context
    const pool = db.client as {
      acquireConnection(): Promise<unknown>
      releaseConnection(one: unknown): unknown
    }
    let asked = 0
    const shaky = {
      client: {
        acquireConnection: () =>
          (asked += 1) === 1
            ? Promise.reject(Object.assign(new Error('no'), { errno }))
            : pool.acquireConnection(),
        releaseConnection: (one: unknown) => pool.releaseConnection(one),
      },
      transaction: (within: (trx: Db) => Promise<unknown>) => db.transaction(within),
    } as unknown as Db

    const done = await runOnce({ ...app.context, db: shaky }, given(), work(`after ${errno}`))
    expect(done).toEqual({ refs: { name: `after ${errno}` } })
  })
})
