import { format } from 'mysql2'

export type SqlValue = string | number | null
export type Row = Record<string, SqlValue>

/** Rows for one table; every row names the same columns. */
export interface TableRows {
  table: string
  rows: Row[]
}

/** One INSERT for all the rows of a table. */
export function insertStatement({ table, rows }: TableRows): string {
  const columns = Object.keys(rows[0] ?? {})
  const values = rows.map((row) => columns.map((column) => row[column]))
  return format('INSERT INTO ?? (??) VALUES ?', [table, columns, values])
}
