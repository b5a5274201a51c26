import type { RowProblem } from '../csv'
import type { GlpiSide } from '../glpi'
import {
  type AskedKey,
  type CreateKeyDeps,
  createPreparer,
  type KeyAsker,
  type KeyField,
  type KeyTerms,
  type PreparedKey,
  soundFields,
  termsOf,
  understandKeys,
} from '../keys'
import { AppError } from '../shared/errors'
import type { ImportDefaults, ImportRow } from './outcome'
import { type AskedRow, readCells } from './read-cells'
import { problemAt, problemFrom } from './row-problems'

/** What a row wants its key to be like, or what is wrong with that. */
export type UnderstoodRow = { row: ImportRow } & (
  { key: PreparedKey; problems?: undefined } | { key?: undefined; problems: readonly RowProblem[] }
)

interface Asked {
  rows: readonly ImportRow[]
  defaults: ImportDefaults
  /** Whether links are mailed; undefined: as the preset of a row says. */
  send: boolean | undefined
}

export async function understandRows(
  deps: Pick<CreateKeyDeps, 'db' | 'glpi' | 'clock' | 'config'>,
  side: GlpiSide,
  by: KeyAsker,
  { rows, defaults, send }: Asked,
): Promise<UnderstoodRow[]> {
  const read = rows.map((row) => ({ row, asked: readCells(row.cells, defaults) }))
  const meant = await understandTerms(
    deps,
    by,
    read.map(({ asked }) => asked.terms),
  )
  const prepare = createPreparer(deps, side, deps.clock.now())

  return read.map(({ row, asked }) => {
    const terms = meant(asked.terms)
    const fields = readFields(side, asked)
    const problems = [...(row.problems ?? []), ...asked.problems, ...fields.problems, ...terms.problems]
    if (terms.terms === undefined || problems.length > 0) return { row, problems }
    const { address, label = terms.label } = asked.person
    const person = {
      label,
      addresses: address === undefined ? [] : [address],
      fields: fields.fields.map((own) => ({ ...own, isLocked: isLockedBy(terms.terms, own) })),
    }
    try {
      return { row, key: prepare(terms.terms, person, address !== undefined && (send ?? terms.send)) }
    } catch (error) {
      return { row, problems: [problemFrom(error)] }
    }
  })
}

/** The row has another value; what is locked stays locked. */
const isLockedBy = ({ fields }: KeyTerms, { field }: KeyField): boolean =>
  fields.some((shared) => shared.field === field && shared.isLocked)

type Meant =
  | { terms: KeyTerms; label: string; send: boolean; problems: readonly [] }
  | { terms: undefined; problems: readonly RowProblem[] }

/** Thousands of rows ask for the same few things, each of which is understood once. */
async function understandTerms(
  deps: Parameters<typeof understandKeys>[0],
  by: KeyAsker,
  asked: readonly AskedKey[],
): Promise<(terms: AskedKey) => Meant> {
  const distinct = Array.from(new Map(asked.map((terms) => [JSON.stringify(terms), terms] as const)))
  const understood = await understandKeys(
    deps,
    by,
    // With an address, for a preset to say whether it would be mailed to.
    distinct.map(([, terms]) => ({ ...terms, emails: ['somebody@example.org'] })),
  )
  const meant = new Map(
    distinct.map(([written], index): [string, Meant] => {
      const one = understood[index]
      if (one === undefined || 'problems' in one)
        return [written, { terms: undefined, problems: (one?.problems ?? []).map(problemAt) }]
      const { label, send = false } = one.key
      return [written, { terms: termsOf(one.key), label, send, problems: [] }]
    }),
  )
  return (terms) => meant.get(JSON.stringify(terms)) ?? { terms: undefined, problems: [] }
}

/** One after the other, so that each says what is wrong with it. */
function readFields(
  side: GlpiSide,
  { person }: AskedRow,
): { fields: KeyField[]; problems: readonly RowProblem[] } {
  const problems: RowProblem[] = []
  const fields = person.fields.flatMap(({ field, value }) => {
    try {
      return soundFields(side, [{ field, value, isLocked: false }])
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      problems.push({ column: field, code: 'not-understood', message: error.message })
      return []
    }
  })
  return { fields, problems }
}
