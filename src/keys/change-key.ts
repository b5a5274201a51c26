import { recordEvents } from '../audit'
import { type GlpiSide, type GlpiWatch, isSameEmail } from '../glpi'
import { withdrawInvitations } from '../mail'
import type { Clock } from '../shared/clock'
import { type Db, inTransaction } from '../shared/db'
import { AppError } from '../shared/errors'
import type { Random } from '../shared/random'
import { ensureDatesFit, ensureFieldsFitFew } from './carried-rules'
import type { FormSettings } from './form-modes'
import { type CarriedChange, carriedAfter, changedParts, isWiderCarried } from './change-carried'
import { isStillCarried, replaceCarried } from './change-carried-store'
import { replaceTerms, replaceWords } from './change-key-store'
import { ensureCouldMake, type KeyKeeper } from './could-make'
import type { DetailedKey } from './key'
import {
  ChangeRefused,
  differences,
  ensureTermsSound,
  isSameTerms,
  isWider,
  type KeyChange,
  termsAfter,
} from './key-terms'
import { ensureWithinPolicy, type KeyPolicy } from './policy'
import { getKey } from './revoke-key'
import { ensureLoginsFree } from './wanted-keys'

export interface ChangeKeyDeps {
  db: Db
  glpi: GlpiWatch
  clock: Clock
  random: Random
  config: KeyPolicy & FormSettings
}

/**
 * Changes what a key is called, how far it reaches, whom it is for and what it carries. Whoever makes it reach further must be able to make the key that
 * it becomes; for anything else the right to change keys is enough, which the door has checked.
 *
 * A limit below what is used is no error: the key is then used up.
 *
 * @throws {AppError} NOT_FOUND, INPUT_INVALID, NOT_ALLOWED, KEY_ISSUER_REFUSED, KEY_GRANT_REFUSED, POLICY_EXCEEDED,
 *   ACCOUNT_END_PAST, ACCOUNT_END_TOO_LATE
 */
export async function changeKey(
  deps: ChangeKeyDeps,
  by: KeyKeeper,
  keyUid: string,
  wanted: KeyChange & CarriedChange,
): Promise<DetailedKey> {
  const side = await deps.glpi.side()
  return untilNobodyElseDoes(keyUid, () =>
    inTransaction(deps.db, (trx) => changeKeyIn(trx, deps, side, by, keyUid, wanted)),
  )
}

/**
 * The same as a part of something greater. Nothing is written when it throws.
 *
 * @returns undefined when somebody else changed the key meanwhile: then do all of it again
 */
export async function changeKeyIn(
  trx: Db,
  deps: ChangeKeyDeps,
  side: GlpiSide,
  by: KeyKeeper,
  keyUid: string,
  wanted: KeyChange & CarriedChange,
): Promise<DetailedKey | undefined> {
  const before = await getKey(trx, keyUid)
  if (before.revokedAt !== undefined)
    throw new ChangeRefused('revoked', 'the key is revoked, so it stays as it is')
  const after = carriedAfter(
    { side, settings: deps.config },
    { ...before, ...termsAfter(before, wanted) },
    wanted,
  )
  const now = deps.clock.now()
  ensureTermsSound(before, after, now)
  const carried = changedParts(before, after)
  if (isSameTerms(before, after) && carried.length === 0) return before
  ensureWithinPolicy(deps.config, before, after, now)
  await ensureChangeFits({ ...deps, db: trx }, side, before, after)
  if (isWider(before, after) || isWiderCarried(before, after))
    await ensureCouldMake(trx, side, by, after, now)

  if (carried.length > 0 && !(await isStillCarried(trx, before))) return undefined
  if (!(await replaceTerms(trx, keyUid, before, after))) return undefined
  if (after.label !== before.label) await replaceWords(trx, keyUid, after.label)
  if (carried.length > 0) await writeCarried(trx, deps, before, after)
  const details = { ...differences(before, after), ...(carried.length > 0 ? { carried } : {}) }
  const changed = await getKey(trx, keyUid)
  const isUsedUpNow = isUsedUp(changed) && !isUsedUp({ ...changed, maxUses: before.maxUses })
  await recordEvents(trx, deps, [
    { kind: 'key.changed', actor: by.actor, keyUid, details },
    ...(isUsedUpNow ? [{ kind: 'key.used-up' as const, actor: by.actor, keyUid }] : []),
  ])
  return changed
}

const isUsedUp = ({ maxUses, usesCompleted }: Pick<DetailedKey, 'maxUses' | 'usesCompleted'>): boolean =>
  maxUses !== undefined && usesCompleted >= maxUses

/** What was wrong before is nobody's mistake now: only what is changed has to be right. */
async function ensureChangeFits(
  { db, clock, config }: ChangeKeyDeps,
  side: GlpiSide,
  before: DetailedKey,
  after: DetailedKey,
): Promise<void> {
  const changed = changedParts(before, after)
  if (changed.includes('accountValidity'))
    ensureDatesFit(after.accountValidity, after, clock.now(), config.timeZone)
  if (after.maxUses !== before.maxUses) ensureFieldsFitFew(after)
  const lockedLogin = (key: DetailedKey) =>
    key.fields.find(({ field, isLocked }) => field === 'login' && isLocked)?.value
  if (changed.includes('fields') && lockedLogin(after) !== lockedLogin(before))
    await ensureLoginsFree(db, side, [after])
}

/** Together with the mails that wait to go to somebody whom the key is not for any more. */
export async function writeCarried(
  trx: Db,
  { clock }: Pick<ChangeKeyDeps, 'clock'>,
  before: DetailedKey,
  after: DetailedKey,
): Promise<void> {
  await replaceCarried(trx, after)
  const gone = before.addresses.filter((address) => !after.addresses.some((one) => isSameEmail(one, address)))
  await withdrawInvitations(trx, [after.uid], { why: 'address-changed', now: clock.now(), to: gone })
}

const maxAttempts = 5

/**
 * Does something to a key as it was read, and reads it again when it was changed in between, which `attempt` tells by
 * answering undefined.
 *
 * @throws {AppError} SERVER_BUSY
 */
export async function untilNobodyElseDoes<T>(
  keyUid: string,
  attempt: () => Promise<T | undefined>,
): Promise<T> {
  for (let tries = 1; tries <= maxAttempts; tries += 1) {
    const done = await attempt()
    if (done !== undefined) return done
  }
  throw new AppError('SERVER_BUSY', `key ${keyUid} is being changed by others all the time`)
}
