import { bcryptMaxBytes, ensureMayGrant, minLengthOf, type PasswordRules, readGlpiSettings } from '../glpi'
import { checkCode, readTerms } from '../keys'
import type { RedeemKeyDeps } from './redeem-key'

export interface OpenForm {
  passwordRules: PasswordRules
  minPasswordLength: number
  /** Where the algorithm stops reading; of interest with bcrypt only. */
  maxPasswordBytes: number
  /** The address the key is bound to, when it is one. */
  boundAddress: string | undefined
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
  const { grant, addresses } = await readTerms(deps.db, key.uid)
  await ensureMayGrant(deps.db, side, { issuer: key.issuer, grant, now: deps.clock.now() })

  const { passwordPolicy } = await readGlpiSettings(deps.db, deps.glpiDatabase)
  const passwordRules = { glpi: passwordPolicy, algorithm: deps.passwords.algorithm }
  return {
    passwordRules,
    minPasswordLength: minLengthOf(passwordRules),
    maxPasswordBytes: bcryptMaxBytes,
    boundAddress: addresses.length === 1 ? addresses[0] : undefined,
  }
}
