import { z } from 'zod'
import type { EntityScope } from '../glpi'
import {
  lapseOf,
  type ReleaseReason,
  releaseReasons,
  type WaitingState,
  waitingStates,
  whereInScope,
} from '../keys'
import { type Bindings, type Db, select, uidFromBytes, uidToBytes } from '../shared/db'
import { type Acceptance, acceptanceFrom } from './accepted-terms'
import { personFrom } from './pending-accounts-store'

export const registrationStates = ['completed', ...waitingStates, 'released'] as const
export type RegistrationState = (typeof registrationStates)[number]

/** A registration with all that is known of it. What was emptied, or is not yet or no more the case, is undefined. */
export interface KnownRegistration {
  uid: string
  keyUid: string
  keyLabel: string
  keyHint: string
  state: RegistrationState
  login: string | undefined
  email: string | undefined
  /** Only while it waits: afterwards the account in GLPI has them. */
  firstname: string | undefined
  realname: string | undefined
  /** Whoever registers reads that mailbox. */
  isProven: boolean
  askedAt: Date
  until: Date | undefined
  completedAt: Date | undefined
  endedAt: Date | undefined
  endReason: ReleaseReason | undefined
  /** In `glpi_users`: the account, and who approved or rejected it. */
  usersId: number | undefined
  decidedBy: number | undefined
  /** What whoever rejected it has written to the person. */
  why: string | undefined
  accepted: Acceptance | undefined
}

/** Which of them; what is left out is no condition. */
export interface RegistrationFilter {
  /** What whoever asks looks after. */
  scope: EntityScope
  states?: readonly RegistrationState[] | undefined
  keyUid?: string | undefined
  /** As it was typed, in any case. */
  email?: string | undefined
  login?: string | undefined
  from?: Date | undefined
  /** Not itself. */
  to?: Date | undefined
  uid?: string | undefined
}

/** Registrations, the newest first, after the one with this uid: uids are in order of time. */
export async function selectRegistrations(
  db: Db,
  filter: RegistrationFilter,
  { now, after, limit }: { now: Date; after?: string | undefined; limit: number },
): Promise<KnownRegistration[]> {
  const { sql, bindings } = conditionOf(filter, now)
  const older = after === undefined ? '' : 'AND r.uid < ?'
  const rows = await select(
    db,
    Row,
    `SELECT r.uid, r.key_uid, k.label, r.state, r.address_proof, r.created_at, r.hold_until, r.completed_at, r.ended_at,
       r.end_reason, r.users_id, r.decided_by, r.terms_version,
       r.terms_accepted_at, d.login, d.email, d.reason, p.login AS held_login, p.email AS held_email,
       p.form,
       (SELECT hint FROM key_codes c WHERE c.key_uid = k.uid ORDER BY c.created_at DESC LIMIT 1) AS hint
     FROM registrations r JOIN registration_keys k ON k.uid = r.key_uid
     LEFT JOIN registration_details d ON d.registration_uid = r.uid
     LEFT JOIN pending_accounts p ON p.registration_uid = r.uid
     WHERE ${sql} ${older} ORDER BY r.uid DESC LIMIT ?`,
    [...bindings, ...(after === undefined ? [] : [uidToBytes(after)]), limit],
  )
  return rows.map((row) => registrationFrom(row, now))
}

const Text = z.string().nullable()
const At = z.date().nullable()
const Row = z.object({
  uid: z.instanceof(Buffer),
  key_uid: z.instanceof(Buffer),
  label: z.string(),
  hint: Text,
  state: z.enum(registrationStates),
  address_proof: Text,
  created_at: z.date(),
  hold_until: At,
  completed_at: At,
  ended_at: At,
  end_reason: z.enum(releaseReasons).nullable(),
  users_id: z.number().nullable(),
  decided_by: z.number().nullable(),
  login: Text,
  email: Text,
  reason: Text,
  held_login: Text,
  held_email: Text,
  form: Text,
  terms_version: Text,
  terms_accepted_at: At,
})

function registrationFrom(row: z.output<typeof Row>, now: Date): KnownRegistration {
  const isOver = row.hold_until !== null && row.hold_until <= now && isWaiting(row.state)
  const lapse = isOver && isWaiting(row.state) ? lapseOf[row.state] : undefined
  const state = lapse === undefined ? row.state : 'released'
  const names = row.form === null ? undefined : personFrom(row.form)
  return {
    uid: uidFromBytes(row.uid),
    keyUid: uidFromBytes(row.key_uid),
    keyLabel: row.label,
    keyHint: row.hint ?? '',
    state,
    login: row.held_login ?? (row.login || undefined), // emptied details are NULL or ''
    email: row.held_email ?? (row.email || undefined),
    firstname: names?.firstname,
    realname: names?.realname,
    isProven: row.address_proof !== null,
    askedAt: row.created_at,
    until: isWaiting(state) ? (row.hold_until ?? undefined) : undefined,
    completedAt: row.completed_at ?? undefined,
    endedAt: row.ended_at ?? (lapse === undefined ? undefined : (row.hold_until ?? undefined)),
    endReason: row.end_reason ?? lapse,
    usersId: row.users_id ?? undefined,
    decidedBy: row.decided_by ?? undefined,
    why: row.reason ?? undefined,
    accepted: acceptanceFrom(row),
  }
}

interface Condition {
  sql: string
  bindings: Bindings
}

const isWaiting = (state: RegistrationState): state is WaitingState =>
  waitingStates.some((waiting) => waiting === state)

function conditionOf(filter: RegistrationFilter, now: Date): Condition {
  const { scope, states, keyUid, email, login, from, to, uid } = filter
  const when = (sql: string, value: Bindings[number] | undefined): Condition[] =>
    value === undefined ? [] : [{ sql, bindings: [value] }]
  const parts: Condition[] = [
    whereInScope(scope, { entity: 'r.entities_id', keyUid: 'r.key_uid' }),
    ...(states === undefined ? [] : [inStates(states, now)]),
    ...when('r.key_uid = ?', keyUid === undefined ? undefined : uidToBytes(keyUid)),
    ...when('d.email = ?', email),
    ...when('d.login = ?', login),
    ...when('r.created_at >= ?', from),
    ...when('r.created_at < ?', to),
    ...when('r.uid = ?', uid === undefined ? undefined : uidToBytes(uid)),
  ]
  return {
    sql: parts.map(({ sql }) => sql).join(' AND '),
    bindings: parts.flatMap(({ bindings }) => [...bindings]),
  }
}

/** What waits and has run out of time is not looked for among what waits, swept or not. */
function inStates(states: readonly RegistrationState[], now: Date): Condition {
  const marks = states.map(() => '?').join()
  return states.some(isWaiting)
    ? {
        sql: `r.state IN (${marks}) AND (r.state IN ('completed', 'released') OR r.hold_until > ?)`,
        bindings: [...states, now],
      }
    : { sql: `r.state IN (${marks})`, bindings: states }
}
