import { z } from 'zod'
import { type Db, insertRows, select, uidToBytes } from '../shared/db'
import type { Clock } from '../shared/clock'
import { newUid, type Random } from '../shared/random'

export const eventKinds = [
  'key.made',
  'batch.made',
  'key.changed',
  'key.paused',
  'key.resumed',
  'key.revoked',
  'key.renewed',
  'key.reissued',
  'key.unrevoked',
  'key.transferred',
  'key.expired',
  'key.used-up',
  'key.link-shown',
  'key.sent',
  'link.requested',
  'link.granted',
  'link.declined',
  'registration.held',
  'registration.awaiting-approval',
  'registration.approved',
  'registration.rejected',
  'registration.completed',
  'registration.released',
  'registration.taken',
  'mail.failed',
  'abuse.limited',
  'preset.made',
  'preset.changed',
  'preset.deleted',
  'redemption.stopped',
  'redemption.resumed',
  'admin.signed-in',
  'admin.sign-in-refused',
  'admin.signed-out',
  'admin.switched',
  'console-link.made',
  'token.made',
  'token.rotated',
  'token.revoked',
  'key-ring.rotated',
  'details.exported',
  'details.erased',
  'webhook.made',
  'webhook.changed',
  'webhook.secret-rotated',
  'webhook.switched-on',
  'webhook.switched-off',
  'webhook.deleted',
] as const
export type EventKind = (typeof eventKinds)[number]

/**
 * Who did it: somebody in GLPI, this server at the hands of an operating-system account, the holder of a code, or
 * somebody of whom we know nothing.
 */
export type EventActor =
  | {
      kind: 'user'
      usersId: number
      osUser?: string | undefined
      /** Over the API. */
      tokenUid?: string | undefined
      from?: Origin | undefined
    }
  | { kind: 'system'; osUser?: string | undefined }
  | { kind: 'invitee' }
  | { kind: 'stranger' }

/** From where a request came. Personal data: it goes into a table that can be emptied while the event stays. */
export interface Origin {
  ip: string
  userAgent: string
}

type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact | undefined }

export interface NewEvent {
  kind: EventKind
  actor: EventActor
  keyUid?: string | undefined
  registrationUid?: string | undefined
  /** What it was about beyond its kind, such as a limit before and after. Never personal data: it stays for good. */
  details?: Readonly<Record<string, Fact | undefined>> | undefined
  from?: Origin | undefined
}

/** Adds to the record; nothing ever changes it. Ids only: names and addresses have tables that can be emptied. */
export const recordEvent = (
  db: Db,
  tools: { clock: Clock; random: Random },
  event: NewEvent,
): Promise<void> => recordEvents(db, tools, [event])

/** The same for many at once. */
export async function recordEvents(
  db: Db,
  tools: { clock: Clock; random: Random },
  events: readonly NewEvent[],
): Promise<void> {
  // What is told in one breath is read in the order in which it was told.
  const uids = events.map(() => newUid(tools)).sort()
  const rows = events.map((event, index) => ({
    ...event,
    uid: uidToBytes(uids[index] ?? newUid(tools)),
    from: event.from ?? ('from' in event.actor ? event.actor.from : undefined),
  }))
  const at = tools.clock.now()
  await insertRows(
    db,
    `audit_events
       (uid, at, kind, key_uid, registration_uid, actor_kind, actor_users_id, actor_os_user, actor_token_uid, details)`,
    rows.map(({ uid, kind, actor, keyUid, registrationUid, details }) => [
      uid,
      at,
      kind,
      keyUid === undefined ? null : uidToBytes(keyUid),
      registrationUid === undefined ? null : uidToBytes(registrationUid),
      actor.kind,
      actor.kind === 'user' ? actor.usersId : null,
      'osUser' in actor ? (actor.osUser ?? null) : null,
      'tokenUid' in actor && actor.tokenUid !== undefined ? uidToBytes(actor.tokenUid) : null,
      details === undefined ? null : jsonOf(details),
    ]),
  )
  await recordOrigins(db, rows)
}

const detailsMaxLength = 1000

function jsonOf(details: NonNullable<NewEvent['details']>): string {
  const json = JSON.stringify(details)
  if (json.length > detailsMaxLength) throw new Error('the details of an event are too long to be kept')
  return json
}

/** The length of either is the caller's to choose, and no reason to lose the event. */
async function recordOrigins(
  db: Db,
  rows: readonly { uid: Buffer; from?: Origin | undefined }[],
): Promise<void> {
  await insertRows(
    db,
    'event_network (event_uid, ip, user_agent)',
    rows.flatMap(({ uid, from }) =>
      from === undefined ? [] : [[uid, from.ip.slice(0, 45), from.userAgent.slice(0, 255)]],
    ),
  )
}

/** From where somebody last did this, while that is kept. */
export async function findLastOrigin(
  db: Db,
  { kind, usersId }: { kind: EventKind; usersId: number },
): Promise<{ ip: string } | undefined> {
  // By kind and back in time: by actor, a flood of failed attempts on the same account would have to be read through.
  const [row] = await select(
    db,
    z.object({ ip: z.string() }),
    `SELECT n.ip FROM audit_events e FORCE INDEX (audit_events_by_kind)
     JOIN event_network n ON n.event_uid = e.uid
     WHERE e.kind = ? AND e.actor_users_id = ? ORDER BY e.at DESC, e.uid DESC LIMIT 1`,
    [kind, usersId],
  )
  return row
}
