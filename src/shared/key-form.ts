import type { FormField } from './errors'

/** The fields of the form that a key can fill in. */
export const keyFieldNames = [
  'firstname',
  'realname',
  'email',
  'login',
  'phone',
  'mobile',
  'registrationNumber',
] as const satisfies readonly FormField[]
export type KeyFieldName = (typeof keyFieldNames)[number]

/** The fields of the form that a key can ask for or leave out. */
export const modedFields = [
  'firstname',
  'realname',
  'email',
  'phone',
  'mobile',
  'registrationNumber',
  'title',
  'category',
  'location',
  'language',
  'login',
  'terms',
] as const satisfies readonly FormField[]
export type ModedField = (typeof modedFields)[number]

/** `locked`: shown with the key's own value. `hidden`: not shown; the account gets the key's own value, if there is one. */
export const fieldModes = ['required', 'optional', 'locked', 'hidden'] as const
export type FieldMode = (typeof fieldModes)[number]

export const usuallyRequired: readonly ModedField[] = ['login', 'firstname', 'realname', 'email']

/** Whether a locked value is one still when the form was told this of its fields; else it stays, and can be changed. */
export const staysLocked = (form: Readonly<Partial<Record<string, FieldMode>>>, field: string): boolean =>
  (form[field] ?? 'locked') === 'locked'

export const usualMode = (field: ModedField): FieldMode =>
  usuallyRequired.includes(field) ? 'required' : 'hidden'
