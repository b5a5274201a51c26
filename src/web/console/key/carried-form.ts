import { createHash } from 'node:crypto'
import type { Context } from '../../../context'
import { type CarriedChange, type DetailedKey, presetLike } from '../../../keys'
import type { Grantable } from '../../../glpi'
import type { Desk } from '../desk'
import { checkBackOffice, isBackOffice } from '../making/back-office'
import { checkCarried } from '../making/check-carried'
import { readAddresses } from '../making/check-form'
import { accountLike, FormValues } from '../making/form-values'
import { isLoginTaken } from '../making/new-key-routes'
import { valuesOfTerms } from '../making/preset-values'
import type { Problems } from '../making/problems'

/** What the key carries, as it would have been typed into the form that makes keys. */
export function carriedValues(key: DetailedKey, context: Pick<Context, 'clock' | 'config'>): FormValues {
  return {
    ...valuesOfTerms({ ...presetLike(key), fields: [...key.fields] }, context),
    ...accountLike(key.accountValidity, context.config.timeZone),
    addresses: key.addresses.join('\n'),
    // Not in this form, and counted from today.
    life: '',
    until: '',
  }
}

/** What the form says of the key beyond what it is about; it stays as it is. */
const fixed = [
  'label',
  'uses',
  'unlimited',
  'life',
  'until',
  'starts',
  'profile',
  'entity',
  'recursive',
] as const
const alsoFixed = ['groups', 'title', 'category', 'location', 'send', 'preset'] as const

export function readCarriedForm(body: unknown, own: FormValues): FormValues {
  const typed = FormValues.parse(body ?? {})
  const kept = Object.fromEntries([...fixed, ...alsoFixed].map((field) => [field, own[field]]))
  return { ...typed, ...kept }
}

/** So that a form which was open while somebody else changed the key is told, and undoes nothing. */
export const markOf = (own: FormValues): string =>
  createHash('sha256').update(JSON.stringify(own)).digest('base64url').slice(0, 22)

const accountFields = ['account', 'accountDays', 'accountMonths', 'accountUntil', 'accountFrom'] as const

/** What somebody changed in the form; the rest is not asked for, and was nobody's mistake now. */
export async function readCarriedChange(
  context: Context,
  desk: Desk,
  {
    key,
    own,
    values,
    grantable,
  }: { key: DetailedKey; own: FormValues; values: FormValues; grantable: Grantable },
): Promise<{ wanted: CarriedChange; problems: Problems }> {
  const problems: Problems = {}
  const isChanged = (...fields: (keyof FormValues)[]) =>
    fields.some((field) => String(values[field]) !== String(own[field]))
  const { config, clock } = context
  const rules = { ...key, side: desk.side, now: clock.now(), timeZone: config.timeZone, settings: config }
  const { accountValidity, domains, ...carried } = checkCarried(values, rules, problems)
  const addresses = readAddresses(values, problems)
  checkBackOffice(values, { grantable, addresses }, problems)
  if (!isChanged(...accountFields)) delete problems.account
  if (isChanged('fillLogin', 'locks') && (await isLoginTaken(context, desk, carried)))
    problems.fillLogin ??= { code: 'login-taken' }
  return {
    problems,
    wanted: {
      ...carried,
      language: carried.language ?? '',
      message: carried.message ?? '',
      needsProof: carried.needsProof === true || isBackOffice(grantable, values),
      ...(isChanged('addresses') ? { addresses } : {}),
      ...(isChanged('domains') ? { domains } : {}),
      ...(isChanged(...accountFields) ? { accountValidity } : {}),
    },
  }
}
