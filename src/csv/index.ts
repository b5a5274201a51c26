import type { Table, TableOptions } from './read-table'

export { type ImportColumn, importColumns, type RowCells } from './columns'
export { dateOrders } from './dates'
export { encodings } from './decode'
export { columnNamed, type Mapping } from './header'
export { identityOf, withTwice } from './identity'
export type { RowProblem } from './problems'
export { delimiters } from './delimiters'
export type { TableRow } from './row'
export { csvOptions } from './spreadsheet'
export type { Table, TableOptions }

/**
 * The table in a file that a spreadsheet has written, or a program. The parser is loaded when there is something to read.
 *
 * @throws {TableRefused} an AppError, INPUT_INVALID, that lists all that is wrong
 */
export async function readTable(bytes: Uint8Array, options?: TableOptions): Promise<Table> {
  const reader = await import('./read-table.js')
  return reader.readTable(bytes, options)
}
