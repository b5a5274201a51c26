import type { DeliveryState, WebhookDelivery } from './delivery'
import { messageIdOf } from './delivery'
import type { Endpoint } from './endpoint'

/** A webhook as programs are told it, in the API and by `--json`. */
export interface EndpointDescription {
  uid: string
  url: string
  description: string
  types: readonly string[]
  isActive: boolean
  /** `switched-off` or `gone`. */
  offReason: string | null
  /** Until then messages are signed with the former secret, too. */
  formerSecretUntil: string | null
  failingSince: string | null
  failures: number
  lastDeliveredAt: string | null
  createdAt: string
  /** The id in GLPI; null: the server itself. */
  createdBy: number | null
}

export const describeEndpoint = (endpoint: Endpoint, now: Date): EndpointDescription => ({
  uid: endpoint.uid,
  url: endpoint.url,
  description: endpoint.description,
  types: endpoint.types,
  isActive: endpoint.off === undefined,
  offReason: endpoint.off ?? null,
  formerSecretUntil:
    endpoint.formerUntil !== undefined && endpoint.formerUntil > now
      ? endpoint.formerUntil.toISOString()
      : null,
  failingSince: endpoint.failingSince?.toISOString() ?? null,
  failures: endpoint.failures,
  lastDeliveredAt: endpoint.deliveredAt?.toISOString() ?? null,
  createdAt: endpoint.createdAt.toISOString(),
  createdBy: endpoint.createdBy ?? null,
})

export interface WebhookDeliveryDescription {
  uid: string
  /** What the receiver reads as `webhook-id`. */
  messageId: string
  /** Of the record; null: a test. */
  event: string | null
  type: string
  state: DeliveryState
  attempts: number
  dueAt: string | null
  status: number | null
  reason: string | null
  createdAt: string
  endedAt: string | null
}

export const describeDelivery = (delivery: WebhookDelivery): WebhookDeliveryDescription => ({
  uid: delivery.uid,
  messageId: messageIdOf(delivery),
  event: delivery.eventUid ?? null,
  type: delivery.type,
  state: delivery.state,
  attempts: delivery.attempts,
  dueAt: delivery.dueAt?.toISOString() ?? null,
  status: delivery.status ?? null,
  reason: delivery.failure ?? null,
  createdAt: delivery.createdAt.toISOString(),
  endedAt: delivery.endedAt?.toISOString() ?? null,
})
