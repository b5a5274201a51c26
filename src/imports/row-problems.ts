import { type ImportColumn, importColumns, type RowProblem } from '../csv'
import { PolicyExceeded } from '../keys'
import { AppError, type InputProblem } from '../shared/errors'

/** `/groups/0` is the column `groups`. */
export function problemAt({ pointer, reason }: InputProblem): RowProblem {
  return { column: columnAt(pointer), code: 'not-understood', message: reason }
}

function columnAt(pointer: string): ImportColumn | undefined {
  const [, name = '', part = ''] = pointer.split('/')
  if (name === 'account') return part === 'from' ? 'accountFrom' : 'accountUntil'
  if (name === 'expiresIn') return 'expiresAt'
  return importColumns.find((column) => column === name)
}

/** Why a key cannot be made, or changed, so; anything that nobody foresaw is thrown on. */
export function problemFrom(error: unknown): RowProblem {
  if (!(error instanceof AppError)) throw error
  const column =
    error instanceof PolicyExceeded && error.pointer !== undefined ? columnAt(error.pointer) : undefined
  return { column, code: error.code, message: error.message }
}
