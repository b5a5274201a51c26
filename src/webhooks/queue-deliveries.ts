import { numberEvents, readNumbering } from '../audit'
import type { Clock } from '../shared/clock'
import { type Db, inTransaction } from '../shared/db'
import { newUid, type Random } from '../shared/random'
import { insertDeliveries } from './deliveries-store'
import { kindsOf, toldEvents, webhookTypes } from './event-types'
import { type Listener, listEventsToTell, listListeners, moveListener } from './events-store'

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
    const events = await inTransaction(deps.db, (trx) => queue(trx, deps, { ...listener, position }, told))
    if (events === undefined) return queued
    queued += events
    position = upTo
  }
  return queued
}

/**
 * The events are read in the transaction that moves on the place up to which they are told, where the counter says that
 * they are known: another node of a cluster may not have heard of them yet.
 *
 * @returns how many; undefined when somebody else is at it, the endpoint was switched off or deleted, or it is too early
 */
async function queue(
  trx: Db,
  deps: QueueDeps,
  listener: Listener,
  told: Parameters<typeof listEventsToTell>[1],
): Promise<number | undefined> {
  const { position } = await readNumbering(trx)
  if (position < told.upTo || !(await moveListener(trx, listener, told.upTo))) return undefined
  const events = await listEventsToTell(trx, told)
  await insertDeliveries(
    trx,
    events.flatMap(({ uid: eventUid, kind }) => {
      const type = toldEvents[kind as keyof typeof toldEvents]?.type
      return type === undefined ? [] : [{ uid: newUid(deps), endpointUid: listener.uid, eventUid, type }]
    }),
    deps.clock.now(),
  )
  return events.length
}
