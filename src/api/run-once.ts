import { createHash } from 'node:crypto'
import type { Clock } from '../shared/clock'
import { type Db, inTransaction, retryTransient } from '../shared/db'
import { AppError } from '../shared/errors'
import type { Logger } from '../shared/log'
import type { Random } from '../shared/random'
import {
  type CallId,
  findCall,
  finishCall,
  forgetCall,
  insertCall,
  renewLease,
  takeOverCall,
} from './calls-store'
import type { Done, References } from './operation'

export interface RunOnceDeps {
  db: Db
  clock: Clock
  random: Random
  log: Logger
}

/** A request that may come again. */
export interface Repeatable {
  usersId: number
  /** As the client chose it. */
  idempotencyKey: string
  /** Of everything that makes it this request and no other. */
  requestHash: Buffer
  /** One transaction, unless the work is done in pieces. */
  within?: typeof inTransaction
}

/** How long a server keeps others off that says nothing more, and how often one that works says so. */
interface Leases {
  leaseMs: number
  renewEveryMs: number
}

const usualLeases: Leases = { leaseMs: 60_000, renewEveryMs: 20_000 }
const rememberedMs = 24 * 3_600_000

/**
 * Does the work of a request once, however often it comes within a day (draft-ietf-httpapi-idempotency-key-header).
 * What it leaves behind commits together with the work; a lease keeps others off while it runs, and lapses with the
 * server that held it.
 *
 * @returns what the work left behind; without `codes` when that was before
 * @throws {AppError} IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_KEY_BUSY, and whatever the work throws: then it may come again
 */
export async function runOnce(
  deps: RunOnceDeps,
  { usersId, idempotencyKey, requestHash, within = inTransaction }: Repeatable,
  work: (trx: Db) => Promise<Done<References>>,
  { leaseMs, renewEveryMs } = usualLeases,
): Promise<Done<References>> {
  const id = { usersId, keyHash: createHash('sha256').update(idempotencyKey).digest() }
  const lease = deps.random.bytes(16)
  const before = await retryTransient(() => claim(deps, id, { requestHash, lease, leaseMs }))
  if (before !== undefined) return { refs: JSON.parse(before) as References }

  const renewing = setInterval(() => {
    const leasedUntil = new Date(deps.clock.now().getTime() + leaseMs)
    renewLease(deps.db, id, { lease, leasedUntil }).catch((error: unknown) => {
      deps.log.warn({ err: error }, 'the lease of a call could not be renewed')
    })
  }, renewEveryMs)
  try {
    return await within(deps.db, async (trx) => {
      const done = await work(trx)
      if (await finishCall(trx, id, { lease, refs: JSON.stringify(done.refs) })) return done
      throw busy('another server has taken the request over')
    })
  } catch (error) {
    await giveUp(deps, id, lease, error)
    throw error
  } finally {
    clearInterval(renewing)
  }
}

/** @returns what is remembered of it, when it was done before */
async function claim(
  { db, clock }: RunOnceDeps,
  id: CallId,
  { requestHash, lease, leaseMs }: { requestHash: Buffer; lease: Buffer; leaseMs: number },
): Promise<string | undefined> {
  const now = clock.now()
  const leasedUntil = new Date(now.getTime() + leaseMs)
  const forgottenBefore = new Date(now.getTime() - rememberedMs)
  const take = { requestHash, lease, leasedUntil, now, forgottenBefore }
  if (await insertCall(db, id, take)) return undefined
  if (await takeOverCall(db, id, take)) return undefined
  const call = await findCall(db, id)
  if (call === undefined) throw busy('it has just been given up')
  if (!call.requestHash.equals(requestHash))
    throw new AppError(
      'IDEMPOTENCY_KEY_REUSED',
      'this Idempotency-Key came with another request within the last 24 hours: give every request its own',
    )
  if (call.refs === undefined) throw busy('its first copy has not been answered yet')
  return call.refs
}

const busy = (why: string) =>
  new AppError(
    'IDEMPOTENCY_KEY_BUSY',
    `the same request is being worked on: ${why}. Send it again in a moment.`,
  )

/** Whether a COMMIT went through whose answer was lost, nobody knows: then the lease lapses, and the row tells. */
async function giveUp({ db, log }: RunOnceDeps, id: CallId, lease: Buffer, error: unknown): Promise<void> {
  if (error instanceof AppError && error.code === 'DATABASE_UNAVAILABLE') return
  try {
    await forgetCall(db, id, lease)
  } catch (another) {
    log.warn({ err: another }, 'a call that failed could not be forgotten: it can be repeated in a minute')
  }
}
