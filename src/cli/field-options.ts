import { InvalidArgumentError } from 'commander'
import type { KeyField } from '../keys'
import { AppError } from '../shared/errors'
import { type FieldMode, fieldModes, keyFieldNames, type ModedField, modedFields } from '../shared/key-form'
import type { GrantOptions } from './grant-options'

/** What the form does with one of its fields, and the value that the key has for it. */
export interface FieldOption {
  field: ModedField
  mode: FieldMode
  value: string | undefined
}

export const fieldOptionHelp = `what the form does with a field, as in phone=required, mobile=optional:+33 6 12, title=locked:Engineer; repeat it for more. Fields are ${modedFields.map(written).join(', ')}; they are ${fieldModes.join(', ')}`

export function collectFieldOption(text: string, before: FieldOption[]): FieldOption[] {
  const [, name = '', asked = '', value] = /^\s*([\w-]+)\s*=\s*(\w+)\s*(?::(.*))?$/s.exec(text) ?? []
  const field = modedFields.find((one) => plain(one) === plain(name))
  const mode = fieldModes.find((one) => one === asked)
  if (field === undefined || mode === undefined)
    throw new InvalidArgumentError(
      `It must be a field and what the form does with it, as in phone=required or title=locked:Engineer. Fields are ${modedFields.map(written).join(', ')}; they are ${fieldModes.join(', ')}.`,
    )
  if (before.some((one) => one.field === field))
    throw new InvalidArgumentError(`${written(field)} is there twice.`)
  return [...before, { field, mode, value: value?.trim() || undefined }]
}

/** As options are written: `registration-number`. */
export function written(field: ModedField): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

const plain = (name: string): string => name.replace(/[-_]/g, '').toLowerCase()

/** Titles, categories, locations and languages that are given with a field are those that the key gives. */
export function withFieldValues<T extends GrantOptions & { language?: string; field: FieldOption[] }>(
  options: T,
): T {
  const own = Object.fromEntries(
    options.field.flatMap(({ field, value }) =>
      value !== undefined && isOfGrant(field) && options[field] === undefined ? [[field, value]] : [],
    ),
  )
  return { ...options, ...own }
}

const isOfGrant = (field: ModedField): field is 'title' | 'category' | 'location' | 'language' =>
  field === 'title' || field === 'category' || field === 'location' || field === 'language'

/**
 * The same for a key that is there: its language can be changed, and what it gives cannot.
 *
 * @throws {AppError} INPUT_INVALID
 */
export function withChangedValues<T extends { language?: string; field: FieldOption[] }>(options: T): T {
  for (const { field, mode, value } of options.field) {
    if (value !== undefined && isOfGrant(field) && field !== 'language')
      throw new AppError(
        'INPUT_INVALID',
        `a key keeps the ${field} that it was made with: say ${field}=${mode} alone, or make another key`,
      )
  }
  const language = options.language ?? options.field.find(({ field }) => field === 'language')?.value
  return language === undefined ? options : { ...options, language }
}

/** The values that stand in the form. */
export const fieldsFrom = (options: readonly FieldOption[]): KeyField[] =>
  keyFieldNames.flatMap((field) => {
    const own = options.find((one) => one.field === field)
    if (own?.value === undefined) return []
    return [{ field, value: own.value, isLocked: own.mode === 'locked' }]
  })

export const formFrom = (options: readonly FieldOption[]): Partial<Record<ModedField, FieldMode>> =>
  Object.fromEntries(options.map(({ field, mode }) => [field, mode]))
