import { type EventActor, recordEvent } from '../audit'
import { ensureMayGrant, type GlpiWatch, type Grant, isEmail, type Issuer, normaliseEmail } from '../glpi'
import type { Clock } from '../shared/clock'
import { type Db, inTransaction } from '../shared/db'
import { AppError } from '../shared/errors'
import { newUid, type Random } from '../shared/random'
import type { Home } from './check-code'
import { type Code, generateCode } from './code'
import type { DetailedKey } from './key'
import type { KeyRing } from './key-ring'
import { findKey, insertKey } from './keys-store'
import { ensureMayUnbound } from './unbounded'

/** More than this is a mistake in a script, not an invitation. */
export const maxUsesCeiling = 5_000
const labelLength = 255

export interface NewKey {
  label: string
  /** Undefined: unlimited, which needs an end. */
  maxUses: number | undefined
  notBefore: Date | undefined
  /** Undefined: never, which needs a limit. */
  expiresAt: Date | undefined
  grant: Grant
  /** Only these addresses may register with it; empty: anybody who has the link. */
  addresses: readonly string[]
}

export interface CreateKeyDeps {
  db: Db
  glpi: GlpiWatch
  clock: Clock
  random: Random
  home: Home
  /** Undefined when sealing is off or the ring cannot be read: the link is then shown this once. */
  keyRing: KeyRing | undefined
}

/**
 * Makes a key. The issuer's right to give what it grants is checked now, and again at every use.
 *
 * @returns the key with its code, which is nowhere in clear after this
 * @throws {AppError} INPUT_INVALID, KEY_GRANT_REFUSED, KEY_ISSUER_REFUSED, NOT_ALLOWED
 */
export async function createKey(
  deps: CreateKeyDeps,
  by: { issuer: Issuer; actor: EventActor },
  asked: NewKey,
): Promise<{ key: DetailedKey; code: Code }> {
  const now = deps.clock.now()
  const wanted = { ...asked, addresses: Array.from(new Set(asked.addresses.map(normaliseEmail))) }
  ensureSound(wanted, now)
  const side = await deps.glpi.side()
  const uid = newUid(deps)
  const code = generateCode(deps.random, deps.home)

  const key = await inTransaction(deps.db, async (trx) => {
    await ensureMayUnbound(trx, side, by.issuer, wanted)
    await ensureMayGrant(trx, side, { issuer: by.issuer, grant: wanted.grant, now })
    const sealed = deps.keyRing?.seal(uid, code)
    await insertKey(trx, { ...wanted, uid, issuer: by.issuer, code, sealed }, now)
    await recordEvent(trx, deps, { kind: 'key.made', actor: by.actor, keyUid: uid })
    return findKey(trx, uid)
  })
  if (key === undefined) throw new Error('a key that was just written is not there')
  return { key, code }
}

function ensureSound(key: NewKey, now: Date): void {
  const { label, maxUses, notBefore, expiresAt, addresses } = key
  if (Array.from(label).length > labelLength)
    throw invalid(`the label has more than ${labelLength} characters`)
  if (maxUses !== undefined && !(Number.isInteger(maxUses) && maxUses >= 1 && maxUses <= maxUsesCeiling)) {
    throw invalid(`the number of uses must be from 1 to ${maxUsesCeiling}`)
  }
  if (maxUses === undefined && expiresAt === undefined) throw invalid('an unlimited key must have an end')
  if (expiresAt !== undefined && expiresAt <= now) throw invalid('the end of the key is in the past')
  if (notBefore !== undefined && expiresAt !== undefined && expiresAt <= notBefore) {
    throw invalid('the key would end before it begins')
  }
  const wrong = addresses.find((address) => !isEmail(address))
  if (wrong !== undefined) throw invalid(`not an e-mail address: ${wrong}`)
}

const invalid = (reason: string) => new AppError('INPUT_INVALID', reason)
