import type { KeyFieldName } from '../shared/key-form'

export { type KeyFieldName, keyFieldNames } from '../shared/key-form'

/** A value that stands in the form already. One that is locked is shown, not edited, and taken whatever is sent. */
export interface KeyField {
  field: KeyFieldName
  value: string
  isLocked: boolean
}
