import {
  type DetailedKey,
  type FormModes,
  type KeyField,
  type ModedField,
  modedFields,
  modeOf,
  usualMode,
} from '../keys'

/** Of one person, whoever else may use the key. */
const alwaysPersonal: readonly KeyField['field'][] = ['firstname', 'realname', 'email', 'login']

/**
 * What a key's form asks for, and says already, when it is for somebody else: values that are somebody's own stay with
 * them, and who comes is asked for theirs where the key would have answered. A number in the form of a key for many is
 * nobody's own.
 */
export function formForOthers(key: Pick<DetailedKey, 'form' | 'fields' | 'grant' | 'language' | 'maxUses'>): {
  form: FormModes
  fields: readonly KeyField[]
} {
  const isOwn = ({ field }: KeyField) => key.maxUses === 1 || alwaysPersonal.includes(field)
  const dropped = new Set<string>(key.fields.filter(isOwn).map(({ field }) => field))
  const form = modedFields.flatMap((field) => {
    const isMissed = dropped.has(field) && isAnswered(key, field)
    const mode = isMissed ? 'required' : dropped.has(field) ? modeOf(key, field) : key.form[field]
    return mode === undefined || mode === usualMode(field) ? [] : [[field, mode] as const]
  })
  return { form: Object.fromEntries(form), fields: key.fields.filter((one) => !isOwn(one)) }
}

/** By the key itself; what is hidden and would be missed by nobody stays hidden. */
function isAnswered(key: Parameters<typeof modeOf>[0], field: ModedField): boolean {
  const mode = modeOf(key, field)
  return mode === 'locked' || (mode === 'hidden' && usualMode(field) === 'required')
}
