import type { EventActor } from '../audit'
import { ensureMayGrant, type GlpiSide, type Issuer, type Reach } from '../glpi'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import type { DetailedKey } from './key'
import { ensureMayUnbound } from './unbounded'

/** Somebody who does something to a key that is there already. */
export interface KeyKeeper {
  actor: EventActor
  /** In whose name they would make a key now. */
  issuer: Issuer
  /** Whether their profile lets them make keys at all. */
  mayMake: boolean
}

/**
 * Makes sure that this person could make this very key now. Otherwise seeing its link, or making it reach further,
 * would be a way around what GLPI lets them hand out.
 *
 * @throws {AppError} NOT_ALLOWED, KEY_ISSUER_REFUSED, KEY_GRANT_REFUSED
 */
export async function ensureCouldMake(
  db: Db,
  side: GlpiSide,
  by: KeyKeeper,
  key: Pick<DetailedKey, 'uid' | 'grant' | 'maxUses' | 'expiresAt'> & Partial<Whom>,
  now: Date,
): Promise<void> {
  if (!by.mayMake)
    throw new AppError('NOT_ALLOWED', `who may not make keys cannot make key ${key.uid} reach further`)
  await ensureMayUnbound(db, side, by.issuer, key)
  await ensureMayGrant(db, side, { issuer: by.issuer, grant: key.grant, now, reach: reachOf(key) })
}

type Whom = Pick<DetailedKey, 'addresses' | 'domains' | 'needsProof'>

/** Who does not say whom a key is for cannot mean one for the back office. */
function reachOf(key: Pick<DetailedKey, 'maxUses'> & Partial<Whom>): Reach | undefined {
  const { maxUses, addresses, domains, needsProof } = key
  if (addresses === undefined || domains === undefined || needsProof === undefined) return undefined
  return { isSingleUse: maxUses === 1, addresses, domains, needsProof }
}

/** The same as an answer: for offering no more than what is then allowed. */
export async function couldMake(...asked: Parameters<typeof ensureCouldMake>): Promise<boolean> {
  try {
    await ensureCouldMake(...asked)
    return true
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return false
  }
}
