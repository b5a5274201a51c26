import { setTimeout as sleep } from 'node:timers/promises'
import { newUid } from '../shared/random'
import { deliverMessage, type DeliverDeps, type Fate } from './deliver-message'
import { claimDelivery, listDue, listDueEndpoints } from './deliveries-store'
import { queueDeliveries } from './queue-deliveries'

/** How many messages went which way. */
export type DeliveryTally = Record<Fate, number>

/** Longer than the longest attempt, so that what is leased is either being sent or of somebody who died. */
export const deliveryLeaseMs = 120_000

/** Sent to one endpoint at the same time; to one that takes nothing one by one, which tells whether it is back. */
const lanes = { usual: 4, failing: 1 }
const failingAfter = 5
const lanesAtMost = 24

/** Of one run. What is left is for the next, and a slow receiver keeps nobody from looking what else there is. */
const runMs = 60_000
const lookAgainMs = 1_000

/**
 * Queues what happened and sends what is due, each endpoint by itself, so that none waits for another. Any number of
 * processes may do so: a message is leased by a guarded UPDATE before it is sent.
 */
export async function sendDueDeliveries(
  deps: DeliverDeps,
  stop: AbortSignal,
  now: () => number = () => performance.now(),
): Promise<DeliveryTally> {
  const tally: DeliveryTally = { delivered: 0, postponed: 0, failed: 0 }
  const until = now() + runMs
  const isOver = () => stop.aborted || now() >= until
  const running = new Map<Promise<void>, string>()
  let trouble: Error | undefined

  function start(endpointUid: string): void {
    const lane = sendOneByOne(deps, endpointUid, isOver, tally)
      .catch((error: unknown) => {
        trouble = error instanceof Error ? error : new Error('sending was cut short', { cause: error })
      })
      .then(() => void running.delete(lane))
    running.set(lane, endpointUid)
  }

  for (;;) {
    if (!isOver() && trouble === undefined) {
      await queueDeliveries(deps)
      for (const { uid, failures } of await listDueEndpoints(deps.db, deps.clock.now())) {
        const already = Array.from(running.values()).filter((one) => one === uid).length
        const wanted = failures >= failingAfter ? lanes.failing : lanes.usual
        for (let n = already; n < wanted && running.size < lanesAtMost; n += 1) start(uid)
      }
    }
    if (running.size === 0) break
    await Promise.race([Promise.all(running.keys()), sleep(lookAgainMs, undefined, { ref: false })])
  }
  if (trouble !== undefined) throw trouble
  return tally
}

async function sendOneByOne(
  deps: DeliverDeps,
  endpointUid: string,
  isOver: () => boolean,
  tally: DeliveryTally,
): Promise<void> {
  while (!isOver()) {
    const held = await claimNext(deps, endpointUid)
    if (held === undefined) return
    tally[await deliverMessage(deps, held)] += 1
  }
}

const lookedAt = 20

/** One of the first that are due: which one is left to chance, so that lanes rarely reach for the same. */
async function claimNext(
  deps: DeliverDeps,
  endpointUid: string,
): Promise<{ uid: string; lease: string } | undefined> {
  const { db, clock, random } = deps
  for (;;) {
    const now = clock.now()
    const due = await listDue(db, endpointUid, now, lookedAt)
    if (due.length === 0) return undefined
    const first = random.bytes(2).readUInt16BE() % due.length
    for (const uid of [...due.slice(first), ...due.slice(0, first)]) {
      const lease = newUid(deps)
      const until = new Date(now.getTime() + deliveryLeaseMs)
      if (await claimDelivery(db, uid, { lease, now, until })) return { uid, lease }
    }
  }
}
