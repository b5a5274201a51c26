import { findTakenLogins, type GlpiSide, wholeGrant } from '../glpi'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import { newUid } from '../shared/random'
import { insertBatch } from './batches-store'
import { wholeCarried } from './carried'
import { type Code, generateCode } from './code'
import type { NewKey } from './create-key'
import {
  type CreateKeyDeps,
  ensureMayMake,
  type KeyTerms,
  type Maker,
  recordMade,
  soundTerms,
  toInvited,
  uidsInOrder,
  writeKeys,
} from './make-keys'
import { ensureWithinQuota } from './policy'
import { queueInvitations } from './queue-invitations'
import { soundKey, type WantedKey } from './wanted-keys'

/** A key that is to be made, in the form in which it is kept. Those that have their terms in common share the object. */
export interface PreparedKey {
  terms: KeyTerms
  person: ReturnType<typeof soundKey>
  send: boolean
}

/** What keys that are asked for like this have in common. */
export function termsOf(key: NewKey): KeyTerms {
  const { maxUses, notBefore, expiresAt, graceDays } = key
  return { maxUses, notBefore, expiresAt, graceDays, ...wholeCarried(key), grant: wholeGrant(key.grant) }
}

/**
 * Prepares keys that differ in what they give, too: one that cannot be made so is told apart from the others.
 *
 * @returns a function that throws AppErrors
 */
export function createPreparer(
  deps: Pick<CreateKeyDeps, 'config'>,
  side: GlpiSide,
  now: Date,
): (terms: KeyTerms, person: WantedKey, send: boolean) => PreparedKey {
  const known = new Map<KeyTerms, KeyTerms | AppError>()
  return (asked, person, send) => {
    const terms = known.get(asked) ?? caught(() => soundTerms(deps, side, asked, now))
    known.set(asked, terms)
    if (terms instanceof AppError) throw terms
    return { terms, person: soundKey(side, person, terms, deps.config), send }
  }
}

/** What stands against making each of these keys now, or whether its address has to be proven. */
export async function judgePrepared(
  trx: Db,
  side: GlpiSide,
  { issuer }: Pick<Maker, 'issuer'>,
  keys: readonly PreparedKey[],
  now: Date,
): Promise<Map<PreparedKey, AppError | { needsProof: boolean }>> {
  const verdicts = new Map<PreparedKey, AppError | { needsProof: boolean }>()
  for (const alike of groupsOf(keys)) {
    const [first] = alike
    if (first === undefined) continue
    const asked = { terms: first.terms, keys: [first.person], now }
    const verdict = await ensureMayMake(trx, side, issuer, asked).then(
      (needsProof) => ({ needsProof }),
      (error: unknown) => {
        if (error instanceof AppError) return error
        throw error
      },
    )
    for (const key of alike) verdicts.set(key, verdict)
  }
  const free = Array.from(verdicts.keys()).filter((key) => !(verdicts.get(key) instanceof AppError))
  for (const [key, error] of await loginsTaken(trx, side, free)) verdicts.set(key, error)
  return verdicts
}

/** What may be given, to whom: one address, or anything else. */
function groupsOf(keys: readonly PreparedKey[]): PreparedKey[][] {
  const groups = new Map<KeyTerms, [PreparedKey[], PreparedKey[]]>()
  for (const key of keys) {
    const group = groups.get(key.terms) ?? [[], []]
    groups.set(key.terms, group)
    group[key.person.addresses.length === 1 ? 0 : 1].push(key)
  }
  return Array.from(groups.values()).flat()
}

/** A locked login is for one person, who has none yet. */
async function loginsTaken(
  trx: Db,
  side: GlpiSide,
  keys: readonly PreparedKey[],
): Promise<Map<PreparedKey, AppError>> {
  const loginOf = ({ person }: PreparedKey) =>
    person.fields.find(({ field, isLocked }) => field === 'login' && isLocked)?.value
  const locked = keys.flatMap((key) => {
    const login = loginOf(key)
    return login === undefined ? [] : [{ key, login }]
  })
  const wanted = locked.map(({ login }) => login)
  const taken = new Set((await findTakenLogins(trx, side, wanted)).map((login) => login.toLowerCase()))
  const refused = new Map<PreparedKey, AppError>()
  for (const { key, login } of locked) {
    const plain = login.toLowerCase()
    if (taken.has(plain))
      refused.set(
        key,
        new AppError('INPUT_INVALID', `somebody has the login ${login} already, or is to get it`),
      )
    taken.add(plain)
  }
  return refused
}

export interface ToMake {
  key: PreparedKey
  needsProof: boolean
}

/**
 * Makes prepared keys, in the transaction of whoever has judged them.
 *
 * @returns in the order asked for
 * @throws {PolicyExceeded}
 * @throws {SendingLimited}
 */
export async function makePrepared(
  trx: Db,
  deps: CreateKeyDeps,
  by: Maker,
  wanted: readonly ToMake[],
  { batch, now }: { batch: string | undefined; now: Date },
): Promise<{ batchUid: string | undefined; keys: readonly { uid: string; code: Code }[] }> {
  const { length } = wanted
  if (length === 0) return { batchUid: undefined, keys: [] }
  await ensureWithinQuota(trx, deps.config, { issuer: by.issuer, made: length, alive: length, now })
  const batchUid = batch === undefined ? undefined : newUid(deps)
  if (batch !== undefined && batchUid !== undefined)
    await insertBatch(trx, { uid: batchUid, label: batch, size: length }, now)
  const uids = uidsInOrder(deps, length)
  const rows = wanted.flatMap(({ key, needsProof }, index) => {
    const uid = uids[index]
    if (uid === undefined) return []
    const code = generateCode(deps.random, deps.home)
    return [{ ...key.terms, ...key.person, needsProof, uid, code, batchUid }]
  })
  const written = await writeKeys(trx, deps, by, rows, now)
  await recordMade(trx, deps, by.actor, { keys: written, batchUid })
  const mailed = written.filter((_, index) => wanted[index]?.key.send === true)
  await queueInvitations(trx, deps, by.actor, mailed.map(toInvited))
  return { batchUid, keys: written }
}

function caught<T>(work: () => T): T | AppError {
  try {
    return work()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}
