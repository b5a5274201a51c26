import { identityOf } from '../csv'
import type { EntityScope } from '../glpi'
import type { Db } from '../shared/db'
import type { ImportRow } from './outcome'
import { findKnownKeys, findKnownRows, type KnownKey, type KnownRow } from './known-rows-store'
import { digestRow, type RowDigests } from './row-digests'
import type { Source } from './sources-store'

/** What is known of a row: nothing, which key it became, or that this is somebody else's business. */
export type Match = { digests: RowDigests } & (
  { known: undefined; key?: undefined } | { known: KnownRow; key: KnownKey | undefined }
)

/**
 * Which rows became keys once. A row is the one that has its `externalId`; a list that gets or loses that column is still
 * the same list, so that its rows are then found by their address.
 *
 * @returns undefined for a row that is known by nothing
 */
export async function matchRows(
  db: Db,
  source: Source,
  scope: EntityScope,
  rows: readonly ImportRow[],
): Promise<Map<ImportRow, Match | undefined>> {
  const digested = rows.map(({ cells }) => digestRow(source.salt, cells))
  const byAddress = digested.map((one) => one?.address)
  const identities = present([...new Set([...digested.map((one) => one?.identity), ...byAddress])])
  const known = byHex(await findKnownRows(db, source, 'identity', identities), ({ identity }) => identity)
  const lost = rows.flatMap(({ cells }, index) => {
    const isKnown = [digested[index]?.identity, byAddress[index]].some((one) => known.has(hex(one)))
    return isKnown || identityOf(cells)?.kind !== 'address' ? [] : [byAddress[index]]
  })
  const withAddress = byHex(
    await findKnownRows(db, source, 'address', present(lost)),
    ({ address }) => address,
  )

  const claimed = new Set<KnownRow>()
  const foundAt = rows.map(({ cells }, index) => {
    const own = known.get(hex(digested[index]?.identity))
    if (own !== undefined) return own
    if (identityOf(cells)?.kind === 'address') return withAddress.get(hex(byAddress[index]))
    // It gets an id now, and one only: another person at the same address is somebody new.
    const before = known.get(hex(byAddress[index]))
    if (before === undefined || claimed.has(before)) return undefined
    claimed.add(before)
    return before
  })
  const keys = await findKnownKeys(
    db,
    scope,
    foundAt.flatMap((one) => one?.keyUid ?? []),
  )
  return new Map(
    rows.map((row, index): [ImportRow, Match | undefined] => {
      const digests = digested[index]
      const found = foundAt[index]
      if (digests === undefined) return [row, undefined]
      if (found === undefined) return [row, { digests, known: undefined }]
      return [row, { digests, known: found, key: keys.get(found.keyUid) }]
    }),
  )
}

const hex = (bytes: Buffer | undefined): string => bytes?.toString('hex') ?? ''
const present = (digests: readonly (Buffer | undefined)[]): Buffer[] =>
  digests.filter((one) => one !== undefined)

function byHex(
  rows: readonly KnownRow[],
  digestOf: (row: KnownRow) => Buffer | undefined,
): Map<string, KnownRow> {
  return new Map(rows.map((row) => [hex(digestOf(row)), row]))
}
