import type { ImportColumn } from './columns'
import type { DateOrder } from './dates'
import { type Delimiter, delimiters } from './delimiters'
import { decode, type Encoding } from './decode'
import { countKnown, type Mapping, readHeader } from './header'
import { tableLimits } from './limits'
import { type TableProblem, TableRefused } from './problems'
import { announcedDelimiter, headerBy, recordsOf } from './records'
import { withTwice } from './identity'
import { readRow, type TableRow } from './row'

export interface TableOptions {
  /** Undefined: found out. */
  delimiter?: Delimiter | undefined
  /** Undefined: that of the byte-order mark, or UTF-8. */
  encoding?: Encoding | undefined
  mappings?: readonly Mapping[] | undefined
  dates?: DateOrder | undefined
}

export interface Table {
  delimiter: Delimiter
  /** The first line, as it stood there. */
  header: readonly string[]
  /** Those that the file has. */
  columns: readonly ImportColumn[]
  rows: readonly TableRow[]
}

/**
 * The table in a file that a spreadsheet has written, or a program. A row with something wrong comes back with its
 * problems; a file whose columns cannot be told is refused, with all that is wrong at once.
 *
 * @throws {TableRefused}
 */
export function readTable(bytes: Uint8Array, options: TableOptions = {}): Table {
  if (bytes.length > tableLimits.bytes)
    throw refused(
      'too-large',
      `the file has more than ${tableLimits.bytes / 1024 / 1024} MiB: cut it into several`,
    )
  const text = decode(bytes, options.encoding)
  if (text.trim() === '') throw refused('empty', 'the file is empty')
  const { mappings = [], dates = 'iso' } = options
  const delimiter = options.delimiter ?? announcedDelimiter(text) ?? likeliest(text, mappings)
  const [header, ...records] = recordsOf(text, delimiter)
  if (header === undefined) throw refused('empty', 'the file is empty')
  if (records.length > tableLimits.rows)
    throw refused('too-many-rows', `the file has more than ${tableLimits.rows} rows: cut it into several`)
  if (header.cells.filter((cell) => cell.trim() !== '').length > tableLimits.columns)
    throw refused('too-many-columns', `the file has more than ${tableLimits.columns} columns: leave some out`)

  const { columns, problems } = readHeader(header.cells, mappings, header.line)
  const all = [...isNoHeader(header), ...problems, ...unnamed(header, records)]
  if (all.length > 0) throw new TableRefused(all)
  return {
    delimiter,
    header: header.cells,
    columns: columns.filter((column) => column !== undefined),
    rows: withTwice(records.map((record) => readRow(record, columns, dates))),
  }
}

/** That by which the first line has most names that we know; of equals, the most cells. */
function likeliest(text: string, mappings: readonly Mapping[]): Delimiter {
  const [best] = delimiters
    .map((delimiter) => ({ delimiter, cells: headerBy(text, delimiter) }))
    .map(({ delimiter, cells }) => ({ delimiter, known: countKnown(cells, mappings), cells: cells.length }))
    .sort((one, other) => other.known - one.known || other.cells - one.cells)
  return best?.delimiter ?? ','
}

/** A list without names above its columns would lose its first person, and mean anything. */
function isNoHeader({ line, cells }: { line: number; cells: readonly string[] }): TableProblem[] {
  if (!cells.some((cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell.trim()))) return []
  return [
    {
      code: 'no-header',
      line,
      message: 'the first line has to hold the names of the columns, and holds a person',
    },
  ]
}

/** Cells below a column without a name would be lost without a word. */
function unnamed(
  header: { line: number; cells: readonly string[] },
  records: readonly { cells: readonly string[] }[],
): TableProblem[] {
  return header.cells.flatMap((cell, index) => {
    if (cell.trim() !== '' || !records.some(({ cells }) => (cells[index] ?? '').trim() !== '')) return []
    const message = `column ${index + 1} has no name: give it one, or take it out`
    return [{ code: 'column-unnamed' as const, line: header.line, message }]
  })
}

const refused = (code: TableProblem['code'], message: string) =>
  new TableRefused([{ code, line: undefined, message }])
