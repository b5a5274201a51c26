import { change, type Db, uidToBytes } from '../shared/db'
import type { Clock } from '../shared/clock'
import { newUid, type Random } from '../shared/random'

export const eventKinds = [
  'key.made',
  'key.revoked',
  'key.link-shown',
  'registration.completed',
  'redemption.stopped',
  'redemption.resumed',
] as const
export type EventKind = (typeof eventKinds)[number]

/** Who did it: somebody in GLPI, this server at the hands of an operating-system account, or the holder of a code. */
export type EventActor =
  | { kind: 'user'; usersId: number; osUser?: string | undefined }
  | { kind: 'system'; osUser?: string | undefined }
  | { kind: 'invitee' }

export interface NewEvent {
  kind: EventKind
  actor: EventActor
  keyUid?: string
  registrationUid?: string
}

/** Adds to the record; nothing ever changes it. Ids only: names and addresses have tables that can be emptied. */
export async function recordEvent(
  db: Db,
  tools: { clock: Clock; random: Random },
  { kind, actor, keyUid, registrationUid }: NewEvent,
): Promise<void> {
  await change(
    db,
    `INSERT INTO audit_events (uid, at, kind, key_uid, registration_uid, actor_kind, actor_users_id, actor_os_user)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      uidToBytes(newUid(tools)),
      tools.clock.now(),
      kind,
      keyUid === undefined ? null : uidToBytes(keyUid),
      registrationUid === undefined ? null : uidToBytes(registrationUid),
      actor.kind,
      actor.kind === 'user' ? actor.usersId : null,
      actor.kind === 'invitee' ? null : (actor.osUser ?? null),
    ],
  )
}
