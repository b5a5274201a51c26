import { recordEvent } from '../audit'
import { inTransaction } from '../shared/db'
import type { ChangeKeyDeps } from './change-key'
import { ensureCouldMake, type KeyKeeper } from './could-make'
import type { DetailedKey } from './key'
import { forgetCheck } from './key-checks-store'
import { ensureWithinPolicy, ensureWithinQuota } from './policy'
import { markUnrevoked } from './renew-key-store'
import { getKey } from './revoke-key'

/**
 * Takes a revocation back: the key is what it was before, under the same codes and the same issuer. Uses that were held
 * when it was revoked were given back then, and stay so. On a key that is not revoked it does nothing.
 *
 * Whoever does it must be able to make this very key now, since the links in people's hands work again.
 *
 * @throws {AppError} NOT_FOUND, NOT_ALLOWED, KEY_ISSUER_REFUSED, KEY_GRANT_REFUSED, POLICY_EXCEEDED
 */
export async function unrevokeKey(deps: ChangeKeyDeps, by: KeyKeeper, keyUid: string): Promise<DetailedKey> {
  const key = await getKey(deps.db, keyUid)
  const { revokedAt } = key
  if (revokedAt === undefined) return key
  const now = deps.clock.now()
  // A revoked key cannot be changed, so it still is what was asked about.
  await ensureCouldMake(deps.db, await deps.glpi.side(), by, key, now)
  ensureWithinPolicy(deps.config, undefined, key, now)
  return inTransaction(deps.db, async (trx) => {
    await ensureWithinQuota(trx, deps.config, { issuer: key.issuer, made: 0, alive: 1, now })
    if (await markUnrevoked(trx, keyUid, revokedAt)) {
      await forgetCheck(trx, keyUid)
      await recordEvent(trx, deps, { kind: 'key.unrevoked', actor: by.actor, keyUid })
    }
    return getKey(trx, keyUid)
  })
}
