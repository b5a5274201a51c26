import { normaliseEmail } from '../shared/email-address'
import type { RowCells } from './columns'
import type { RowProblem } from './problems'

/** What a row is known by, for ever. */
export interface Identity {
  kind: 'externalId' | 'address'
  value: string
}

/** Its `externalId`, else its address, whose case makes no difference. Undefined when it has neither. */
export function identityOf({ externalId = '', email = '' }: RowCells): Identity | undefined {
  const id = externalId.trim().normalize('NFC')
  if (id !== '') return { kind: 'externalId', value: id }
  const address = addressOf({ email })
  return address === '' ? undefined : { kind: 'address', value: address }
}

const addressOf = ({ email = '' }: RowCells): string => normaliseEmail(email).toLowerCase()

interface Row {
  line: number
  cells: RowCells
  problems: readonly RowProblem[]
}

/**
 * Of rows that are the same, all but the first are told so: nobody can say which of them is meant. One that is known by
 * its address alone is the same as any that has the address beside an `externalId`.
 */
export function withTwice<One extends Row>(rows: readonly One[]): One[] {
  const firstLine = new Map<string, number>()
  const lineOfAddress = linesWithBoth(rows)
  return rows.map((row) => {
    const identity = identityOf(row.cells)
    if (identity === undefined) return row
    const known = `${identity.kind} ${identity.value}`
    const isAddress = identity.kind === 'address'
    const line = firstLine.get(known) ?? (isAddress ? lineOfAddress.get(identity.value) : undefined)
    firstLine.set(known, line ?? row.line)
    if (line === undefined || row.problems.some(({ code }) => code === 'twice')) return row
    const column = isAddress ? 'email' : identity.kind
    const where = line < row.line ? `on line ${line} already` : `on line ${line}, too`
    const twice = { column, code: 'twice', message: `it stands ${where}` } as const
    return { ...row, problems: [...row.problems, twice] }
  })
}

/** The first line of each address that stands beside an `externalId`. */
function linesWithBoth(rows: readonly Row[]): Map<string, number> {
  const lines = new Map<string, number>()
  for (const { line, cells } of rows) {
    const address = addressOf(cells)
    if (identityOf(cells)?.kind === 'externalId' && address !== '' && !lines.has(address))
      lines.set(address, line)
  }
  return lines
}
