import { ensureMayGrant, type GlpiSide } from '../glpi'
import { type DetailedKey, findRedemptionStop, type Terms } from '../keys'
import type { Db } from '../shared/db'
import { AppError, FormError } from '../shared/errors'
import { readAccountFacts } from './account-facts'
import { findConflicts } from './conflicts'
import { type Decider, DecisionRefused } from './decision'
import { ensureAccountFits } from './make-account'
import type { PendingAccount } from './pending-accounts-store'
import type { TellOfJoiningDeps } from './tell-of-joining'

export interface Approvable {
  uid: string
  side: GlpiSide
  key: Pick<DetailedKey, 'issuer'>
  terms: Terms
  account: Pick<PendingAccount, 'identity' | 'particulars'>
  now: Date
}

/**
 * Makes sure that the account can be made now, in the name of the issuer and at the hands of this person, and that
 * nobody else has what it is known by. Sure only while the identity mutexes are held.
 *
 * @returns what the account needs besides
 * @throws {AppError} with a RefusalCode; {DecisionRefused}; {FormError}
 */
export async function ensureApprovable(
  db: Db,
  deps: Pick<TellOfJoiningDeps, 'config'>,
  by: Decider,
  { uid, side, key, terms, account, now }: Approvable,
): ReturnType<typeof ensureAccountFits> {
  const { identity } = account
  const facts = await readAccountFacts(db, side, { identity, grant: terms.grant, now, except: uid })
  const fitting = await ensureAccountFits(db, deps, { side, issuer: key.issuer, terms }, facts, now)
  await ensureApproverMay(db, by, { side, terms, now })
  // Who waited first was there first: another registration that waits for the same address does not stand against it.
  const problems = await findConflicts(db, side, account, { terms, address: 'proven', facts })
  if (Object.keys(problems).length > 0) throw new FormError(problems)
  return fitting
}

/** Otherwise approving would be a way around what GLPI lets them hand out. */
async function ensureApproverMay(
  db: Db,
  { issuer }: Decider,
  { side, terms, now }: Pick<Approvable, 'side' | 'terms' | 'now'>,
): Promise<void> {
  try {
    await ensureMayGrant(db, side, { issuer, grant: terms.grant, now, reach: terms })
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'KEY_ISSUER_REFUSED') throw error
    throw new DecisionRefused('approver', `who approves may not give this: ${error.message}`, {
      cause: error,
    })
  }
}

/** What of its key, or the instance, is in the way of completing a hold; revoking releases it. */
export async function ensureKeyLets(db: Db, { uid, pausedAt, revokedAt }: DetailedKey): Promise<void> {
  if (revokedAt !== undefined) throw new AppError('KEY_REVOKED', `key ${uid} was revoked`)
  if (pausedAt !== undefined) throw new AppError('KEY_PAUSED', `key ${uid} is paused`)
  if ((await findRedemptionStop(db)) !== undefined)
    throw new AppError('REDEMPTION_STOPPED', 'redemption is stopped on this instance')
}
