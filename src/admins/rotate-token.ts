import { recordEvent } from '../audit'
import { inTransaction } from '../shared/db'
import { AppError } from '../shared/errors'
import type { NewToken } from './make-token'
import { getToken, isTheirs, type ManageTokenDeps, type TokenKeeper } from './manage-tokens'
import { ensureLifeWithinPolicy } from './token-policy'
import type { ListedToken } from './token-state'
import { generateToken, hashOfToken, hintOfToken } from './token-text'
import { claimRotation, endSecretsBy, insertTokenSecret } from './tokens-store'

const dayMs = 86_400_000
const longestOverlapMs = 7 * dayMs
const usualOverlapMs = dayMs

export interface Rotation {
  /** For how long the secret it has now goes on working; a day when left out, 0: not at all. */
  overlapMs?: number | undefined
  /** How long the new one works; as long as the one before was for when left out. */
  lifeMs?: number | undefined
  /** How often it had been when somebody decided to: asking twice must not do it twice. */
  rotations?: number | undefined
}

export interface RotatedToken extends NewToken {
  /** When the one before stops working. */
  olderValidUntil: Date
}

/**
 * Gives a token another secret at once, under the same uid, while the one before still works for a while: a script can
 * be changed without a gap.
 *
 * @throws {AppError} NOT_FOUND; NOT_ALLOWED for somebody else's, and for one that has ended; INPUT_INVALID,
 *   POLICY_EXCEEDED
 */
export async function rotateToken(
  deps: ManageTokenDeps,
  by: TokenKeeper,
  uid: string,
  { overlapMs = usualOverlapMs, lifeMs, rotations }: Rotation = {},
): Promise<RotatedToken> {
  const kept = await getToken(deps, by, uid)
  ensureMayRotate(kept, by)
  if (overlapMs < 0 || overlapMs > longestOverlapMs)
    throw new AppError('INPUT_INVALID', 'the old secret goes on working for 7 days at most')
  const wantedLifeMs = lifeMs ?? kept.validUntil.getTime() - kept.renewedAt.getTime()
  if (wantedLifeMs <= 0)
    throw new AppError(
      'INPUT_INVALID',
      'the new secret would work for no time at all: revoke the token instead',
    )
  ensureLifeWithinPolicy(deps.config, wantedLifeMs)

  const now = deps.clock.now()
  const token = generateToken(deps.random)
  const validUntil = new Date(now.getTime() + wantedLifeMs)
  const overlapUntil = new Date(now.getTime() + overlapMs)
  const olderValidUntil = overlapUntil < kept.validUntil ? overlapUntil : kept.validUntil
  await inTransaction(deps.db, async (trx) => {
    const asSeen = { uid, rotations: rotations ?? kept.rotations }
    if (!(await claimRotation(trx, asSeen)))
      throw new AppError('NOT_ALLOWED', `token ${uid} has just been changed`)
    await endSecretsBy(trx, uid, overlapUntil)
    const secret = { hash: hashOfToken(token), hint: hintOfToken(token), validUntil }
    await insertTokenSecret(trx, uid, asSeen.rotations + 1, secret, now)
    await recordEvent(trx, deps, {
      kind: 'token.rotated',
      actor: by.actor,
      details: { token: uid, usersId: kept.usersId, secretsOverlapUntil: olderValidUntil.toISOString() },
    })
  })
  return { uid, token, validUntil, olderValidUntil }
}

function ensureMayRotate(token: ListedToken, by: TokenKeeper): void {
  if (!isTheirs(token, by))
    throw new AppError('NOT_ALLOWED', `token ${token.uid} is somebody else’s: it can be revoked, and no more`)
  if (token.state === 'usable') return
  const why: Record<Exclude<ListedToken['state'], 'usable'>, string> = {
    revoked: 'was revoked: make a new one',
    expired: 'has expired: make a new one',
    'owner-gone': 'is of somebody whom GLPI does not let act so any more',
  }
  throw new AppError('NOT_ALLOWED', `token ${token.uid} ${why[token.state]}`)
}
