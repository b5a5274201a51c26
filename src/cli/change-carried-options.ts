import { type Command, Option } from 'commander'
import type { Context } from '../context'
import type { AskedCarried, CarriedChange, DetailedKey, KeyField } from '../keys'
import { staysLocked } from '../shared/key-form'
import { addCarriedOptions, carriedFrom, type CarriedOptions } from './carried-options'

const clearable = ['emails', 'domains', 'account-dates', 'language', 'values', 'message'] as const

/** What a key carries from now on, as options say it. */
export interface ChangeCarriedOptions extends CarriedOptions {
  email: string[]
  clear: (typeof clearable)[number][]
}

/** As their options are called in the code. */
export const carriedOptionNames = [
  'email',
  'domain',
  'accountValid',
  'accountFrom',
  'language',
  'prefill',
  'lock',
  'field',
  'message',
  'proveAddress',
  'approval',
  'hideInviter',
  'clear',
] as const

export function addChangeCarriedOptions(command: Command): Command {
  const withEmail = command.option(
    '--email <address>',
    'only this address may register, in place of those before; repeat it for more',
    (address: string, before: string[]) => [...before, address],
    [],
  )
  return addCarriedOptions(withEmail)
    .option('--no-prove-address', 'make accounts without that proof')
    .option('--no-approval', 'make accounts without that approval')
    .option('--no-hide-inviter', 'pages that refuse the link may say who invited')
    .addOption(
      new Option('--clear <what...>', 'take away what the key has of these').choices(clearable).default([]),
    )
}

/** Values, dates and fields of the form that options say nothing of stay; addresses and domains are replaced. */
export function changeFrom(
  options: ChangeCarriedOptions,
  isGiven: (name: (typeof carriedOptionNames)[number]) => boolean,
  before: DetailedKey,
  context: Context,
): CarriedChange {
  const said = carriedFrom(options, context)
  const { fields, form, accountValidity } = said
  const { from, end } = before.accountValidity
  return {
    ...cleared(options),
    ...(options.email.length > 0 ? { addresses: options.email } : {}),
    ...said,
    ...(isGiven('proveAddress') ? { needsProof: options.proveAddress } : {}),
    ...(isGiven('approval') ? { needsApproval: options.approval } : {}),
    ...(isGiven('hideInviter') ? { sharesInviter: !options.hideInviter } : {}),
    ...(accountValidity === undefined || options.clear.includes('account-dates')
      ? {}
      : { accountValidity: { from: accountValidity.from ?? from, end: accountValidity.end ?? end } }),
    ...((fields === undefined && form === undefined) || options.clear.includes('values')
      ? {}
      : { fields: fieldsAfter(before, said) }),
    ...(form === undefined ? {} : { form: { ...before.form, ...form } }),
  }
}

function fieldsAfter({ fields: before }: DetailedKey, { fields = [], form = {} }: AskedCarried): KeyField[] {
  const kept = before.filter(({ field }) => !fields.some((one) => one.field === field))
  return [
    ...fields,
    ...kept.map((one) => ({ ...one, isLocked: one.isLocked && staysLocked(form, one.field) })),
  ]
}

function cleared({ clear }: ChangeCarriedOptions): CarriedChange {
  return {
    ...(clear.includes('emails') ? { addresses: [] } : {}),
    ...(clear.includes('domains') ? { domains: [] } : {}),
    ...(clear.includes('account-dates') ? { accountValidity: { from: undefined, end: undefined } } : {}),
    ...(clear.includes('language') ? { language: '' } : {}),
    ...(clear.includes('values') ? { fields: [] } : {}),
    ...(clear.includes('message') ? { message: '' } : {}),
  }
}
