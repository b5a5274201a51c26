import { plainHeading } from '../shared/people-headings'
import { headingsOf, identifying, type ImportColumn, importColumns } from './columns'
import { nearest } from './near-misses'
import type { TableProblem } from './problems'

/** `their name` is one of ours, or to be left out. */
export interface Mapping {
  theirs: string
  ours: ImportColumn | undefined
}

/** Written by us into the files of what failed, and of no interest when they come back. */
export const problemColumn = 'problem'

const everythingElse = '*'

const columnCalled: ReadonlyMap<string, ImportColumn> = new Map(
  importColumns.flatMap((column) =>
    [column, ...headingsOf[column]].map((heading) => [plainHeading(heading), column] as const),
  ),
)

/** Our column of that name; undefined when there is none. */
export const columnNamed = (name: string): ImportColumn | undefined => columnCalled.get(plainHeading(name))

/** How many of these cells are names of columns: the more, the likelier it is that they were parted rightly. */
export const countKnown = (cells: readonly string[], mappings: readonly Mapping[]): number =>
  cells.filter((cell) => columnNamed(cell) !== undefined || mappingOf(cell, mappings) !== undefined).length

const mappingOf = (heading: string, mappings: readonly Mapping[]): Mapping | undefined =>
  mappings.find(({ theirs }) => plainHeading(theirs) === plainHeading(heading) && theirs !== everythingElse)

export interface Header {
  /** For each cell the column that it heads; undefined: not read. */
  columns: (ImportColumn | undefined)[]
  problems: TableProblem[]
}

/** What each column of the file is, with everything that is wrong with the names at once. */
export function readHeader(cells: readonly string[], mappings: readonly Mapping[], line: number): Header {
  const isRestIgnored = mappings.some(({ theirs, ours }) => theirs === everythingElse && ours === undefined)
  const problems: TableProblem[] = []
  const tell = (code: TableProblem['code'], message: string) => problems.push({ code, line, message })
  const columns = withLastNames(
    cells.map((cell, index) => {
      if (plainHeading(cell) === plainHeading(problemColumn)) return undefined
      const mapping = mappingOf(cell, mappings)
      if (mapping !== undefined) return mapping.ours
      if (cell.trim() === '') return undefined
      const column = columnNamed(cell)
      if (column === undefined && !isRestIgnored) tell('column-unknown', unknown(cell, index))
      return column
    }),
    cells,
  )

  for (const column of importColumns) {
    const heads = cells.filter((_, index) => columns[index] === column)
    if (heads.length > 1)
      tell(
        'column-double',
        `${heads.map((head) => `“${head.trim()}”`).join(' and ')} are both ${column}: take one out, or leave it out (“${heads.at(-1)?.trim() ?? ''}=”)`,
      )
  }
  const found = new Set(columns)
  if (!identifying.some((column) => found.has(column)))
    tell('column-missing', 'there is no column email and none externalId: a row is known by one of them')
  for (const { theirs } of mappings) {
    if (theirs !== everythingElse && !cells.some((cell) => plainHeading(cell) === plainHeading(theirs)))
      tell(
        'mapping-unknown',
        `no column is called “${theirs}”, which was to be mapped${meant(theirs, cells)}`,
      )
  }
  return { columns, problems }
}

/** In German and elsewhere `Name` beside a first name is the last one. */
function withLastNames(
  columns: readonly (ImportColumn | undefined)[],
  cells: readonly string[],
): (ImportColumn | undefined)[] {
  const isInParts = columns.includes('firstname') && !columns.includes('realname')
  return columns.map((column, index) =>
    isInParts && column === 'name' && plainHeading(cells[index] ?? '') === 'name' ? 'realname' : column,
  )
}

const everyHeading = importColumns.flatMap((column) => [column, ...headingsOf[column]])

function unknown(cell: string, index: number): string {
  const name = cell.trim()
  const near = nearest(name, everyHeading)
  const hint = near === undefined ? '' : ` Did you mean “${near}”?`
  return `column ${index + 1}, “${name}”, is none of ours.${hint} Say what it is (--map "${name}=…"), or leave it out (--map "${name}=")`
}

const meant = (theirs: string, cells: readonly string[]): string => {
  const near = nearest(theirs, cells)
  return near === undefined ? '' : `; did you mean “${near.trim()}”?`
}
