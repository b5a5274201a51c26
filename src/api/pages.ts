import { isCursorOf, type KeySort } from '../keys'
import { InputInvalid } from '../shared/errors'

/** A page of what was found with one more than it holds: `next` continues after its last. */
export function cutPage<T>(
  found: readonly T[],
  limit: number,
  cursorOf: (last: T) => string,
): { items: T[]; next: string | null } {
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1) : undefined
  return { items, next: last === undefined ? null : cursorOf(last) }
}

/** What is none would begin the list again, and whoever reads it to its end would never come there. */
export function ensureCursorOfKeys(sort: KeySort, after: string | undefined): void {
  if (after !== undefined && !isCursorOf(sort, after))
    throw new InputInvalid([{ pointer: '/after', reason: 'not what `next` of a page in this order was' }])
}
