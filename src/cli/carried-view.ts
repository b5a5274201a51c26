import { type DetailedKey, modedFields, modeOf, usualMode } from '../keys'
import { written } from './field-options'

/** What a key carries as the command line tells it: null where there is nothing. */
export interface CarriedView {
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

export function viewCarried(key: DetailedKey): CarriedView {
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

export function linesOfCarried(view: CarriedView): [label: string, text: string | undefined][] {
  const { from, days, months, until } = view.account
  return [
    ...view.domains.map((domain): [string, string] => [
      'Only for',
      domain.startsWith('*.') ? `addresses below ${domain.slice(2)}` : `addresses at ${domain}`,
    ]),
    ['Proof', view.proveAddress ? 'the address has to be proven' : undefined],
    ['Approval', view.approval ? 'an administrator approves each registration' : undefined],
    ['Account', from === null ? undefined : `from ${from}`],
    ['Account', days === null ? undefined : `for ${counted(days, 'day')} after joining`],
    ['Account', months === null ? undefined : `for ${counted(months, 'month')} after joining`],
    ['Account', until === null ? undefined : `until ${until}`],
    ['Language', view.language ?? undefined],
    ...view.fields.map(({ field, value, locked }): [string, string] => [
      'Form',
      `${field}: ${value}${locked ? ' (locked)' : ''}`,
    ]),
    ...modedFields.flatMap((field): [string, string][] => {
      const mode = view.form[field] ?? 'hidden'
      const isToldAlready = mode === 'locked' && view.fields.some((one) => one.field === field)
      return mode === usualMode(field) || isToldAlready ? [] : [['Form', `${written(field)}: ${mode}`]]
    }),
    ['Message', view.message?.replaceAll('\n', ' / ')],
    ['Inviter', view.shareInviter ? undefined : 'not named on pages that refuse the link'],
  ]
}

const counted = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`
