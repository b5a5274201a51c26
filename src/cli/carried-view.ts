import type { CarriedDescription } from '../keys'
import { modedFields, usualMode } from '../shared/key-form'
import { written } from './field-options'

export function linesOfCarried(view: CarriedDescription): [label: string, text: string | undefined][] {
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
