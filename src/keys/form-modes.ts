import type { Grant } from '../glpi'
import { AppError } from '../shared/errors'
import {
  type FieldMode,
  fieldModes,
  type KeyFieldName,
  keyFieldNames,
  type ModedField,
  modedFields,
  usualMode,
  usuallyRequired,
} from '../shared/key-form'
import type { KeyField } from './key-fields'

export { type FieldMode, fieldModes, type ModedField, modedFields, usualMode } from '../shared/key-form'

/** What a form asks for; of a field that is not named, what is usual. */
export type FormModes = Readonly<Partial<Record<ModedField, FieldMode>>>

/** Every account has an address, and terms are accepted or not asked for. */
export const possibleModes = (field: ModedField): readonly FieldMode[] =>
  field === 'email' ? ['required', 'locked'] : field === 'terms' ? ['required', 'hidden'] : fieldModes

/** As a key's row holds it: what is not usual, `phone=required;title=optional`. */
export const writeModes = (form: FormModes): string =>
  modedFields.flatMap((field) => (form[field] === undefined ? [] : [`${field}=${form[field]}`])).join(';')

/** What a newer release knows and this one does not is left out. */
export function readModes(text: string): FormModes {
  const parts = new Map(text.split(';').map((part) => part.split('=') as [string, string | undefined]))
  return Object.fromEntries(
    modedFields.flatMap((field) => {
      const mode = fieldModes.find((one) => one === parts.get(field))
      return mode === undefined ? [] : [[field, mode]]
    }),
  )
}

/** What of a key its form depends on. */
export interface FormTerms {
  form: FormModes
  fields: readonly KeyField[]
  grant: Pick<Grant, 'usertitlesId' | 'usercategoriesId' | 'locationsId'>
  language: string | undefined
}

const isKeyField = (field: ModedField): field is KeyFieldName => keyFieldNames.some((one) => one === field)

/** What the key itself says of a field, as the form sends it; `''`: nothing. */
export function valueOf({ fields, grant, language }: Omit<FormTerms, 'form'>, field: ModedField): string {
  if (isKeyField(field)) return fields.find((one) => one.field === field)?.value ?? ''
  const ids = { title: grant.usertitlesId, category: grant.usercategoriesId, location: grant.locationsId }
  if (field === 'language') return language ?? ''
  const id = field === 'terms' ? 0 : ids[field]
  return id === 0 ? '' : String(id)
}

/**
 * How the form treats a field. A value that is to be locked and was erased meanwhile is asked for; one that is there for
 * a field of which nothing is said stands in the form.
 */
export function modeOf(terms: FormTerms, field: ModedField): FieldMode {
  const mode = terms.form[field]
  if (mode === 'hidden') return mode
  const own = terms.fields.find((one) => one.field === field)
  if (own?.isLocked === true) return 'locked'
  if (mode === 'locked') return valueOf(terms, field) === '' ? 'required' : mode
  return mode ?? (own === undefined || usuallyRequired.includes(field) ? usualMode(field) : 'optional')
}

/**
 * What the form of another key like this one asks for. The values are somebody's own, and not among it.
 *
 * @param locked how a value is asked for that cannot be changed: the next key is given another, or the person says it
 */
export const modesLike = (terms: FormTerms, locked: 'locked' | 'required'): FormModes => ({
  ...terms.form,
  ...Object.fromEntries(
    terms.fields.flatMap(({ field }) => {
      const mode = modeOf(terms, field)
      const like = mode === 'locked' ? locked : mode
      return like === usualMode(field) ? [] : [[field, like]]
    }),
  ),
})

/** Whether the person says what stands in it. */
export const isAsked = (mode: FieldMode): boolean => mode === 'required' || mode === 'optional'

/** @throws {AppError} INPUT_INVALID */
export function ensureModesPossible(form: FormModes): void {
  for (const field of modedFields) {
    const mode = form[field]
    if (mode !== undefined && !possibleModes(field).includes(mode))
      throw invalid(`${field} cannot be ${mode}, but ${possibleModes(field).join(' or ')}`)
  }
}

/** What a form can ask for here. */
export interface FormSettings {
  /** Undefined: nobody is offered a login. */
  loginPattern: string | undefined
  /** Undefined: there is nothing to accept. */
  termsOfUse: { version: string } | undefined
}

/**
 * A key's own values, locked where the form says so: then a value that is erased one day takes its lock with it.
 *
 * @throws {AppError} INPUT_INVALID when the form could not be filled in
 */
export function withLocks(
  terms: FormTerms,
  settings: FormSettings,
): { form: FormModes; fields: readonly KeyField[] } {
  const missing = modedFields.find((field) => terms.form[field] === 'locked' && valueOf(terms, field) === '')
  if (missing !== undefined) throw invalid(`${missing} is locked without a value: give the key one`)
  if (terms.form.terms === 'required' && settings.termsOfUse === undefined)
    throw invalid('there are no terms to accept: set TERMS_URL or TERMS_TEXT, and TERMS_VERSION')
  const isMadeUp = terms.form.login === 'optional' || terms.form.login === 'hidden'
  if (isMadeUp && settings.loginPattern === undefined && valueOf(terms, 'login') === '')
    throw invalid('the login cannot be left out while LOGIN_PATTERN is off: nobody would think of one')
  const locks = keyFieldNames.filter((field) => terms.form[field] === 'locked')
  return {
    form: Object.fromEntries(
      Object.entries(terms.form).filter(([field]) => !locks.some((one) => one === field)),
    ),
    fields: terms.fields.map((one) => (locks.includes(one.field) ? { ...one, isLocked: true } : one)),
  }
}

const invalid = (reason: string) => new AppError('INPUT_INVALID', reason, { pointer: '/form' })
