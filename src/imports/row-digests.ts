import { identityOf, type ImportColumn, importColumns, type RowCells } from '../csv'
import { normaliseEmail } from '../shared/email-address'
import { importDigest } from '../shared/import-digest'

/** All that is kept of a row. */
export interface RowDigests {
  identity: Buffer
  address: Buffer | undefined
  /** For each column that says something its number, and the beginning of a digest. */
  said: Buffer
}

const digestBytes = 8

/** Undefined for a row that is known by nothing. */
export function digestRow(salt: Buffer, cells: RowCells): RowDigests | undefined {
  const identity = identityOf(cells)
  if (identity === undefined) return undefined
  const known = importDigest(salt, identity.kind, identity.value)
  return {
    identity: known,
    address: identity.kind === 'address' ? known : addressDigest(salt, cells),
    said: writeSaid(saidIn(salt, cells)),
  }
}

/** As a row without an `externalId` would be known. */
function addressDigest(salt: Buffer, { email = '' }: RowCells): Buffer | undefined {
  const identity = identityOf({ email })
  return identity === undefined ? undefined : importDigest(salt, identity.kind, identity.value)
}

type Said = ReadonlyMap<ImportColumn, Buffer>

const saidIn = (salt: Buffer, cells: RowCells): Said =>
  new Map(
    importColumns.flatMap((column) => {
      const cell = plain(column, cells[column] ?? '')
      return cell === '' ? [] : [[column, importDigest(salt, column, cell).subarray(0, digestBytes)] as const]
    }),
  )

/** Another spelling of an address, or another space, is no change. */
function plain(column: ImportColumn, cell: string): string {
  const tidy = cell.trim().replace(/\s+/g, ' ').normalize('NFC')
  return column === 'email' ? normaliseEmail(tidy).toLowerCase() : tidy
}

function writeSaid(said: Said): Buffer {
  return Buffer.concat(
    Array.from(said).flatMap(([column, digest]) => [Buffer.from([importColumns.indexOf(column)]), digest]),
  )
}

function readSaid(bytes: Buffer): Said {
  const said = new Map<ImportColumn, Buffer>()
  for (let at = 0; at < bytes.length; at += 1 + digestBytes) {
    const column = importColumns[bytes.readUInt8(at)]
    if (column !== undefined) said.set(column, bytes.subarray(at + 1, at + 1 + digestBytes))
  }
  return said
}

/** Which columns say something else than before. One that the row does not have says nothing about it. */
export function changedColumns(before: Buffer, after: Buffer, cells: RowCells): ImportColumn[] {
  const [was, is] = [readSaid(before), readSaid(after)]
  return importColumns.filter((column) => {
    if (cells[column] === undefined) return false
    const [one, other] = [was.get(column), is.get(column)]
    return one === undefined || other === undefined ? one !== other : !one.equals(other)
  })
}

/** What is known of a row from now on: of columns that it does not have any more, what it said before. */
export function mergedDigests(before: RowDigests, after: RowDigests, cells: RowCells): RowDigests {
  const kept = Array.from(readSaid(before.said)).filter(([column]) => cells[column] === undefined)
  return {
    identity: identityOf(cells)?.kind === 'externalId' ? after.identity : before.identity,
    address: cells.email === undefined ? before.address : after.address,
    said: writeSaid(new Map([...kept, ...readSaid(after.said)])),
  }
}
