import { type GlpiSide, identityConflictsFrom } from '../glpi'
import type { Terms } from '../keys'
import type { Db } from '../shared/db'
import type { FieldProblems } from '../shared/errors'
import type { AccountFacts } from './account-facts'
import { withLockedLogin } from './form'
import { heldFrom } from './pending-accounts-store'
import type { Person } from './understand-form'

export interface Claim {
  terms: Pick<Terms, 'fields'>
  /** `unproven`: whoever types an address may not hear whose it is, and has to confirm it first. */
  address: 'typed' | 'proven' | 'unproven'
  facts: Pick<AccountFacts, 'others'>
}

/**
 * What of somebody is another's already: in GLPI, or in a registration that waits. A login is taken either way. An
 * address in a registration that waits is a claim by somebody who may not be able to prove it: it does not stand
 * against who has proven theirs.
 *
 * Sure only while the identity mutexes of both have been held since before the facts were read.
 */
export async function findConflicts(
  db: Db,
  side: GlpiSide,
  { identity, particulars }: Person,
  { terms, address, facts: { others } }: Claim,
): Promise<FieldProblems> {
  const { email, ...more } = await identityConflictsFrom(others, db, side, { ...identity, ...particulars })
  const held = heldFrom(others)
  const problems: FieldProblems = withLockedLogin(terms, {
    ...(held.login ? { login: { code: 'login-taken' } } : {}),
    ...more,
  })
  if (address === 'unproven') return problems
  if (email !== undefined) return { ...problems, email }
  return held.email && address === 'typed' ? { ...problems, email: { code: 'email-held' } } : problems
}
