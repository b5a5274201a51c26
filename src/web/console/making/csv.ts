import { stringify } from 'csv-stringify/sync'
import { csvOptions } from '../../../csv'

/**
 * A table that spreadsheets open as one: with a byte-order mark, since without it they take UTF-8 for something else,
 * and with cells that would run as formulas kept from it (OWASP, CSV injection).
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    csvOptions,
  )
