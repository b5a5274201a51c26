import { type AskedGrant, wholeGrant } from '../glpi'
import type { Code } from './code'
import { type AskedCarried, wholeCarried } from './carried'
import type { DetailedKey } from './key'
import { findKey } from './keys-store'
import { type CreateKeyDeps, type Maker, makeKeys } from './make-keys'

/** What is left out of what a key carries, it does not carry. */
export interface NewKey extends AskedCarried {
  label: string
  /** Undefined: unlimited, which needs an end. */
  maxUses: number | undefined
  notBefore: Date | undefined
  /** Undefined: never, which needs a limit. */
  expiresAt: Date | undefined
  /** How many days before that it is said to end. */
  graceDays?: number | undefined
  grant: AskedGrant
  /** Only these addresses may register with it; empty: anybody who has the link. */
  addresses: readonly string[]
  /** Mail the link to each of these addresses; left out: no. */
  send?: boolean | undefined
}

/**
 * Makes a key. The issuer's right to give what it grants is checked now, and again at every use.
 *
 * @param seed makes asking twice harmless: the second time gives the key of the first, `madeBefore`
 * @returns the key with its code, which is nowhere in clear after this
 * @throws {AppError} INPUT_INVALID, KEY_GRANT_REFUSED, KEY_ISSUER_REFUSED, NOT_ALLOWED, SENDING_LIMITED
 */
export async function createKey(
  deps: CreateKeyDeps,
  by: Maker,
  { label, addresses, send = false, ...terms }: NewKey,
  seed?: Buffer,
): Promise<{ key: DetailedKey; code: Code; madeBefore: boolean }> {
  const { keys, madeBefore } = await makeKeys(deps, by, {
    terms: { ...terms, ...wholeCarried(terms), grant: wholeGrant(terms.grant) },
    keys: [{ label, addresses }],
    batch: undefined,
    seed,
    send,
  })
  const [made] = keys
  const key = made === undefined ? undefined : await findKey(deps.db, made.uid)
  if (made === undefined || key === undefined) throw new Error('a key that was just written is not there')
  return { key, code: made.code, madeBefore }
}
