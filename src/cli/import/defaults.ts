import type { ImportDefaults } from '../../imports'
import type { AskedAccount } from '../../keys'
import { readAccountLife } from '../../shared/account-life'
import { type CarriedOptions } from '../carried-options'
import { fieldsFrom, formFrom, withFieldValues } from '../field-options'
import { askedGrantFrom, type GrantOptions } from '../grant-options'
import type { EndOptions } from '../key-arguments'

export interface DefaultOptions extends EndOptions, GrantOptions, CarriedOptions {
  label?: string
  maxUses?: number | 'unlimited'
  notBefore?: string
  preset?: string
}

/** What the options of a command say of rows that say nothing themselves. */
export function defaultsFrom(given: DefaultOptions): ImportDefaults {
  const options = withFieldValues(given)
  const { domain, accountValid, accountFrom, maxUses, expiresAt, field } = options
  const fields = [...options.prefill, ...options.lock, ...fieldsFrom(field)]
  const said: ImportDefaults = {
    preset: options.preset,
    label: options.label?.trim(),
    maxUses: maxUses === 'unlimited' ? null : maxUses,
    notBefore: options.notBefore,
    expiresAt: expiresAt === 'never' ? null : expiresAt,
    expiresIn: options.expiresIn,
    ...askedGrantFrom(options),
    domains: domain.length > 0 ? domain : undefined,
    account:
      accountValid === undefined && accountFrom === undefined
        ? undefined
        : accountOf(accountFrom, accountValid),
    language: options.language,
    fields:
      fields.length > 0
        ? fields.map(({ field: name, value, isLocked }) => ({ field: name, value, locked: isLocked }))
        : undefined,
    form: field.length > 0 ? formFrom(field) : undefined,
    proveAddress: options.proveAddress ? true : undefined,
    approval: options.approval ? true : undefined,
    shareInviter: options.hideInviter ? false : undefined,
    message: options.message,
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
}

function accountOf(from: string | undefined, valid: string | undefined): AskedAccount {
  if (valid === undefined) return { from }
  const life = readAccountLife(valid)
  return life === undefined ? { from, until: valid } : { from, [life.kind]: life.count }
}
