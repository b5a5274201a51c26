import { ensureMayGrant, type GlpiWatch } from '../glpi'
import { accountDatesOf, readTerms, type RegistrationKey, type Terms } from '../keys'
import type { Clock } from '../shared/clock'
import type { Db } from '../shared/db'

export interface EnsureGivableDeps {
  db: Db
  glpi: GlpiWatch
  clock: Clock
  config: { timeZone: string }
}

/**
 * What the key gives, if GLPI as it is now lets whoever answers for the key give it.
 *
 * @throws {AppError} ACCOUNT_END_PAST, ACCOUNT_END_TOO_LATE, KEY_ISSUER_REFUSED, KEY_GRANT_REFUSED
 */
export async function ensureGivable(
  { db, glpi, clock, config }: EnsureGivableDeps,
  { uid, issuer }: Pick<RegistrationKey, 'uid' | 'issuer'>,
): Promise<Terms> {
  const side = await glpi.side()
  const terms = await readTerms(db, uid)
  const now = clock.now()
  accountDatesOf(terms.accountValidity, now, config.timeZone)
  await ensureMayGrant(db, side, { issuer, grant: terms.grant, now, reach: terms })
  return terms
}
