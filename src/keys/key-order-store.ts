import { z } from 'zod'
import { uidToBytes } from '../shared/db'
import { type Sql, sql } from './key-conditions-store'
import type { KeySort } from './key-filter'

/** Where a page begins: the sort's value and the uid of the key beside it. */
interface Position {
  value: string | Date | undefined
  uid: Buffer
}

type Direction = 'ASC' | 'DESC'

/** An order of keys that indexes have: by uid alone, or by a column and then the uid. */
export interface KeyOrder {
  /** Undefined: by uid. */
  column: 'k.stated_end' | 'k.label' | undefined
  direction: Direction
}

const orders: Record<KeySort, KeyOrder> = {
  newest: { column: undefined, direction: 'DESC' },
  oldest: { column: undefined, direction: 'ASC' },
  'ends-first': { column: 'k.stated_end', direction: 'ASC' },
  'ends-last': { column: 'k.stated_end', direction: 'DESC' },
  label: { column: 'k.label', direction: 'ASC' },
}

/** @param backwards from the end, for the page before and the last one */
export function orderOf(sort: KeySort, backwards: boolean): KeyOrder {
  const { column, direction } = orders[sort]
  return { column, direction: backwards ? opposite[direction] : direction }
}

const opposite: Record<Direction, Direction> = { ASC: 'DESC', DESC: 'ASC' }

/** Keys that never end come after all that do. */
export function orderBy({ column, direction }: KeyOrder, uid = 'k.uid'): string {
  const first = column === 'k.stated_end' ? [`${column} IS NULL ${direction}`] : []
  return [...first, ...(column === undefined ? [] : [`${column} ${direction}`]), `${uid} ${direction}`].join(
    ', ',
  )
}

/** A piece of an order that an index has in one. */
export interface Segment {
  where: Sql
  orderBy: string
}

/**
 * What comes after a position, in pieces that an index has in one: "greater, or equal and a greater uid" is read by
 * neither server as the range that it is, and a column that is NULL throughout is sorted by it for nothing.
 */
export function segmentsAfter(order: KeyOrder, after: Position | undefined, uid: string): Segment[] {
  const { column, direction } = order
  const beyond = direction === 'ASC' ? '>' : '<'
  const byUid = (where: Sql): Segment => ({ where, orderBy: `${uid} ${direction}` })
  if (column === undefined) {
    return [byUid(after === undefined ? sql('TRUE') : sql(`${uid} ${beyond} ?`, after.uid))]
  }
  const byColumn = (where: Sql): Segment => ({
    where,
    orderBy: `${column} ${direction}, ${uid} ${direction}`,
  })
  const never = byUid(sql(`${column} IS NULL`))
  const dated = byColumn(sql(`${column} IS NOT NULL`))
  const mayBeNever = column === 'k.stated_end'
  if (after === undefined) return mayBeNever ? [dated, never] : [byColumn(sql('TRUE'))]
  if (after.value === undefined) {
    const restOfNever = byUid(sql(`${column} IS NULL AND ${uid} ${beyond} ?`, after.uid))
    return direction === 'ASC' ? [restOfNever] : [restOfNever, dated]
  }
  return [
    byUid(sql(`${column} = ? AND ${uid} ${beyond} ?`, after.value, after.uid)),
    byColumn(sql(`${column} ${beyond} ?`, after.value)),
    ...(mayBeNever && direction === 'ASC' ? [never] : []),
  ]
}

const Cursor = z.tuple([z.guid(), z.union([z.string().max(255), z.number(), z.null()])])

/** Opaque, and no secret: changing it leads to another page of the same list. */
export function writeCursor(
  order: KeyOrder,
  key: { uid: string; label: string; statedEnd: Date | undefined },
): string {
  const value =
    order.column === 'k.label'
      ? key.label
      : order.column === 'k.stated_end'
        ? (key.statedEnd?.getTime() ?? null)
        : null
  return Buffer.from(JSON.stringify([key.uid, value])).toString('base64url')
}

/** Undefined, the first page, for what is none of this order. */
export function readCursor({ column }: KeyOrder, cursor: string | undefined): Position | undefined {
  const parsed = Cursor.safeParse(parseJson(cursor))
  if (!parsed.success) return undefined
  const [uid, value] = parsed.data
  if (column === 'k.label') {
    return typeof value === 'string' ? { uid: uidToBytes(uid), value } : undefined
  }
  if (column === undefined || value === null) return { uid: uidToBytes(uid), value: undefined }
  const instant = new Date(value)
  return Number.isNaN(instant.getTime()) ? undefined : { uid: uidToBytes(uid), value: instant }
}

/** Whether a list in this order has said it. */
export const isCursorOf = (sort: KeySort, cursor: string): boolean =>
  readCursor(orderOf(sort, false), cursor) !== undefined

function parseJson(cursor: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString()) as unknown
  } catch {
    return undefined
  }
}
