import { ensureMayGrant, type PasswordRules, readGlpiSettings } from '../glpi'
import { accountDatesOf, checkCode, endingOf, type KeyFieldName, readTerms, type Terms } from '../keys'
import type { RedeemKeyDeps } from './redeem-key'

export interface OpenForm {
  passwordRules: PasswordRules
  /** The address the key is bound to, when it is one. */
  boundAddress: string | undefined
  /** How an address has to end, for a key that is for domains. */
  emailEndings: readonly string[]
  /** What stands in the form already. */
  values: Partial<Record<KeyFieldName, string>>
  /** Which of it cannot be changed. */
  locked: ReadonlySet<KeyFieldName>
  /** Of the key, as GLPI writes it. */
  language: string | undefined
}

/**
 * What the form needs to know, or the true reason why there will be no account: nobody types into a form that cannot
 * be accepted.
 *
 * @throws {AppError} with a RefusalCode
 */
export async function openForm(deps: RedeemKeyDeps, typedCode: string, openedAt: Date): Promise<OpenForm> {
  const { key } = await checkCode(deps, typedCode, openedAt)
  const side = await deps.glpi.side()
  const terms = await readTerms(deps.db, key.uid)
  const now = deps.clock.now()
  accountDatesOf(terms.accountValidity, now, deps.config.timeZone)
  await ensureMayGrant(deps.db, side, { issuer: key.issuer, grant: terms.grant, now, reach: terms })

  const { passwordPolicy } = await readGlpiSettings(deps.db, deps.glpiDatabase)
  const passwordRules = { glpi: passwordPolicy, algorithm: deps.passwords.algorithm }
  return {
    passwordRules,
    boundAddress: boundAddressOf(terms),
    emailEndings: terms.domains.map(endingOf),
    values: Object.fromEntries(terms.fields.map(({ field, value }) => [field, value])),
    locked: new Set(terms.fields.filter(({ isLocked }) => isLocked).map(({ field }) => field)),
    language: terms.language,
  }
}

/** With a domain beside it, whoever holds the link may be somebody else, who must not learn the address. */
const boundAddressOf = ({ addresses, domains }: Terms): string | undefined =>
  addresses.length === 1 && domains.length === 0 ? addresses[0] : undefined
