import { type Bindings, type Db, insertRows, uidToBytes } from '../shared/db'
import type { Carried } from './carried'
import { writeModes } from './form-modes'

interface CarryingRow extends Carried {
  bytes: Buffer
  addresses: readonly string[]
  /** Left out: for those whom it names, if it names any. */
  isBound?: boolean
}

/** What a key carries in its own row, in the order of `valuesCarried`. */
export const carriedColumns = [
  'preset_uid',
  'language',
  'account_days',
  'account_months',
  'account_from',
  'account_until',
  'needs_proof',
  'needs_approval',
  'is_bound',
  'shares_inviter',
  'form',
] as const

export function valuesCarried(key: CarryingRow): Bindings {
  const { end, from } = key.accountValidity
  return [
    key.presetUid === undefined ? null : uidToBytes(key.presetUid),
    key.language ?? null,
    end?.kind === 'days' ? end.days : null,
    end?.kind === 'months' ? end.months : null,
    from ?? null,
    end?.kind === 'date' ? end.at : null,
    key.needsProof,
    key.needsApproval,
    key.isBound ?? (key.addresses.length > 0 || key.domains.length > 0),
    key.sharesInviter,
    writeModes(key.form) || null,
  ]
}

/** What a key carries in tables of its own, most of which is personal and erased one day. */
export async function insertCarried(trx: Db, keys: readonly CarryingRow[]): Promise<void> {
  await insertRows(
    trx,
    'key_addresses (key_uid, address)',
    keys.flatMap(({ bytes, addresses }) => addresses.map((address) => [bytes, address])),
  )
  await insertRows(
    trx,
    'key_domains (key_uid, domain)',
    keys.flatMap(({ bytes, domains }) => domains.map((domain) => [bytes, domain])),
  )
  await insertRows(
    trx,
    'key_fields (key_uid, field, value, is_locked)',
    keys.flatMap(({ bytes, fields }) =>
      fields.map(({ field, value, isLocked }) => [bytes, field, value, isLocked]),
    ),
  )
  await insertRows(
    trx,
    'key_messages (key_uid, message)',
    keys.flatMap(({ bytes, message }) => (message === undefined ? [] : [[bytes, message]])),
  )
}
