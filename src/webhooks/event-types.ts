import type { EventKind } from '../audit'
import type { WebhookType } from '../shared/webhook-words'

export { type WebhookType, webhookTypes } from '../shared/webhook-words'

/** What a button sends, to whoever it is asked for. */
export const testType = 'webhook.test'
export type MessageType = WebhookType | typeof testType

/** Which message tells of an event of the record, and what it says beyond the ids. */
interface Told {
  type: WebhookType
  says: Readonly<Record<string, string>>
}

const changed = (change: string): Told => ({ type: 'key.changed', says: { change } })
const ended = (state: string): Told => ({ type: 'key.ended', says: { state } })
const waiting = (state: string): Told => ({ type: 'registration.waiting', says: { state } })

/**
 * The events that are told. A rejection is told with the release that comes of it, like every other way in which a
 * registration ends without an account.
 */
export const toldEvents: Partial<Record<EventKind, Told>> = {
  'key.made': { type: 'key.made', says: {} },
  'key.changed': changed('changed'),
  'key.paused': changed('paused'),
  'key.resumed': changed('resumed'),
  'key.renewed': changed('renewed'),
  'key.reissued': changed('reissued'),
  'key.unrevoked': changed('unrevoked'),
  'key.transferred': changed('transferred'),
  'key.revoked': ended('revoked'),
  'key.expired': ended('expired'),
  'key.used-up': ended('used-up'),
  'registration.completed': { type: 'registration.completed', says: { state: 'completed' } },
  'registration.held': waiting('awaiting-confirmation'),
  'registration.awaiting-approval': waiting('awaiting-approval'),
  'registration.released': { type: 'registration.refused', says: { state: 'released' } },
  'mail.failed': { type: 'mail.failed', says: {} },
}

/** The kinds of events that these types tell of. */
export const kindsOf = (types: readonly WebhookType[]): EventKind[] =>
  (Object.entries(toldEvents) as [EventKind, Told][])
    .filter(([, { type }]) => types.includes(type))
    .map(([kind]) => kind)
