import { numberEvents, readNumbering } from '../audit'
import type { Clock } from '../shared/clock'
import { type Db, inTransaction } from '../shared/db'
import { newUid, type Random } from '../shared/random'
import { insertDeliveries } from './deliveries-store'
import { kindsOf, toldEvents, webhookTypes } from './event-types'
import {
  type EventToTell,
  type Listener,
  listEventsToTell,
  listListeners,
  moveListener,
} from './events-store'

export interface QueueDeps {
  db: Db
  clock: Clock
  random: Random
}

/** After an upgrade there are more than anybody waits for; the job for that gets on with them. */
const numberedAtMost = 5_000
/** Looked at in one statement, and told in one transaction. */
const eventsAtOnce = 1_000

/**
 * Queues a message for each event that an endpoint has not been told of: the audit event is the entry of the outbox.
 * The place up to which an endpoint is told moves on in the same transaction, so that nothing is left out or told twice.
 */
export async function queueDeliveries(deps: QueueDeps): Promise<number> {
  await numberEvents(deps.db, { atMost: numberedAtMost })
  const { position: last } = await readNumbering(deps.db)
  let queued = 0
  for (const listener of await listListeners(deps.db, last)) queued += await catchUp(deps, listener, last)
  return queued
}

async function catchUp(deps: QueueDeps, listener: Listener, last: number): Promise<number> {
  const types = webhookTypes.filter(
    (type) => listener.types === '' || listener.types.split(',').includes(type),
  )
  let queued = 0
  for (let { position } = listener; position < last;) {
    const upTo = Math.min(position + eventsAtOnce, last)
    const told = { kinds: kindsOf(types), after: position, upTo, from: listener.toldFrom }
    const events = await listEventsToTell(deps.db, told)
    if (!(await queue(deps, { ...listener, position }, upTo, events))) return queued
    queued += events.length
    position = upTo
  }
  return queued
}

/** False: somebody else is at it, or the endpoint was switched off or deleted. */
function queue(
  deps: QueueDeps,
  listener: Listener,
  upTo: number,
  events: readonly EventToTell[],
): Promise<boolean> {
  return inTransaction(deps.db, async (trx) => {
    if (!(await moveListener(trx, listener, upTo))) return false
    await insertDeliveries(
      trx,
      events.flatMap(({ uid: eventUid, kind }) => {
        const type = toldEvents[kind as keyof typeof toldEvents]?.type
        return type === undefined ? [] : [{ uid: newUid(deps), endpointUid: listener.uid, eventUid, type }]
      }),
      deps.clock.now(),
    )
    return true
  })
}
