import type { FormField } from '../../../errors'
import type { FurtherProblem } from '../../form/messages'

/** Fields of the forms that make keys. */
export type FormPart = 'fillPhone' | 'fillMobile' | 'fillRegistrationNumber' | 'asks'

export type FormPartProblem =
  | 'phone-characters'
  | 'number-characters'
  | 'locked-empty'
  | 'mode-impossible'
  | 'terms-missing'
  | 'login-pattern-off'

type Mode = 'required' | 'optional' | 'locked' | 'hidden'

/** What keys ask for in their form, in the console. */
export interface FormFieldMessages {
  names: Record<Exclude<FormField, 'password'>, string>
  modes: Record<Mode, string>
  legend: string
  hint: string
  /** Of the list beside a field, for screen readers. */
  modeOf(field: string): string
  /** Before what stands in a field already. */
  value: string
  valueOf(field: string): string
  /** On the page of a key: what its form asks for that is not usual. */
  told: Record<Mode, (field: string) => string>
  title: string
  parts: Record<FormPart, string>
  /** `fields` are the names of those that it is about. */
  problems: Record<FormPartProblem, (fields: string) => string>
  /** Why forms were refused. */
  reasons: Record<FurtherProblem, string>
}
