import { type EventActor, recordEvents } from '../audit'
import {
  ensureMayGrant,
  type GlpiSide,
  type GlpiWatch,
  type Grant,
  type Issuer,
  opensBackOffice,
  type Reach,
} from '../glpi'
import { maxUsesCeiling } from '../shared/max-uses'
import { type Db, duplicateKeyOf, inTransaction } from '../shared/db'
import { AppError } from '../shared/errors'
import { newUid } from '../shared/random'
import { insertBatch } from './batches-store'
import type { Carried } from './carried'
import { ensureDatesFit, soundCarried } from './carried-rules'
import type { Home } from './check-code'
import type { FormSettings } from './form-modes'
import { type Code, generateCode } from './code'
import type { KeyRing } from './key-ring'
import { findHoldersOf, insertKeys, type NewKeyRow } from './keys-store'
import { ensureWithinPolicy, ensureWithinQuota, type KeyPolicy, PolicyExceeded } from './policy'
import { type InvitedKey, queueInvitations, type QueueInvitationsDeps } from './queue-invitations'
import { codesFromSeed } from './seeded-codes'
import { ensureMayUnbound } from './unbounded'
import { ensureLabelFits, ensureLoginsFree, soundKey, type WantedKey } from './wanted-keys'

export interface CreateKeyDeps extends QueueInvitationsDeps {
  db: Db
  glpi: GlpiWatch
  home: Home
  /** Undefined when sealing is off or the ring cannot be read: the link is then shown this once. */
  keyRing: KeyRing | undefined
  config: QueueInvitationsDeps['config'] & KeyPolicy & FormSettings
}

/** In whose name, and at whose hands. */
export interface Maker {
  issuer: Issuer
  actor: EventActor
}

/** What keys that are made together have in common. */
export interface KeyTerms extends Carried {
  maxUses: number | undefined
  notBefore: Date | undefined
  expiresAt: Date | undefined
  /** How many days before that it is said to end. */
  graceDays?: number | undefined
  grant: Grant
}

export interface WantedKeys {
  terms: KeyTerms
  keys: readonly WantedKey[]
  /** Its label; undefined for a key by itself. */
  batch: string | undefined
  /** Where the codes come from; undefined: chance. The same seed again is the same wish, and gives the same keys. */
  seed: Buffer | undefined
  /** Mail the link to each address that a key is bound to. */
  send: boolean
  /** What else belongs to it, in the same transaction. */
  also?: ((trx: Db, keyUids: readonly string[]) => Promise<void>) | undefined
}

export interface MadeKeys {
  batchUid: string | undefined
  /** In the order asked for. */
  keys: readonly { uid: string; label: string; addresses: readonly string[]; code: Code }[]
  /** They were there already: this wish has been granted before. */
  madeBefore: boolean
}

/**
 * Makes keys that differ in label and addresses only, all of them or none. Whoever asks again for keys that were made
 * from the same seed must still be allowed to make them, and it is recorded that they saw the links.
 *
 * @throws {AppError} INPUT_INVALID, KEY_GRANT_REFUSED, KEY_ISSUER_REFUSED, NOT_ALLOWED, SENDING_LIMITED,
 *   POLICY_EXCEEDED
 */
export async function makeKeys(deps: CreateKeyDeps, by: Maker, wanted: WantedKeys): Promise<MadeKeys> {
  const now = deps.clock.now()
  const { batch } = wanted
  const side = await deps.glpi.side()
  const terms = soundTerms(deps, side, wanted.terms, now)
  const people = wanted.keys.map((person) => soundKey(side, person, terms, deps.config))
  if (batch !== undefined) ensureLabelFits(batch)

  const codes =
    wanted.seed === undefined
      ? people.map(() => generateCode(deps.random, deps.home))
      : codesFromSeed(wanted.seed, people.length, deps.home)
  const uids = uidsInOrder(deps, people.length)
  const keys = people.map((person, index) => ({ ...person, code: at(codes, index), uid: at(uids, index) }))
  const batchUid = batch === undefined ? undefined : newUid(deps)

  try {
    await inTransaction(deps.db, async (trx) => {
      const { length } = keys
      await ensureWithinQuota(trx, deps.config, { issuer: by.issuer, made: length, alive: length, now })
      const needsProof = await ensureMayMake(trx, side, by.issuer, { terms, keys, now })
      if (batchUid !== undefined && batch !== undefined)
        await insertBatch(trx, { uid: batchUid, label: batch, size: keys.length }, now)
      const rows = keys.map((key) => ({ ...terms, ...key, needsProof, batchUid }))
      const sealed = await writeKeys(trx, deps, by, rows, now)
      await ensureLoginsFree(trx, side, people)
      await recordMade(trx, deps, by.actor, { keys, batchUid })
      if (wanted.send) await queueInvitations(trx, deps, by.actor, sealed.map(toInvited))
      await wanted.also?.(trx, uids)
    })
    return { batchUid, keys, madeBefore: false }
  } catch (error) {
    // What was made already counts towards what is left, so either error may tell of it.
    const mayBeMade = duplicateKeyOf(error) !== undefined || error instanceof PolicyExceeded
    if (wanted.seed === undefined || !mayBeMade) throw error
    return findMadeBefore(deps, by, keys, error)
  }
}

/**
 * What keys have in common in the form in which it is kept, if the policy lets there be such keys.
 *
 * @throws {AppError} INPUT_INVALID, ACCOUNT_END_PAST, ACCOUNT_END_TOO_LATE
 * @throws {PolicyExceeded}
 */
