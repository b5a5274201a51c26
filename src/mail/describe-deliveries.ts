import type { Db } from '../shared/db'
import { type Delivery, listDeliveriesOf } from './deliveries-store'

/** A mail about a key as programs are told it. */
export interface DeliveryDescription {
  uid: string
  kind: string
  state: string
  /** Null once it is forgotten. */
  email: string | null
  queuedAt: string
  sentAt: string | null
  attempts: number
  /** Why it has not left, or was taken back. */
  reason: string | null
  /** What the mail server said. */
  answer: string | null
}

/** What became of the mails about a key, the newest first. */
export async function describeDeliveries({ db }: { db: Db }, keyUid: string): Promise<DeliveryDescription[]> {
  return (await listDeliveriesOf(db, keyUid)).map(describe)
}

const describe = (delivery: Delivery): DeliveryDescription => ({
  uid: delivery.uid,
  kind: delivery.kind,
  state: delivery.state,
  email: delivery.address ?? null,
  queuedAt: delivery.createdAt.toISOString(),
  sentAt: delivery.sentAt?.toISOString() ?? null,
  attempts: delivery.attempts,
  reason: delivery.failure?.reason ?? delivery.withdrawnFor ?? null,
  answer: delivery.failure?.answer ?? null,
})
