import type { Clock } from '../shared/clock'
import { type Db, inTransaction, retryTransient } from '../shared/db'
import { emptyKeys } from './empty-keys-store'
import {
  deleteMailDetails,
  deleteOrigins,
  deleteRegistrationDetails,
  deleteRequests,
  deleteSpentRows,
  deleteWebhookDeliveries,
  emptyOrigins,
  listForgettableKeys,
  listForgettableMails,
  listForgettableRegistrations,
  listTraceableRegistrations,
  lockForgettableKeys,
  lockKeysUsedUp,
  withdrawStaleMails,
} from './retention-store'
import { deleteEndedTokens, emptyTokenOrigins } from './tokens-retention-store'

export interface ApplyRetentionDeps {
  db: Db
  clock: Clock
  config: { retentionDetailsMs: number; retentionNetworkMs: number }
}

export interface Forgotten {
  keys: number
  registrations: number
  mails: number
  /** Network addresses. */
  origins: number
}

/** So few that nobody who registers meanwhile waits long for the locks. */
const atOnce = 200
/** Of messages to webhooks: ids and outcomes, for whoever looks into what went wrong. */
const deliveriesKeptMs = 30 * 86_400_000

/**
 * Forgets the personal data whose time is over. Every step is small, whole in itself, and finds by an index what is
 * left to do: a run that is cut off is simply continued by the next, and two at once do no harm.
 */
export async function applyRetention(deps: ApplyRetentionDeps): Promise<Forgotten> {
  const now = deps.clock.now()
  const over = new Date(now.getTime() - deps.config.retentionDetailsMs)
  const traceable = new Date(now.getTime() - deps.config.retentionNetworkMs)
  const usedUp = await forgetRegistrations(deps, over)
  const forgotten = {
    keys: usedUp.keys + (await forgetKeys(deps, over)),
    registrations: usedUp.registrations,
    mails: await forgetMails(deps, over),
    origins: await forgetOrigins(deps, traceable),
  }
  await untilFew(() => deleteRequests(deps.db, over, atOnce))
  await untilFew(() => deleteEndedTokens(deps.db, over, atOnce))
  await untilFew(() => deleteSpentRows(deps.db, now, atOnce))
  const told = new Date(now.getTime() - deliveriesKeptMs)
  await untilFew(() => deleteWebhookDeliveries(deps.db, told, atOnce))
  return forgotten
}

/** Together with what their keys say of them, once those are used up. */
async function forgetRegistrations(
  { db, clock }: ApplyRetentionDeps,
  before: Date,
): Promise<{ registrations: number; keys: number }> {
  let keys = 0
  const registrations = await inPieces(
    (after) => listForgettableRegistrations(db, { before, after, limit: atOnce }),
    (uids) =>
      inTransaction(db, async (trx) => {
        const emptied = await lockKeysUsedUp(trx, uids, before)
        await emptyKeys(trx, emptied, clock.now())
        await deleteRegistrationDetails(trx, uids)
        return emptied.length
      }).then((emptied) => {
        keys += emptied
      }),
  )
  return { registrations, keys }
}

async function forgetKeys({ db, clock }: ApplyRetentionDeps, before: Date): Promise<number> {
  return untilFew(async () => {
    const due = await listForgettableKeys(db, before, atOnce)
    await inTransaction(db, async (trx) => {
      await emptyKeys(trx, await lockForgettableKeys(trx, due, before), clock.now())
    })
    return due.length
  })
}

async function forgetMails({ db }: ApplyRetentionDeps, before: Date): Promise<number> {
  await untilFew(() => withdrawStaleMails(db, before, atOnce))
  return inPieces(
    (after) => listForgettableMails(db, { before, after, limit: atOnce }),
    (uids) => deleteMailDetails(db, uids),
  )
}

async function forgetOrigins({ db }: ApplyRetentionDeps, before: Date): Promise<number> {
  const ofRegistrations = await inPieces(
    (after) => listTraceableRegistrations(db, { before, after, limit: atOnce }),
    (uids) => emptyOrigins(db, uids),
  )
  const ofTokens = await untilFew(() => emptyTokenOrigins(db, before, atOnce))
  return ofRegistrations + ofTokens + (await untilFew(() => deleteOrigins(db, before, atOnce)))
}

/** Piece by piece in order of uid, each behind the one before. @returns how many there were */
async function inPieces(
  next: (after: Buffer) => Promise<Buffer[]>,
  forget: (uids: readonly Buffer[]) => Promise<void>,
): Promise<number> {
  let done = 0
  let after: Buffer = Buffer.alloc(16)
  for (;;) {
    const uids = await next(after)
    const last = uids.at(-1)
    if (last === undefined) return done
    await retryTransient(() => forget(uids))
    done += uids.length
    after = last
  }
}

/** Again and again while there was as much as is done at once. @returns how many in all */
async function untilFew(step: () => Promise<number>): Promise<number> {
  for (let all = 0; ;) {
    const done = await retryTransient(step)
    all += done
    if (done < atOnce) return all
  }
}
