import type { AskedKey, KeyDescription } from '../../keys'
import { staysLocked } from '../../shared/key-form'
import type { IsGiven } from '../definitions/examples'
import type { ChangeKeyOptions } from '../definitions/key-life'
import { askedCarriedFrom, askedEnd, limitOf } from './asked-key'

/** A change as the API takes it: what is left out stays, null takes away, lists are replaced. */
type ChangedKey = Omit<AskedKey, 'account' | 'preset' | 'send'> & { account?: AskedKey['account'] | null }

/** What the options of `keys change` ask for; values and dates that they say nothing of stay. */
export function changedKeyFrom(
  given: ChangeKeyOptions,
  isGiven: IsGiven,
  before: KeyDescription,
): ChangedKey {
  const { fields, account, ...carried } = askedCarriedFrom(given)
  return {
    label: given.label,
    maxUses: given.maxUses === undefined ? undefined : limitOf(given.maxUses),
    notBefore: given.notBefore === 'now' ? null : given.notBefore,
    ...askedEnd(given),
    ...(given.email.length > 0 ? { emails: given.email } : {}),
    ...carried,
    ...(isGiven('proveAddress') ? { proveAddress: given.proveAddress } : {}),
    ...(isGiven('approval') ? { approval: given.approval } : {}),
    ...(isGiven('hideInviter') ? { shareInviter: !given.hideInviter } : {}),
    ...(account === undefined ? {} : { account: { ...datesOf(before, account), ...account } }),
    ...(fields === undefined
      ? {}
      : { fields: [...fields, ...othersOf(before, fields, carried.form)] as AskedKey['fields'] }),
    ...cleared(given),
  }
}

function datesOf({ account }: KeyDescription, asked: NonNullable<AskedKey['account']>): object {
  const { from, ...end } = account
  const hasEnd = asked.days !== undefined || asked.months !== undefined || asked.until !== undefined
  return hasEnd ? { from } : { from, ...end }
}

const othersOf = (
  before: KeyDescription,
  fields: readonly { field: string }[],
  form: AskedKey['form'] = {},
) =>
  before.fields
    .filter(({ field }) => !fields.some((one) => one.field === field))
    .map((one) => ({ ...one, locked: one.locked && staysLocked(form, one.field) }))

const cleared = ({ clear }: ChangeKeyOptions): ChangedKey => ({
  ...(clear.includes('emails') ? { emails: [] } : {}),
  ...(clear.includes('domains') ? { domains: [] } : {}),
  ...(clear.includes('account-dates') ? { account: null } : {}),
  ...(clear.includes('language') ? { language: null } : {}),
  ...(clear.includes('values') ? { fields: [] } : {}),
  ...(clear.includes('message') ? { message: null } : {}),
})
