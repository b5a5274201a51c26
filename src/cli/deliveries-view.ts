import type { Context } from '../context'
import { type Delivery, listDeliveriesOf } from '../mail'

/** A mail about a key as the command line tells it. */
export interface DeliveryView {
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
export async function viewDeliveries({ db }: Pick<Context, 'db'>, keyUid: string): Promise<DeliveryView[]> {
  return (await listDeliveriesOf(db, keyUid)).map(viewOf)
}

export const linesOfDeliveries = (deliveries: readonly DeliveryView[]): string[] =>
  deliveries.map(({ kind, email, state, reason, queuedAt, sentAt }) => {
    const why = reason === null ? '' : ` (${reason})`
    return `Mail     ${sentAt ?? queuedAt} ${kind} to ${email ?? 'an address that is forgotten'}: ${state}${why}`
  })

const viewOf = (delivery: Delivery): DeliveryView => ({
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
