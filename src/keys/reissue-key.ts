import { recordEvent } from '../audit'
import { type Db, duplicateKeyOf, inTransaction } from '../shared/db'
import { untilNobodyElseDoes } from './change-key'
import { type Code, generateCode, hintOf } from './code'
import { ensureCouldMake, type KeyKeeper } from './could-make'
import { type DetailedKey, stateOf } from './key'
import { forgetCheck } from './key-checks-store'
import { ChangeRefused, differences, ensureTermsSound, termsAfter } from './key-terms'
import type { CreateKeyDeps } from './make-keys'
import { ensureWithinPolicy } from './policy'
import type { Renewal } from './renew-key'
import { endCodes, findHolderOf, insertCode, replaceTermsAndIssuer } from './renew-key-store'
import { getKey } from './revoke-key'
import { codesFromSeed } from './seeded-codes'

export interface Reissue {
  /** How long the codes before still work, in milliseconds; 0: not at all. */
  overlapMs: number
  /** More life for the key, in one step with the new code; undefined: it has enough. */
  renewal?: Renewal | undefined
  /** Makes asking twice harmless: the second time gives the code of the first. */
  seed?: Buffer | undefined
  /** What else belongs to it, in the same transaction: a mail with the new link. */
  also?: ((trx: Db, reissued: ReissuedKey) => Promise<void>) | undefined
}

export interface ReissuedKey {
  key: DetailedKey
  /** Nowhere in clear after this. */
  code: Code
}

export const longestOverlapMs = 30 * 86_400_000

/**
 * Gives a key a new code. The codes before stop at once or after the overlap; all of them spend the same uses, and the
 * key keeps every one it had. Whoever does it must be able to make this very key now, and answers for it from then on.
 *
 * @throws {AppError} NOT_FOUND, INPUT_INVALID, NOT_ALLOWED, KEY_ISSUER_REFUSED, KEY_GRANT_REFUSED
 */
export async function reissueKey(
  deps: CreateKeyDeps,
  by: KeyKeeper,
  keyUid: string,
  { overlapMs, renewal, seed, also }: Reissue,
): Promise<ReissuedKey> {
  if (!(overlapMs >= 0 && overlapMs <= longestOverlapMs))
    throw new ChangeRefused('overlap-out-of-range', 'the old link may go on working for 30 days at most')
  const side = await deps.glpi.side()
  const [seeded] = seed === undefined ? [] : codesFromSeed(seed, 1, deps.home)
  const code = seeded ?? generateCode(deps.random, deps.home)

  try {
    return await untilNobodyElseDoes(keyUid, async () => {
      const before = await getKey(deps.db, keyUid)
      const now = deps.clock.now()
      const after = renewal === undefined ? before : { ...before, ...termsAfter(before, renewal) }
      if (renewal !== undefined) ensureTermsSound(before, after, now)
      ensureWorthIt(after, now)
      ensureWithinPolicy(deps.config, before, after, now)
      await ensureCouldMake(deps.db, side, by, after, now)
      return inTransaction(deps.db, (trx) => reissue(deps, trx, { by, before, after, code, overlapMs, also }))
    })
  } catch (error) {
    if (seed === undefined || duplicateKeyOf(error) === undefined) throw error
    return findReissuedBefore(deps, by, keyUid, code)
  }
}

interface Prepared extends Pick<Reissue, 'overlapMs' | 'also'> {
  by: KeyKeeper
  before: DetailedKey
  after: DetailedKey
  code: Code
}

/** Undefined when the key is not any more as it was read. */
async function reissue(
  deps: CreateKeyDeps,
  trx: Db,
  { by, before, after, code, overlapMs, also }: Prepared,
): Promise<ReissuedKey | undefined> {
  const { uid } = before
  const { actor, issuer } = by
  const now = deps.clock.now()
  if (!(await replaceTermsAndIssuer(trx, uid, { before, after, issuer }))) return undefined
  await forgetCheck(trx, uid)
  const until = new Date(now.getTime() + overlapMs)
  await endCodes(trx, uid, until)
  const sealed = deps.keyRing?.seal(uid, code)
  await insertCode(trx, uid, { code, sealed, madeBy: issuer, at: await afterTheOthers(trx, uid, now) })
  const details = {
    code: { before: before.codes[0]?.hint ?? '', after: hintOf(code) },
    overlapUntil: overlapMs === 0 ? undefined : until.toISOString(),
  }
  const renewed = differences(before, after)
  if (renewed.end !== undefined || renewed.limit !== undefined)
    await recordEvent(trx, deps, { kind: 'key.renewed', actor, keyUid: uid, details: renewed })
  await recordEvent(trx, deps, { kind: 'key.reissued', actor, keyUid: uid, details })
  const reissued = { key: await getKey(trx, uid), code }
  await also?.(trx, reissued)
  return reissued
}

/** Which code is the newest is told by when it was made, so no two are made in one millisecond. */
async function afterTheOthers(trx: Db, keyUid: string, now: Date): Promise<Date> {
  const { codes } = await getKey(trx, keyUid)
  const latest = Math.max(...codes.map(({ createdAt }) => createdAt.getTime()))
  return new Date(Math.max(now.getTime(), latest + 1))
}

function ensureWorthIt(key: DetailedKey, now: Date): void {
  const state = stateOf({ ...key, pausedAt: undefined, notBefore: undefined }, now)
  if (state === 'revoked')
    throw new ChangeRefused('revoked', 'the key is revoked: take the revocation back first')
  if (state === 'expired' || state === 'used-up')
    throw new ChangeRefused(
      'nobody-could-use-it',
      'nobody could use the new link either: renew the key first',
    )
}

/** The code is taken: by this key, if the same form reissued it a moment ago. */
async function findReissuedBefore(
  deps: CreateKeyDeps,
  { actor }: KeyKeeper,
  keyUid: string,
  code: Code,
): Promise<ReissuedKey> {
  const holder = await findHolderOf(deps.db, code)
  if (holder?.keyUid !== keyUid || !holder.isNewest)
    throw new ChangeRefused('replaced-since', 'the link that this form made has been replaced since')
  await recordEvent(deps.db, deps, { kind: 'key.link-shown', actor, keyUid })
  return { key: await getKey(deps.db, keyUid), code }
}
