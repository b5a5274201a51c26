import type { Grant, Issuer } from '../glpi'
import type { KeyState } from '../shared/key-states'
import type { Carried } from './carried'

export { type KeyState, keyStates } from '../shared/key-states'

export interface RegistrationKey {
  /** The only id known outside: in addresses, in logs, on the command line. */
  uid: string
  label: string
  /** Undefined: unlimited. */
  maxUses: number | undefined
  usesCompleted: number
  usesHeld: number
  notBefore: Date | undefined
  /** Undefined: never. */
  expiresAt: Date | undefined
  /** How many days before `expiresAt` the key is said to end. */
  graceDays: number
  pausedAt: Date | undefined
  revokedAt: Date | undefined
  issuer: Issuer
  createdAt: Date
}

/** A key with what hangs on it. */
export interface DetailedKey extends RegistrationKey, Carried {
  grant: Grant
  /** The addresses it is bound to; empty: anybody who has the link. */
  addresses: readonly string[]
  /** For certain addresses or domains only, even once the addresses were erased. */
  isBound: boolean
  codes: readonly StoredCode[]
  /** The keys it was made with, if it was made with others. */
  batchUid: string | undefined
  revokedReason: string | undefined
}

/** Bound, and all that it was bound to was forgotten or erased: whoever comes with it would be turned away. */
export const isForNobody = ({
  isBound,
  addresses,
  domains,
}: Pick<DetailedKey, 'isBound' | 'addresses' | 'domains'>): boolean =>
  isBound && addresses.length === 0 && domains.length === 0

/** What is kept of a code. */
export interface StoredCode {
  hint: string
  tag: string
  sealed: Buffer | undefined
  /** Undefined: as long as its key. */
  validUntil: Date | undefined
  /** The id in `glpi_users`; undefined: the system. */
  madeBy: number | undefined
  createdAt: Date
}

/** In which somebody may still come to use it. */
export const lastingStates = ['usable', 'held-up', 'not-yet-valid', 'paused'] as const
export const isLasting = (state: KeyState): boolean => lastingStates.some((one) => one === state)

/** A form opened while the key was good may still be sent this long after the key's end. */
export const endGraceMs = 30 * 60_000

/** The first that applies, in the order in which it matters to the person asking. */
export function stateOf(key: RegistrationKey, now: Date): KeyState {
  if (key.revokedAt !== undefined) return 'revoked'
  if (key.pausedAt !== undefined) return 'paused'
  if (key.notBefore !== undefined && now < key.notBefore) return 'not-yet-valid'
  if (key.expiresAt !== undefined && now >= key.expiresAt) return 'expired'
  if (key.maxUses === undefined) return 'usable'
  if (key.usesCompleted >= key.maxUses) return 'used-up'
  return key.usesCompleted + key.usesHeld >= key.maxUses ? 'held-up' : 'usable'
}
