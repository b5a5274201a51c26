import { findIdentityConflicts, type GlpiSide } from '../glpi'
import type { Terms } from '../keys'
import type { Db } from '../shared/db'
import type { FieldProblems } from '../shared/errors'
import { withLockedLogin } from './form'
import { findHeldIdentity } from './pending-accounts-store'
import type { Person } from './understand-form'

export interface Claim {
  terms: Pick<Terms, 'fields'>
  /** `unproven`: whoever types an address may not hear whose it is, and has to confirm it first. */
  address: 'typed' | 'proven' | 'unproven'
  now: Date
  /** One's own registration, when it holds them already. */
  except?: string | undefined
}

/**
 * What of somebody is another's already: in GLPI, or in a registration that waits. A login is taken either way. An
 * address in a registration that waits is a claim by somebody who may not be able to prove it: it does not stand
 * against who has proven theirs.
 *
 * Sure only while the identity mutexes of both are held.
 */
export async function findConflicts(
  db: Db,
  side: GlpiSide,
  { identity, particulars }: Person,
  { terms, address, now, except }: Claim,
): Promise<FieldProblems> {
  const { email, ...others } = await findIdentityConflicts(db, side, identity, particulars, now)
  const held = await findHeldIdentity(db, identity, { now, except })
  const problems: FieldProblems = withLockedLogin(terms, {
    ...(held.login ? { login: { code: 'login-taken' } } : {}),
    ...others,
  })
  if (address === 'unproven') return problems
  if (email !== undefined) return { ...problems, email }
  return held.email && address === 'typed' ? { ...problems, email: { code: 'email-held' } } : problems
}
