import {
  type FieldMode,
  fieldModes,
  type ModedField,
  modedFields,
  possibleModes,
  usualMode,
} from '../../../keys'
import type { MakingField } from '../../../shared/i18n/console/messages/making'
import type { Desk } from '../desk'
import type { AskView } from '../views/making'
import { fills, type FormValues, hasLockBox } from './form-values'

/** What the form of the invited can do with each of its fields. An address is always asked for. */
export function askViews(
  { formFields: t }: Pick<Desk['t'], 'formFields'>,
  {
    values,
    errors,
    hasTerms,
  }: {
    values: FormValues
    errors: Partial<Record<MakingField, string>>
    hasTerms: boolean
  },
): AskView[] {
  const isThere = (field: ModedField) =>
    field !== 'email' && (field !== 'terms' || hasTerms || values.asks.includes('terms=required'))
  return modedFields.filter(isThere).map((field) => ({
    field,
    label: t.names[field],
    modeLabel: t.modeOf(t.names[field]),
    options: modesOf(field).map((mode) => ({
      value: `${field}=${mode}`,
      text: t.modes[mode],
      isChosen: mode === modeIn(values, field),
    })),
    fill: fillOf(field),
  }))

  function fillOf(field: ModedField): AskView['fill'] {
    if (field !== 'phone' && field !== 'mobile' && field !== 'registrationNumber') return undefined
    const name = fills[field]
    return { name, label: t.valueOf(t.names[field]), value: values[name], error: errors[name] }
  }
}

/** Names and logins are locked by the box beside their value. */
const modesOf = (field: ModedField): FieldMode[] =>
  fieldModes.filter(
    (mode) => possibleModes(field).includes(mode) && !(mode === 'locked' && isLockedElsewhere(field)),
  )

const isLockedElsewhere = (field: ModedField): boolean =>
  (field === 'firstname' || field === 'realname' || field === 'login') && hasLockBox(field)

/** What stands in a field that nothing is said of is to be seen there. */
function modeIn(values: FormValues, field: ModedField): FieldMode {
  const said = fieldModes.find((mode) => values.asks.includes(`${field}=${mode}`))
  if (said !== undefined) return said
  const isFilled = field in fills && values[fills[field as keyof typeof fills]] !== ''
  return isFilled && usualMode(field) === 'hidden' ? 'optional' : usualMode(field)
}
