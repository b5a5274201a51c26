import type { ModedField } from '../../../keys'
import type { MakingField, MakingProblem } from '../../../shared/i18n/console/messages/making'

/** What is wrong with a form that makes keys: one thing a field. */
export type Problems = Partial<
  Record<
    MakingField,
    { code: MakingProblem; limit?: number; entries?: string; fields?: readonly ModedField[] }
  >
>

export const entriesOf = (problems: Problems) =>
  Object.entries(problems) as [MakingField, NonNullable<Problems[MakingField]>][]

/** A whole number from 1 up to the ceiling. */
export function readCount(typed: string, ceiling: number): number | undefined {
  const number = /^\d{1,6}$/.test(typed) ? Number(typed) : 0
  return number >= 1 && number <= ceiling ? number : undefined
}
