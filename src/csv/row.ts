import { readAddressCell } from '../shared/email-address'
import type { ImportColumn, RowCells } from './columns'
import { type DateOrder, isoDate } from './dates'
import { tableLimits } from './limits'
import type { RowProblem } from './problems'
import type { CsvRecord } from './records'
import { unguarded } from './spreadsheet'

export interface TableRow {
  /** Of the file, counted from 1. */
  line: number
  cells: RowCells
  /** As it stood there. */
  original: readonly string[]
  problems: readonly RowProblem[]
}

const dateColumns: readonly ImportColumn[] = ['notBefore', 'expiresAt', 'accountFrom', 'accountUntil']
const numberLike: readonly ImportColumn[] = ['externalId', 'phone', 'mobile', 'registrationNumber']

/** One row by our names, with what a spreadsheet has done to it. */
export function readRow(
  { line, cells: original }: CsvRecord,
  columns: readonly (ImportColumn | undefined)[],
  dates: DateOrder,
): TableRow {
  const problems: RowProblem[] = []
  const tell = (column: ImportColumn | undefined, code: string, message: string) =>
    problems.push({ column, code, message })
  const beyond = original.slice(columns.length).filter((cell) => cell.trim() !== '')
  if (beyond.length > 0)
    tell(
      undefined,
      'too-many-cells',
      `it has ${original.length} cells and the first line ${columns.length}: a cell with a separator in it has to stand in quotes`,
    )

  const cells: Partial<Record<ImportColumn, string>> = {}
  columns.forEach((column, index) => {
    if (column === undefined) return
    const typed = original[index] ?? ''
    const cell = unguarded(typed).trim().normalize('NFC').slice(0, tableLimits.cell)
    cells[column] = plain(column, cell, dates)
    if (typed.length > tableLimits.cell)
      tell(column, 'too-long', `it has more than ${tableLimits.cell} characters`)
    if (/^#(REF|N\/A|NAME\?|VALUE|DIV\/0|NULL|NUM)!?$/.test(cell))
      tell(column, 'spreadsheet-error', `the spreadsheet could not work it out: ${cell}`)
    if (numberLike.includes(column) && /^\d([.,]\d+)?E\+\d+$/i.test(cell))
      tell(
        column,
        'spreadsheet-number',
        `the spreadsheet has cut the number short (${cell}): format the column as text, and enter it again`,
      )
  })
  return { line, cells, original, problems }
}

function plain(column: ImportColumn, cell: string, dates: DateOrder): string {
  if (dateColumns.includes(column)) return isoDate(cell, dates)
  return column === 'email' ? (readAddressCell(cell).address ?? cell) : cell
}
