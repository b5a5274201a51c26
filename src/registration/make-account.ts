import {
  createGlpiUser,
  ensureGlpiAccepts,
  ensureMayGrantThese,
  type GlpiSide,
  type Identity,
  type Issuer,
  type Particulars,
} from '../glpi'
import { accountDatesOf, type Terms } from '../keys'
import type { Config } from '../shared/config'
import { type Db, duplicateKeyOf } from '../shared/db'
import { FormError } from '../shared/errors'
import type { AccountFacts } from './account-facts'
import { withLockedLogin } from './form'

export interface WantedAccount {
  side: GlpiSide
  issuer: Issuer
  terms: Terms
  identity: Identity
  particulars: Particulars
  passwordHash: string
}

type Deps = { config: Pick<Config, 'timeZone'> }

/**
 * Makes sure that GLPI takes such an account now, and that who answers for the key may still give it.
 *
 * @returns what the account needs besides
 * @throws {AppError} with a RefusalCode
 */
export async function ensureAccountFits(
  trx: Db,
  { config }: Deps,
  { side, issuer, terms }: Pick<WantedAccount, 'side' | 'issuer' | 'terms'>,
  { settings, targets }: Pick<AccountFacts, 'settings' | 'targets'>,
  now: Date,
) {
  ensureGlpiAccepts(side, settings)
  const dates = accountDatesOf(terms.accountValidity, now, config.timeZone)
  await ensureMayGrantThese(trx, side, { issuer, grant: terms.grant, now, reach: terms }, targets)
  return { ...dates, targets }
}

/**
 * The account, once nobody else has what it is known by: look for conflicts before, under the identity mutexes.
 *
 * @returns the id in `glpi_users`
 * @throws {FormError}
 */
export async function makeAccount(
  trx: Db,
  { side, terms, identity, particulars, passwordHash }: WantedAccount,
  fitting: Awaited<ReturnType<typeof ensureAccountFits>>,
  now: Date,
): Promise<number> {
  const { grant } = terms
  try {
    return await createGlpiUser(trx, side, { ...identity, ...fitting, particulars, passwordHash, grant }, now)
  } catch (error) {
    // Somebody typed the same login into GLPI itself at this very moment; GLPI knows nothing of our mutex.
    if (duplicateKeyOf(error) === 'unicityloginauth')
      throw new FormError(withLockedLogin(terms, { login: { code: 'login-taken' } }))
    throw error
  }
}
