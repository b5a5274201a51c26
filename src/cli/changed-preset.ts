import type { AskedPreset, PresetDescription } from '../keys'
import { AppError } from '../shared/errors'
import { staysLocked } from '../shared/key-form'
import type { IsGiven } from './definitions/examples'
import type { ChangePresetOptions } from './definitions/presets'
import { withFieldValues } from './field-options'
import { askedGrantFrom } from './grant-options'
import { askedCarriedFrom, limitOf } from './remote/asked-key'

/**
 * What the options of `presets change` ask for, as the API takes it, on the server too: what is left out stays, null
 * takes away, lists are replaced. Values of fields that they say nothing of stay.
 *
 * @throws {AppError} INPUT_INVALID
 */
export function changedPresetFrom(
  given: ChangePresetOptions,
  isGiven: IsGiven,
  before: PresetDescription,
): AskedPreset & { name?: string | undefined } {
  const options = withFieldValues(given)
  if (options.accountFrom !== undefined)
    throw new AppError('INPUT_INVALID', 'a preset has no --account-from: say it when a key is made')
  const { fields, ...carried } = askedCarriedFrom(options)
  return {
    name: options.name,
    label: options.label,
    maxUses: options.maxUses === undefined ? undefined : limitOf(options.maxUses),
    days: options.days === 'never' ? null : options.days,
    ...askedGrantFrom(options),
    ...(isGiven('recursive') ? { recursive: options.recursive } : {}),
    ...carried,
    ...(fields === undefined
      ? {}
      : { fields: [...fields, ...othersOf(before, fields, carried.form)] as AskedPreset['fields'] }),
    ...(isGiven('proveAddress') ? { proveAddress: options.proveAddress } : {}),
    ...(isGiven('approval') ? { approval: options.approval } : {}),
    ...(isGiven('hideInviter') ? { shareInviter: !options.hideInviter } : {}),
    send: options.send,
    ...cleared(options),
  }
}

const othersOf = (
  { fields }: PresetDescription,
  asked: readonly { field: string }[],
  form: AskedPreset['form'] = {},
): PresetDescription['fields'] =>
  fields
    .filter(({ field }) => !asked.some((one) => one.field === field))
    .map((one) => ({ ...one, locked: one.locked && staysLocked(form, one.field) }))

const cleared = ({ clear }: ChangePresetOptions): AskedPreset => ({
  ...(clear.includes('groups') ? { groups: [] } : {}),
  ...(clear.includes('domains') ? { domains: [] } : {}),
  ...(clear.includes('account-dates') ? { account: {} } : {}),
  ...(clear.includes('language') ? { language: null } : {}),
  ...(clear.includes('values') ? { fields: [] } : {}),
  ...(clear.includes('message') ? { message: null } : {}),
})
