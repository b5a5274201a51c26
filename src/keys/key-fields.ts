import type { FormField } from '../shared/errors'

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

/** A value that stands in the form already. One that is locked is shown, not edited, and taken whatever is sent. */
export interface KeyField {
  field: KeyFieldName
  value: string
  isLocked: boolean
}
