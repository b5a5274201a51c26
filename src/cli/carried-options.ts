import { type Command, InvalidArgumentError } from 'commander'
import type { Context } from '../context'
import type { AccountValidity, AskedCarried, KeyField } from '../keys'
import { readAccountLife } from '../shared/account-life'
import { AppError } from '../shared/errors'
import { collectFieldOption, type FieldOption, fieldOptionHelp, fieldsFrom, formFrom } from './field-options'
import { keyFieldNames } from '../shared/key-form'
import { parseEnd, parseStart } from '../shared/time'

/** What a key carries, as options say it. What is not said is not asked for. */
export interface CarriedOptions {
  domain: string[]
  accountValid?: string
  accountFrom?: string
  language?: string
  prefill: KeyField[]
  lock: KeyField[]
  field: FieldOption[]
  message?: string
  proveAddress: boolean
  hideInviter: boolean
  approval: boolean
}

export function addCarriedOptions(command: Command): Command {
  return command
    .option(
      '--domain <domain>',
      'addresses in this domain may register; *.example.org for those below it; repeat it for more',
      (domain: string, before: string[]) => [...before, domain],
      [],
    )
    .option(
      '--account-valid <time>',
      'how long the account lives: 30d, 2w, 6mo or 1y after joining, or until a date (ISO 8601, that day included)',
    )
    .option('--account-from <date>', 'when the account begins, if that is still to come (ISO 8601)')
    .option('--language <code>', 'of its mails, the form and the account, as GLPI writes it: fr_FR')
    .option(
      '--prefill <field=value>',
      `a value that stands in the form already (${keyFieldNames.join(', ')}); repeat it for more`,
      collectField(false),
      [],
    )
    .option('--lock <field=value>', 'the same, and it cannot be changed', collectField(true), [])
    .option('--field <field=mode[:value]>', fieldOptionHelp, collectFieldOption, [])
    .option('--message <text>', 'what you write to the invited; their mail shows it')
    .option('--prove-address', 'make an account only once the e-mail address is proven', false)
    .option('--hide-inviter', 'pages that refuse the link do not say who invited', false)
    .option('--approval', 'make an account only once an administrator has approved it', false)
}

/** @throws {AppError} INPUT_INVALID */
export function carriedFrom(options: CarriedOptions, { config }: Context): AskedCarried {
  const fields = [...options.prefill, ...options.lock, ...fieldsFrom(options.field)]
  const form = formFrom(options.field)
  return {
    ...(options.domain.length > 0 ? { domains: options.domain } : {}),
    ...validityFrom(options, config.timeZone),
    ...(options.language === undefined ? {} : { language: options.language }),
    ...(fields.length > 0 ? { fields } : {}),
    ...(options.field.length > 0 ? { form } : {}),
    ...(options.message === undefined ? {} : { message: options.message }),
    ...(options.proveAddress ? { needsProof: true } : {}),
    ...(options.hideInviter ? { sharesInviter: false } : {}),
    ...(options.approval ? { needsApproval: true } : {}),
  }
}

function validityFrom(
  { accountValid, accountFrom }: CarriedOptions,
  timeZone: string,
): { accountValidity?: AccountValidity } {
  if (accountValid === undefined && accountFrom === undefined) return {}
  const from = accountFrom === undefined ? undefined : parseStart(accountFrom, timeZone)
  if (accountFrom !== undefined && from === undefined)
    throw new AppError('INPUT_INVALID', `not a date: ${JSON.stringify(accountFrom)}. Try 2027-09-01.`)
  return {
    accountValidity: {
      from,
      end: accountValid === undefined ? undefined : accountEndFrom(accountValid, timeZone),
    },
  }
}

function accountEndFrom(text: string, timeZone: string): NonNullable<AccountValidity['end']> {
  const life = readAccountLife(text)
  if (life !== undefined)
    return life.kind === 'days' ? { kind: 'days', days: life.count } : { kind: 'months', months: life.count }
  const at = parseEnd(text, timeZone)
  if (at !== undefined) return { kind: 'date', at }
  throw new AppError(
    'INPUT_INVALID',
    `not a validity: ${JSON.stringify(text)}. Try 30d, 2w, 6mo, 1y or a date such as 2027-06-30.`,
  )
}

const collectField =
  (isLocked: boolean) =>
  (text: string, before: KeyField[]): KeyField[] => {
    const at = text.indexOf('=')
    const field = keyFieldNames.find((name) => name === text.slice(0, at).trim())
    if (field === undefined) {
      throw new InvalidArgumentError(
        `It must be a field of the form and its value, as in firstname=Marie. Fields are ${keyFieldNames.join(', ')}.`,
      )
    }
    return [...before, { field, value: text.slice(at + 1), isLocked }]
  }