export function soundTerms(
  { config }: Pick<CreateKeyDeps, 'config'>,
  side: GlpiSide,
  wanted: KeyTerms,
  now: Date,
): KeyTerms {
  const terms = { ...wanted, ...soundCarried(side, wanted) }
  ensureSound(terms, now)
  ensureWithinPolicy(config, undefined, terms, now)
  ensureDatesFit(terms.accountValidity, terms, now, config.timeZone)
  return terms
}

/**
 * Makes sure that the issuer may give this to these people now.
 *
 * @returns whether they have to prove their addresses
 * @throws {AppError} NOT_ALLOWED, KEY_ISSUER_REFUSED, KEY_GRANT_REFUSED
 */
export async function ensureMayMake(
  trx: Db,
  side: GlpiSide,
  issuer: Issuer,
  { terms, keys, now }: { terms: KeyTerms; keys: readonly Pick<WantedKey, 'addresses'>[]; now: Date },
): Promise<boolean> {
  await ensureMayUnbound(trx, side, issuer, terms)
  const reach = widestReach(terms, keys)
  const targets = await ensureMayGrant(trx, side, { issuer, grant: terms.grant, now, reach })
  return terms.needsProof || opensBackOffice(targets)
}

/** Sealed and written. */
export async function writeKeys(
  trx: Db,
  { keyRing }: Pick<CreateKeyDeps, 'keyRing'>,
  { issuer }: Maker,
  keys: readonly Omit<NewKeyRow, 'issuer' | 'sealed'>[],
  now: Date,
): Promise<NewKeyRow[]> {
  const rows = keys.map((key) => ({ ...key, issuer, sealed: keyRing?.seal(key.uid, key.code) }))
  await insertKeys(trx, rows, now)
  return rows
}

/** Those of one millisecond are in no order by themselves. */
export const uidsInOrder = (deps: Pick<CreateKeyDeps, 'clock' | 'random'>, count: number): string[] =>
  Array.from({ length: count }, () => newUid(deps)).sort()

/** Without a sealed copy the code would be nowhere when the mail is put together. */
export const toInvited = ({ sealed, ...key }: NewKeyRow): InvitedKey => ({
  ...key,
  code: sealed === undefined ? key.code : undefined,
})

/** Of the key that is for the most: proof is asked for wherever it is needed. */
function widestReach({ maxUses, domains }: KeyTerms, keys: readonly Pick<WantedKey, 'addresses'>[]): Reach {
  const widest = keys.find(({ addresses }) => addresses.length !== 1) ?? keys[0]
  return { isSingleUse: maxUses === 1, addresses: widest?.addresses ?? [], domains, needsProof: true }
}

export async function recordMade(
  trx: Db,
  deps: CreateKeyDeps,
  actor: EventActor,
  { keys, batchUid }: { keys: readonly { uid: string }[]; batchUid: string | undefined },
): Promise<void> {
  await recordEvents(trx, deps, [
    ...(batchUid === undefined
      ? []
      : [{ kind: 'batch.made' as const, actor, details: { batch: batchUid, size: keys.length } }]),
    ...keys.map(({ uid }) => ({ kind: 'key.made' as const, actor, keyUid: uid })),
  ])
}

/** The codes are taken: by the keys that the same form made a moment ago, if they are of the same issuer. */
async function findMadeBefore(
  deps: CreateKeyDeps,
  { issuer, actor }: Maker,
  keys: MadeKeys['keys'],
  error: unknown,
): Promise<MadeKeys> {
  const holders = await findHoldersOf(
    deps.db,
    keys.map(({ code }) => code),
  )
  let batchUid: string | undefined
  const found = keys.map((key) => {
    const holder = holders.get(key.code)
    if (holder === undefined || !isSameIssuer(holder.issuer, issuer)) throw error
    batchUid = holder.batchUid
    return { ...key, uid: holder.keyUid }
  })
  const shown = found.map(({ uid }) => ({ kind: 'key.link-shown' as const, actor, keyUid: uid }))
  await recordEvents(deps.db, deps, shown)
  return { batchUid, keys: found, madeBefore: true }
}

const isSameIssuer = (one: Issuer, other: Issuer): boolean =>
  one.kind === 'user' ? other.kind === 'user' && one.usersId === other.usersId : other.kind === 'system'

function ensureSound({ maxUses, notBefore, expiresAt }: KeyTerms, now: Date): void {
  if (maxUses !== undefined && !(Number.isInteger(maxUses) && maxUses >= 1 && maxUses <= maxUsesCeiling)) {
    throw invalid('/maxUses', `the number of uses must be from 1 to ${maxUsesCeiling}`)
  }
  if (maxUses === undefined && expiresAt === undefined)
    throw invalid('/maxUses', 'an unlimited key must have an end')
  if (expiresAt !== undefined && expiresAt <= now)
    throw invalid('/expiresAt', 'the end of the key is in the past')
  if (notBefore !== undefined && expiresAt !== undefined && expiresAt <= notBefore) {
    throw invalid('/expiresAt', 'the key would end before it begins')
  }
}

function at<T>(list: readonly T[], index: number): T {
  const one = list[index]
  if (one === undefined) throw new Error('a list is shorter than the other')
  return one
}

const invalid = (pointer: string, reason: string) => new AppError('INPUT_INVALID', reason, { pointer })
