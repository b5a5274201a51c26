import type { EntityScope } from '../glpi'
import type { ReleaseReason } from '../keys'
import type { Clock } from '../shared/clock'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import {
  type KnownRegistration,
  type RegistrationFilter,
  type RegistrationState,
  selectRegistrations,
} from './registration-list-store'

/** A registration as programs are told of it: instants in ISO 8601, null where there is nothing, or nothing any more. */
export interface RegistrationDescription {
  uid: string
  keyUid: string
  keyLabel: string
  keyHint: string
  state: RegistrationState
  login: string | null
  email: string | null
  /** Of a registration that waits; afterwards GLPI has them. */
  firstname: string | null
  realname: string | null
  addressProven: boolean
  /** When the form was sent. */
  askedAt: string
  /** Until when it waits. */
  until: string | null
  completedAt: string | null
  endedAt: string | null
  /** Why there is no account. */
  endReason: ReleaseReason | null
  /** The id of the account in GLPI. */
  usersId: number | null
  /** The id in GLPI of whoever approved or rejected it; null: nobody had to, or the server. */
  decidedBy: number | null
  /** What whoever rejected it has written to the person. */
  why: string | null
  /** The version of the terms of use that was accepted. */
  acceptedTerms: string | null
  acceptedTermsAt: string | null
}

interface Deps {
  db: Db
  clock: Clock
}

/** Of registrations within these entities, the newest first. */
export async function describeRegistrations(
  { db, clock }: Deps,
  filter: RegistrationFilter,
  page: { after?: string | undefined; limit: number },
): Promise<RegistrationDescription[]> {
  const found = await selectRegistrations(db, filter, { now: clock.now(), ...page })
  return found.map(described)
}

/** @throws {AppError} NOT_FOUND, also outside of what somebody looks after */
export async function describeRegistration(
  deps: Deps,
  uid: string,
  scope: EntityScope,
): Promise<RegistrationDescription> {
  const [found] = await describeRegistrations(deps, { scope, uid }, { limit: 1 })
  if (found === undefined) throw new AppError('NOT_FOUND', `there is no registration ${uid}`)
  return found
}

const described = (known: KnownRegistration): RegistrationDescription => ({
  uid: known.uid,
  keyUid: known.keyUid,
  keyLabel: known.keyLabel,
  keyHint: known.keyHint,
  state: known.state,
  login: known.login ?? null,
  email: known.email ?? null,
  firstname: known.firstname ?? null,
  realname: known.realname ?? null,
  addressProven: known.isProven,
  askedAt: known.askedAt.toISOString(),
  until: known.until?.toISOString() ?? null,
  completedAt: known.completedAt?.toISOString() ?? null,
  endedAt: known.endedAt?.toISOString() ?? null,
  endReason: known.endReason ?? null,
  usersId: known.usersId ?? null,
  decidedBy: known.decidedBy ?? null,
  why: known.why ?? null,
  acceptedTerms: known.accepted?.version ?? null,
  acceptedTermsAt: known.accepted?.at.toISOString() ?? null,
})
