import type { PlacedEvent } from './events-after-store'

/** An event as programs are told of it: ids, and no personal data. */
export interface EventDescription {
  position: number
  uid: string
  at: string
  kind: string
  actor: {
    kind: 'user' | 'system' | 'invitee' | 'stranger'
    usersId: number | null
    osUser: string | null
    tokenUid: string | null
  }
  keyUid: string | null
  registrationUid: string | null
  /** The account that the registration became. */
  usersId: number | null
  details: Record<string, unknown>
}

export const describeEvent = (event: PlacedEvent): EventDescription => ({
  position: event.position,
  uid: event.uid,
  at: event.at.toISOString(),
  kind: event.kind,
  actor: {
    kind: event.actor.kind,
    usersId: 'usersId' in event.actor ? event.actor.usersId : null,
    osUser: ('osUser' in event.actor ? event.actor.osUser : undefined) ?? null,
    tokenUid: ('tokenUid' in event.actor ? event.actor.tokenUid : undefined) ?? null,
  },
  keyUid: event.key?.uid ?? null,
  registrationUid: event.registrationUid ?? null,
  usersId: event.account?.usersId ?? null,
  details: { ...event.details },
})
