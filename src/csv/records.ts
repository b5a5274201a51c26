import { CsvError, parse } from 'csv-parse/sync'
import { type Delimiter, delimiters } from './delimiters'
import { tableLimits } from './limits'
import { type TableProblem, TableRefused } from './problems'

export interface CsvRecord {
  /** Of the file, counted from 1: where it begins, since a cell may hold line breaks. */
  line: number
  cells: string[]
}

/** Excel's own line, which says by what it parted the cells. */
const separatorLine = /^sep=(.)\r?\n/i

export function announcedDelimiter(text: string): Delimiter | undefined {
  const [, announced] = separatorLine.exec(text) ?? []
  return delimiters.find((one) => one === announced)
}

/** The cells of the first record, if this is what parts them. */
export function headerBy(text: string, delimiter: Delimiter): string[] {
  try {
    return recordsOf(text, delimiter, 1)[0]?.cells ?? []
  } catch (error) {
    if (error instanceof TableRefused) return []
    throw error
  }
}

/** Every record that is not empty; of more than a file may have, one more. @throws {TableRefused} */
export function recordsOf(text: string, delimiter: Delimiter, most = tableLimits.rows + 2): CsvRecord[] {
  const announced = separatorLine.exec(text)?.[0] ?? ''
  const skipped = announced === '' ? 0 : 1
  const records: CsvRecord[] = []
  let read = skipped
  try {
    parse(text.slice(announced.length), {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      to: most,
      on_record: (cells: string[]) => {
        if (cells.some((cell) => cell.trim() !== '')) records.push({ line: read + 1, cells })
        read += 1 + breaksIn(cells)
        return undefined
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new TableRefused([problemFrom(error, read + 1)])
  }
  return records
}

/** Counted here: the parser takes CRLF in quotes for two. */
const breaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)

/** @param line where the record begins that cannot be read */
function problemFrom({ code }: CsvError, line: number): TableProblem {
  const message =
    code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'a quote opens here and is closed nowhere: close it, or write it twice if it belongs to the text'
      : 'a quote stands in the middle of a cell: put the whole cell in quotes, and write those within it twice'
  return { code: 'quotes', line, message }
}
