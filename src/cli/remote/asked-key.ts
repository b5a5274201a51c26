import type { AskedAccount, AskedKey } from '../../keys'
import { readAccountLife } from '../../shared/account-life'
import type { CarriedOptions } from '../carried-options'
import type { IsGiven } from '../definitions/examples'
import type { CreateKeyOptions } from '../definitions/keys'
import { fieldsFrom, formFrom, withFieldValues } from '../field-options'
import { askedGrantFrom } from '../grant-options'

/** What the options of `keys create` ask for, as the API takes it. What is not said is left to the server. */
export function askedKeyFrom(given: CreateKeyOptions, isGiven: IsGiven): AskedKey {
  const options = withFieldValues(given)
  return {
    preset: options.preset,
    label: isGiven('label') ? options.label : undefined,
    maxUses: isGiven('maxUses') ? limitOf(options.maxUses) : undefined,
    notBefore: options.notBefore,
    ...askedEnd(options),
    ...askedGrantFrom(options),
    emails: options.email.length > 0 ? options.email : undefined,
    ...askedCarriedFrom(options),
    send: options.send ? true : undefined,
  }
}

export const limitOf = (maxUses: number | 'unlimited'): number | null =>
  maxUses === 'unlimited' ? null : maxUses

export const askedEnd = (options: {
  expiresAt?: string
  expiresIn?: string
}): Pick<AskedKey, 'expiresAt' | 'expiresIn'> => ({
  expiresAt: options.expiresAt === 'never' ? null : options.expiresAt,
  expiresIn: options.expiresIn,
})

export function askedCarriedFrom(options: CarriedOptions) {
  const fields = [...options.prefill, ...options.lock, ...fieldsFrom(options.field)]
  return {
    domains: options.domain.length > 0 ? options.domain : undefined,
    account: askedAccountFrom(options),
    language: options.language,
    fields:
      fields.length > 0
        ? fields.map(({ field, value, isLocked }) => ({ field, value, locked: isLocked }))
        : undefined,
    form: options.field.length > 0 ? formFrom(options.field) : undefined,
    proveAddress: options.proveAddress ? true : undefined,
    approval: options.approval ? true : undefined,
    shareInviter: options.hideInviter ? false : undefined,
    message: options.message,
  }
}

function askedAccountFrom({ accountFrom, accountValid }: CarriedOptions): AskedAccount | undefined {
  if (accountFrom === undefined && accountValid === undefined) return undefined
  return { ...(accountFrom === undefined ? {} : { from: accountFrom }), ...accountEnd(accountValid) }
}

/** `30d`, `2w`, `6mo`, `1y`, or a date. */
function accountEnd(text: string | undefined): AskedAccount {
  const life = text === undefined ? undefined : readAccountLife(text)
  if (life !== undefined) return { [life.kind]: life.count }
  return text === undefined ? {} : { until: text }
}
