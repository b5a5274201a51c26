import { type GlpiSide, isSameEmail } from '../glpi'
import { isAllowed, isDomainWithin } from './bindings'
import type { AccountEnd, AccountValidity, Carried, KeyField } from './carried'
import { soundCarried } from './carried-rules'
import type { DetailedKey } from './key'
import { soundKey } from './wanted-keys'
import { type FormSettings, isAsked, modedFields, modeOf, valueOf } from './form-modes'

/** What a key carries and whom it is for, as far as it can be changed after it was made. */
interface Changeable extends Omit<Carried, 'presetUid'> {
  addresses: readonly string[]
}
export type CarriedPart = keyof Changeable

/** What is left out stays as it is; an empty text or list takes away what there was. */
export type CarriedChange = { [Part in CarriedPart]?: Changeable[Part] | undefined }

/** @throws {AppError} INPUT_INVALID that names what is wrong */
export function carriedAfter<Key extends DetailedKey>(
  { side, settings }: { side: GlpiSide; settings: FormSettings },
  before: Key,
  wanted: CarriedChange,
): Key {
  const asked = Object.fromEntries(partsOf(wanted).map((part) => [part, wanted[part]])) as Partial<Changeable>
  if (Object.keys(asked).length === 0) return before
  const whole = { ...before, ...asked }
  const carried = soundCarried(side, {
    ...whole,
    language: whole.language === '' ? undefined : whole.language,
  })
  const { addresses, fields, form } = soundKey(
    side,
    { label: '', addresses: whole.addresses },
    { ...before, ...carried },
    settings,
  )
  const { domains } = carried
  const isRebound = asked.addresses !== undefined || asked.domains !== undefined
  const isBound = isRebound ? addresses.length > 0 || domains.length > 0 : before.isBound
  return { ...before, ...carried, addresses, fields, form, isBound }
}

const partsOf = (wanted: CarriedChange): CarriedPart[] =>
  (Object.keys(widens) as CarriedPart[]).filter((part) => wanted[part] !== undefined)

/** What is not any more as it was. */
export const changedParts = (before: DetailedKey, after: DetailedKey): CarriedPart[] =>
  (Object.keys(widens) as CarriedPart[]).filter((part) => written(before[part]) !== written(after[part]))

/** In which order the addresses, or the values, of a key are kept makes no difference. */
const written = (value: Changeable[CarriedPart]): string =>
  JSON.stringify(
    Array.isArray(value) ? value.map((one: unknown) => JSON.stringify(one)).sort() : (value ?? null),
  )

/** Whether somebody may register, or gets more, who would not have before. */
export const isWiderCarried = (before: DetailedKey, after: DetailedKey): boolean =>
  Object.values(widens).some((isWider) => isWider(before, after))

/** Does not compile while nobody has said of a part when it lets in more. */
const widens: Record<CarriedPart, (before: DetailedKey, after: DetailedKey) => boolean> = {
  addresses: (before, after) => before.isBound && (!after.isBound || after.addresses.some(isNewTo(before))),
  domains: (before, after) =>
    before.isBound && after.domains.some((domain) => !before.domains.some(isDomainWithin(domain))),
  needsProof: (before, after) => before.needsProof && !after.needsProof,
  needsApproval: (before, after) => before.needsApproval && !after.needsApproval,
  accountValidity: (before, after) => livesLonger(before.accountValidity, after.accountValidity),
  fields: (before, after) =>
    before.fields.some((field) => field.isLocked && !after.fields.some(isSame(field))),
  sharesInviter: (before, after) => after.sharesInviter && !before.sharesInviter,
  form: (before, after) =>
    modedFields.some(
      (field) =>
        !isAsked(modeOf(before, field)) && valueOf(before, field) !== '' && isAsked(modeOf(after, field)),
    ) ||
    (modeOf(before, 'terms') === 'required' && modeOf(after, 'terms') === 'hidden'),
  language: () => false,
  message: () => false,
}

const isNewTo =
  (before: DetailedKey) =>
  (address: string): boolean =>
    !isAllowed(before, address) && !before.addresses.some((one) => isSameEmail(one, address))

const isSame =
  ({ field, value, isLocked }: KeyField) =>
  (one: KeyField): boolean =>
    one.field === field && one.value === value && one.isLocked === isLocked

const livesLonger = (before: AccountValidity, after: AccountValidity): boolean =>
  (after.from?.getTime() ?? -Infinity) < (before.from?.getTime() ?? -Infinity) ||
  endsLater(before.end, after.end)

/** So many days against a date cannot be told: it counts as later. */
function endsLater(before: AccountEnd | undefined, after: AccountEnd | undefined): boolean {
  if (before === undefined) return false
  if (after?.kind !== before.kind) return true
  return lengthOf(after) > lengthOf(before)
}

function lengthOf(end: AccountEnd): number {
  if (end.kind === 'date') return end.at.getTime()
  return end.kind === 'days' ? end.days : end.months
}
