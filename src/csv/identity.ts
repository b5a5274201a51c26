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
  const address = normaliseEmail(email).toLowerCase()
  return address === '' ? undefined : { kind: 'address', value: address }
}

interface Row {
  line: number
  cells: RowCells
  problems: readonly RowProblem[]
}

/** Of rows that are the same, all but the first are told so: nobody can say which of them is meant. */
export function withTwice<One extends Row>(rows: readonly One[]): One[] {
  const firstLine = new Map<string, number>()
  return rows.map((row) => {
    const identity = identityOf(row.cells)
    if (identity === undefined) return row
    const known = `${identity.kind} ${identity.value}`
    const line = firstLine.get(known)
    firstLine.set(known, line ?? row.line)
    if (line === undefined || row.problems.some(({ code }) => code === 'twice')) return row
    const column = identity.kind === 'address' ? 'email' : identity.kind
    const twice = { column, code: 'twice', message: `it stands on line ${line} already` } as const
    return { ...row, problems: [...row.problems, twice] }
  })
}
