import { recordEvent } from '../audit'
import { inTransaction } from '../shared/db'
import { type CarriedChange, carriedAfter, changedParts } from './change-carried'
import { isStillCarried } from './change-carried-store'
import { type ChangeKeyDeps, untilNobodyElseDoes, writeCarried } from './change-key'
import { ensureCouldMake, type KeyKeeper } from './could-make'
import { type DetailedKey, isForNobody, stateOf } from './key'
import { forgetCheck } from './key-checks-store'
import {
  ChangeRefused,
  differences,
  ensureTermsSound,
  isWider,
  type KeyChange,
  termsAfter,
} from './key-terms'
import { ensureWithinPolicy } from './policy'
import { replaceTermsAndIssuer } from './renew-key-store'
import { getKey } from './revoke-key'

/** A later end, more uses, or both; for a key whose addresses have been forgotten, with those it is for from now on. */
export type Renewal = Pick<KeyChange, 'maxUses' | 'expiresAt' | 'graceDays'> &
  Pick<CarriedChange, 'addresses'>

/**
 * Lets a key live on under the same code: those who have its link need no other. Whoever does it must be able to make
 * this very key now, and answers for it from then on.
 *
 * A key that nobody could use after it is refused, since whoever renews it means it to be used.
 *
 * @throws {AppError} NOT_FOUND, INPUT_INVALID, NOT_ALLOWED, KEY_ISSUER_REFUSED, KEY_GRANT_REFUSED, POLICY_EXCEEDED
 */
export async function renewKey(
  deps: ChangeKeyDeps,
  by: KeyKeeper,
  keyUid: string,
  wanted: Renewal,
): Promise<DetailedKey> {
  const side = await deps.glpi.side()
  return untilNobodyElseDoes(keyUid, async () => {
    const before = await getKey(deps.db, keyUid)
    if (before.revokedAt !== undefined)
      throw new ChangeRefused('revoked', 'the key is revoked: take the revocation back first')
    const after = carriedAfter(
      { side, settings: deps.config },
      { ...before, ...termsAfter(before, wanted) },
      wanted,
    )
    const now = deps.clock.now()
    ensureTermsSound(before, after, now)
    ensureRenewed(before, after, now)
    ensureWithinPolicy(deps.config, before, after, now)
    await ensureCouldMake(deps.db, side, by, after, now)
    const carried = changedParts(before, after)

    return inTransaction(deps.db, async (trx) => {
      if (carried.length > 0 && !(await isStillCarried(trx, before))) return undefined
      if (!(await replaceTermsAndIssuer(trx, keyUid, { before, after, issuer: by.issuer }))) return undefined
      if (carried.length > 0) await writeCarried(trx, deps, before, after)
      await forgetCheck(trx, keyUid)
      const details = { ...differences(before, after), ...(carried.length > 0 ? { carried } : {}) }
      await recordEvent(trx, deps, { kind: 'key.renewed', actor: by.actor, keyUid, details })
      return getKey(trx, keyUid)
    })
  })
}

function ensureRenewed(before: DetailedKey, after: DetailedKey, now: Date): void {
  if (!isWider(before, after) || isWider(after, before))
    throw new ChangeRefused('nothing-more', 'a renewed key ends later, or lets more people in, and not fewer')
  if (isForNobody(after))
    throw new ChangeRefused(
      'addresses-forgotten',
      'the addresses that the key was for have been forgotten: say whom it is for from now on',
    )
  const state = stateOf({ ...after, pausedAt: undefined, notBefore: undefined }, now)
  if (state === 'expired')
    throw new ChangeRefused('end-in-past', 'the key has ended: say until when it is renewed')
  if (state === 'used-up')
    throw new ChangeRefused(
      'still-used-up',
      'every use of the key is taken: say how many there are from now on',
    )
}
