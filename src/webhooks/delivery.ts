import type { DeliveryState } from '../shared/webhook-words'
import type { MessageType } from './event-types'

/** Why a message was not taken. For programs and dictionaries: a reason never changes its meaning. */
export const deliveryFailures = [
  /** With another status than 2xx. */
  'answered',
  /** Redirects are not followed. */
  'redirected',
  /** 410: the endpoint wants nothing any more, and is switched off. */
  'gone',
  'timeout',
  'no-address',
  /** Where nothing may be sent: see WEBHOOK_ALLOW_PRIVATE. */
  'address-refused',
  'no-connection',
  'tls',
  'no-http',
  /** It was sealed with a SESSION_SECRET that is no longer given. */
  'secret-unreadable',
  /** Before it was taken. */
  'switched-off',
  /** The event cannot be read. */
  'not-composed',
] as const
export type DeliveryFailure = (typeof deliveryFailures)[number]

export { type DeliveryState, deliveryStates } from '../shared/webhook-words'

/** What became of a message to an endpoint. */
export interface WebhookDelivery {
  uid: string
  endpointUid: string
  /** Undefined: a test. */
  eventUid: string | undefined
  type: MessageType
  state: DeliveryState
  attempts: number
  /** When it is tried next, while it waits. */
  dueAt: Date | undefined
  /** Of the last attempt: the receiver's status, */
  status: number | undefined
  /** and why it was not taken. */
  failure: DeliveryFailure | undefined
  createdAt: Date
  /** When it was taken, or given up. */
  endedAt: Date | undefined
}

/** `webhook-id`: the same for every attempt, and for the same event sent again. */
export const messageIdOf = ({ eventUid, uid }: Pick<WebhookDelivery, 'uid' | 'eventUid'>): string =>
  eventUid ?? uid
