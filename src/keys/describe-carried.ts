import { modedFields, modeOf } from './form-modes'
import type { DetailedKey } from './key'

/** What a key carries as programs are told it: null where there is nothing. */
export interface CarriedDescription {
  domains: string[]
  /** Of `days`, `months` (after joining) and `until` at most one is not null; all null: for good. */
  account: { from: string | null; days: number | null; months: number | null; until: string | null }
  language: string | null
  fields: { field: string; value: string; locked: boolean }[]
  /** What the form does with each of its fields. */
  form: Record<string, string>
  proveAddress: boolean
  approval: boolean
  message: string | null
  shareInviter: boolean
}

export function describeCarried(key: DetailedKey): CarriedDescription {
  const { from, end } = key.accountValidity
  return {
    domains: [...key.domains],
    account: {
      from: from?.toISOString() ?? null,
      days: end?.kind === 'days' ? end.days : null,
      months: end?.kind === 'months' ? end.months : null,
      until: end?.kind === 'date' ? end.at.toISOString() : null,
    },
    language: key.language ?? null,
    fields: key.fields.map(({ field, value, isLocked }) => ({ field, value, locked: isLocked })),
    form: Object.fromEntries(modedFields.map((field) => [field, modeOf(key, field)])),
    proveAddress: key.needsProof,
    approval: key.needsApproval,
    message: key.message ?? null,
    shareInviter: key.sharesInviter,
  }
}
