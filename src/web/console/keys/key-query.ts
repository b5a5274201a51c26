import { type KeyFilterField, keyFilterFields, type KeySort } from '../../../keys'

/** The part of an address that says which keys, as it was asked; texts only. */
export type KeyQuery = Partial<Record<KeyFilterField, string>>

/** What the address has of a filter and could be read: the rest is not carried on. */
export function queryFrom(
  query: Readonly<Record<string, unknown>>,
  unread: readonly KeyFilterField[],
): KeyQuery {
  const entries = keyFilterFields.flatMap((field) => {
    const value = query[field]
    return typeof value === 'string' && value.trim() !== '' && !unread.includes(field)
      ? [[field, value.trim()] as const]
      : []
  })
  return Object.fromEntries(entries)
}

/** `?state=usable&sort=label`, or nothing at all. */
export function writeQuery(
  query: KeyQuery,
  more: { sort?: KeySort | undefined; after?: string; before?: string; last?: boolean } = {},
): string {
  const parameters = new URLSearchParams(query)
  if (more.sort !== undefined) parameters.set('sort', more.sort)
  if (more.after !== undefined) parameters.set('after', more.after)
  if (more.before !== undefined) parameters.set('before', more.before)
  if (more.last === true) parameters.set('last', '1')
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}

export function without(query: KeyQuery, ...fields: KeyFilterField[]): KeyQuery {
  return Object.fromEntries(
    Object.entries(query).filter(([field]) => !fields.includes(field as KeyFilterField)),
  )
}
