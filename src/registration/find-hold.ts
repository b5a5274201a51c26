import { hashOfLinkSecret, lapseOf, readTerms } from '../keys'
import type { Clock } from '../shared/clock'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import { findConfirmed } from './confirmations-store'
import { findRegistration, type Registration } from './registrations-store'

/** A registration as it is now: one whose time is over has lapsed, swept or not. */
export async function getRegistration(
  { db, clock }: { db: Db; clock: Clock },
  uid: string,
): Promise<Registration> {
  const registration = await findRegistration(db, uid)
  if (registration === undefined) throw new AppError('NOT_FOUND', `there is no registration ${uid}`)
  const { state, keyUid, accepted } = registration
  if (state === 'completed' || state === 'released' || registration.until > clock.now()) return registration
  return { state: 'released', uid, keyUid, accepted, reason: lapseOf[state] }
}

/**
 * The registration that this mailed secret confirms the address of, finished or not.
 *
 * @throws {AppError} CONFIRMATION_UNKNOWN
 */
export async function readConfirmation(
  db: Db,
  secret: string,
): Promise<{ registrationUid: string; hash: Buffer }> {
  const hash = hashOfLinkSecret(secret)
  const registrationUid = hash === undefined ? undefined : await findConfirmed(db, hash)
  if (hash === undefined || registrationUid === undefined)
    throw new AppError('CONFIRMATION_UNKNOWN', 'no registration waits, or waited, for this link')
  return { registrationUid, hash }
}

/** What the pages of a registration that waits have to know of its key. */
export interface HoldTerms {
  /** The person may have mistyped it: the page offers to correct it. */
  mayChooseAddress: boolean
  /** Of the key, as GLPI writes it. */
  language: string | undefined
  isForSeveral: boolean
}

export async function readHoldTerms(db: Db, keyUid: string): Promise<HoldTerms> {
  const { addresses, domains, isBound, isSingleUse, language } = await readTerms(db, keyUid)
  return {
    mayChooseAddress: !isBound || domains.length > 0 || addresses.length > 1,
    language,
    isForSeveral: !isSingleUse,
  }
}
