import {
  ensureMayGrant,
  type GlpiWatch,
  type Grant,
  listAuthorisationsOf,
  narrowestReach,
  type UserIssuer,
} from '../glpi'
import type { Clock } from '../shared/clock'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'

/**
 * Under which of their authorisations this person may give the grant: the first that allows it, tried in the order in
 * which GLPI would open them at sign-in. For whom the key is, is looked at when it is made.
 *
 * @throws {AppError} NOT_ALLOWED when there is none, with the reason of the first
 */
export async function chooseIssuer(
  { db, glpi, clock }: { db: Db; glpi: GlpiWatch; clock: Clock },
  login: string,
  grant: Grant,
): Promise<{ kind: 'user' } & UserIssuer> {
  const side = await glpi.side()
  const now = clock.now()
  const reasons: string[] = []
  for (const authorisation of await listAuthorisationsOf(db, side, login, now)) {
    const issuer = { kind: 'user' as const, ...authorisation }
    try {
      await ensureMayGrant(db, side, { issuer, grant, now, reach: narrowestReach })
      return issuer
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (error.code !== 'KEY_ISSUER_REFUSED') throw error
      reasons.push(error.message)
    }
  }
  throw new AppError('NOT_ALLOWED', reasons[0] ?? `GLPI would not let ${JSON.stringify(login)} sign in`)
}
