import { z } from 'zod'
import type { EntityScope, Particulars } from '../glpi'
import { type WaitingState, waitingStates, whereInScope } from '../keys'
import { type Bindings, type Db, select, uidFromBytes, uidToBytes } from '../shared/db'
import type { Moment } from '../shared/moment'
import { type Acceptance, acceptanceFrom } from './accepted-terms'
import { personFrom } from './pending-accounts-store'

/** A registration that holds a use, with what the account would be. */
export interface HeldRegistration {
  uid: string
  keyUid: string
  keyLabel: string
  keyHint: string
  state: WaitingState
  login: string
  email: string
  firstname: string
  realname: string
  particulars: Particulars
  /** Undefined: nothing had to be. */
  accepted: Acceptance | undefined
  /** Whoever registers reads that mailbox. */
  isProven: boolean
  /** When the form was sent. */
  askedAt: Date
  until: Date
}

const Row = z
  .object({
    uid: z.instanceof(Buffer),
    key_uid: z.instanceof(Buffer),
    label: z.string(),
    hint: z.string().nullable(),
    state: z.enum(waitingStates),
    login: z.string(),
    email: z.string(),
    form: z.string(),
    address_proof: z.string().nullable(),
    created_at: z.date(),
    hold_until: z.date(),
    terms_version: z.string().nullable(),
    terms_accepted_at: z.date().nullable(),
  })
  .transform((row): HeldRegistration => ({
    uid: uidFromBytes(row.uid),
    keyUid: uidFromBytes(row.key_uid),
    keyLabel: row.label,
    keyHint: row.hint ?? '',
    state: row.state,
    login: row.login,
    email: row.email,
    ...personFrom(row.form),
    accepted: acceptanceFrom(row),
    isProven: row.address_proof !== null,
    askedAt: row.created_at,
    until: row.hold_until,
  }))

/** Which of them; what is left out is no condition. */
export interface HeldFilter {
  /** What whoever asks looks after. */
  scope: EntityScope
  state?: WaitingState | undefined
  keyUid?: string | undefined
  /** Of the key. */
  issuersId?: number | undefined
  uids?: readonly string[] | undefined
}

/** Those that wait and are in time, the ones that lapse first before the others. */
export async function listHeld(
  db: Db,
  filter: HeldFilter,
  { now, after, limit }: { now: Date; after?: Moment | undefined; limit: number },
): Promise<HeldRegistration[]> {
  const { sql, bindings } = conditionOf(filter, now)
  const later = after === undefined ? '' : 'AND (r.hold_until > ? OR (r.hold_until = ? AND r.uid > ?))'
  return select(
    db,
    Row,
    `SELECT r.uid, r.key_uid, k.label, r.state, p.login, p.email, p.form, r.address_proof, r.created_at, r.hold_until,
       r.terms_version, r.terms_accepted_at,
       (SELECT hint FROM key_codes c WHERE c.key_uid = k.uid ORDER BY c.created_at DESC LIMIT 1) AS hint
     FROM registrations r JOIN registration_keys k ON k.uid = r.key_uid
     JOIN pending_accounts p ON p.registration_uid = r.uid
     WHERE ${sql} ${later} ORDER BY r.hold_until, r.uid LIMIT ?`,
    [...bindings, ...(after === undefined ? [] : [after.at, after.at, uidToBytes(after.uid)]), limit],
  )
}

/** How many there are; counting ends at `atMost`. */
export async function countHeld(
  db: Db,
  filter: HeldFilter,
  { now, atMost }: { now: Date; atMost: number },
): Promise<number> {
  const { sql, bindings } = conditionOf(filter, now)
  const [row] = await select(
    db,
    z.object({ n: z.coerce.number() }),
    `SELECT COUNT(*) AS n FROM (SELECT 1 FROM registrations r JOIN registration_keys k ON k.uid = r.key_uid
       WHERE ${sql} LIMIT ?) AS held`,
    [...bindings, atMost],
  )
  return row?.n ?? 0
}

function conditionOf(
  { scope, state, keyUid, issuersId, uids }: HeldFilter,
  now: Date,
): { sql: string; bindings: Bindings } {
  const inScope = whereInScope(scope, { entity: 'r.entities_id', keyUid: 'r.key_uid' })
  const states = state === undefined ? waitingStates : [state]
  const marks = (list: readonly unknown[]): string => list.map(() => '?').join()
  const parts: [string, Bindings][] = [
    [`r.state IN (${marks(states)})`, states],
    ['r.hold_until > ?', [now]],
    [inScope.sql, inScope.bindings],
    ...(keyUid === undefined ? [] : ([['r.key_uid = ?', [uidToBytes(keyUid)]]] as [string, Bindings][])),
    ...(issuersId === undefined ? [] : ([['k.issuer_users_id = ?', [issuersId]]] as [string, Bindings][])),
    ...(uids === undefined
      ? []
      : ([uids.length === 0 ? ['FALSE', []] : [`r.uid IN (${marks(uids)})`, uids.map(uidToBytes)]] as [
          string,
          Bindings,
        ][])),
  ]
  return {
    sql: parts.map(([sql]) => sql).join(' AND '),
    bindings: parts.flatMap(([, bindings]) => [...bindings]),
  }
}
