import type { Origin } from '../audit'
import { type Account, type GlpiWatch, listAccountsCalled } from '../glpi'
import { SignInRefused } from '../shared/errors'
import { judgeAccount } from './judge-account'
import { concludeSignIn, recordSignInRefusal, type RecordSignInDeps } from './record-sign-in'
import type { SessionIdentity } from './session-identity'

export interface SignInTrustedDeps extends RecordSignInDeps {
  glpi: GlpiWatch
}

/**
 * Signs in whom a trusted reverse proxy has identified, wherever their account comes from. Second factors are the
 * proxy's matter, everything else that GLPI asks stays.
 *
 * @throws {SignInRefused}
 */
export async function signInTrusted(
  deps: SignInTrustedDeps,
  login: string,
  from: Origin,
): Promise<SessionIdentity> {
  const side = await deps.glpi.side()
  const account = onlyOne(await listAccountsCalled(deps.db, side, login.trim()))
  if (account === undefined) {
    await recordSignInRefusal(deps, 'proxy', undefined, 'no-account', from)
    throw new SignInRefused('no-account', 'GLPI has no account, or several, of the name that the proxy gave')
  }
  const now = deps.clock.now()
  const judgement = await judgeAccount({ db: deps.db, side, now }, account, 'proven-elsewhere')
  return concludeSignIn(deps, 'proxy', account, judgement, from)
}

/** GLPI may hold the same login once for each source; which of them the proxy means, nobody can tell. */
export const onlyOne = (accounts: readonly Account[]): Account | undefined =>
  accounts.length === 1 ? accounts[0] : undefined
