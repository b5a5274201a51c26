import { newUid } from '../shared/random'
import { deliverMessage, type DeliverDeps } from './deliver-message'
import { findDelivery, insertDeliveries, sendAgain } from './deliveries-store'
import { AppError } from '../shared/errors'
import type { WebhookDelivery } from './delivery'
import { testType } from './event-types'
import { getEndpoint } from './manage-endpoints'
import { deliveryLeaseMs } from './send-due-deliveries'

/**
 * Sends a message that means nothing, at once and only once, to an endpoint that may be switched off: whoever sets up
 * the receiver waits for what it says.
 *
 * @throws {AppError} NOT_FOUND
 */
export async function testEndpoint(deps: DeliverDeps, endpointUid: string): Promise<WebhookDelivery> {
  await getEndpoint(deps.db, endpointUid)
  const now = deps.clock.now()
  const held = { uid: newUid(deps), lease: newUid(deps) }
  const test = { uid: held.uid, endpointUid, eventUid: undefined, type: testType } as const
  const until = new Date(now.getTime() + deliveryLeaseMs)
  await insertDeliveries(deps.db, [test], now, { lease: held.lease, until })
  await deliverMessage(deps, held)
  return getDelivery(deps, held.uid)
}

/**
 * Has a message that was taken, or given up, sent once more, with the same id.
 *
 * @throws {AppError} NOT_FOUND; INPUT_INVALID for one that waits, a test, or where the endpoint is switched off
 */
export async function redeliver(
  deps: Pick<DeliverDeps, 'db' | 'clock'>,
  asked: { endpointUid: string; uid: string },
): Promise<WebhookDelivery> {
  const delivery = await getDelivery(deps, asked.uid)
  if (delivery.endpointUid !== asked.endpointUid)
    throw new AppError('NOT_FOUND', `webhook ${asked.endpointUid} has no delivery ${asked.uid}`)
  if (!(await sendAgain(deps.db, asked, deps.clock.now())))
    throw new AppError(
      'INPUT_INVALID',
      'this cannot be sent again: it waits anyway, was a test, or the webhook is switched off',
    )
  return getDelivery(deps, asked.uid)
}

/** @throws {AppError} NOT_FOUND: deliveries are kept for 30 days */
export async function getDelivery({ db }: Pick<DeliverDeps, 'db'>, uid: string): Promise<WebhookDelivery> {
  const delivery = await findDelivery(db, uid)
  if (delivery === undefined) throw new AppError('NOT_FOUND', `there is no delivery ${uid}`)
  return delivery
}
