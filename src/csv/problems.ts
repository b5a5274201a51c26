import { AppError } from '../shared/errors'
import type { ImportColumn } from './columns'

/** Why nothing can be made of a file as it stands. */
export type TableProblemCode =
  | 'too-large'
  | 'spreadsheet'
  | 'not-text'
  | 'not-utf-8'
  | 'empty'
  | 'no-header'
  | 'column-unknown'
  | 'column-double'
  | 'column-missing'
  | 'column-unnamed'
  | 'mapping-unknown'
  | 'quotes'
  | 'too-many-rows'
  | 'too-many-columns'

export interface TableProblem {
  code: TableProblemCode
  /** Counted from 1, as an editor counts; undefined: the file as a whole. */
  line: number | undefined
  message: string
}

/** The file cannot be read; all that is wrong with it is said at once. */
export class TableRefused extends AppError {
  constructor(readonly problems: readonly TableProblem[]) {
    super('INPUT_INVALID', problems.map(sentence).join('\n'))
  }
}

const sentence = ({ line, message }: TableProblem): string =>
  line === undefined ? message : `line ${line}: ${message}`

/** What is wrong with one row, or with one column of it. */
export interface RowProblem {
  column: ImportColumn | undefined
  code: string
  message: string
}
