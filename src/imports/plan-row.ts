import type { ImportColumn, RowProblem } from '../csv'
import type { PreparedKey } from '../keys'
import { problemsOfChange } from './change-for'
import type { KnownKey, KnownRow } from './known-rows-store'
import type { Match } from './match-rows'
import type { NotChanged, RowOutcome } from './outcome'
import { changedColumns, mergedDigests, type RowDigests } from './row-digests'
import type { UnderstoodRow } from './understand-rows'

/** What is to be done about a row. */
export type RowPlan =
  | { kind: 'tell'; outcome: RowOutcome }
  /** It says what it said, and is known by its `externalId` from now on. */
  | { kind: 'recognise'; outcome: RowOutcome; known: KnownRow; digests: RowDigests }
  | { kind: 'make'; key: PreparedKey; digests: RowDigests }
  | {
      kind: 'change'
      key: PreparedKey
      known: KnownRow
      digests: RowDigests
      columns: readonly ImportColumn[]
    }

/**
 * A row that says what it said before is unchanged, even where it could not be made so today: its end may have passed, or
 * GLPI may have its group no more.
 */
export function planRow(
  { row, key, problems = [] }: UnderstoodRow,
  match: Match | undefined,
  { update, now }: { update: boolean; now: Date },
): RowPlan {
  const { line, cells } = row
  const refuse = (keyUid: string | undefined, why: readonly RowProblem[]): RowPlan => ({
    kind: 'tell',
    outcome: { line, outcome: 'refused', keyUid, problems: why },
  })
  if (match?.known === undefined) {
    if (key === undefined || match === undefined) return refuse(undefined, problems)
    return { kind: 'make', key, digests: match.digests }
  }
  const { known, key: theirs } = match
  const { keyUid } = known
  if (theirs === undefined) return refuse(undefined, [notTheirs])
  if (row.problems !== undefined && row.problems.length > 0) return refuse(keyUid, row.problems)

  const digests = mergedDigests(known, match.digests, cells)
  const columns = changedColumns(known.said, match.digests.said, cells)
  if (columns.length === 0) {
    const outcome = { line, outcome: 'unchanged', keyUid } as const
    if (digests.identity.equals(known.identity)) return { kind: 'tell', outcome }
    return { kind: 'recognise', outcome, known, digests }
  }
  const over = whyOver(theirs, columns, now)
  if (over === undefined) {
    const wrong = key === undefined ? problems : problemsOfChange(columns, cells)
    if (wrong.length > 0 || key === undefined) return refuse(keyUid, wrong)
    if (update) return { kind: 'change', key, known, digests, columns }
  }
  return { kind: 'tell', outcome: { line, outcome: 'changed', keyUid, columns, why: over ?? 'not-asked' } }
}

const notTheirs: RowProblem = {
  column: undefined,
  code: 'not-yours',
  message: 'somebody else has imported this row into this source: name a source of your own',
}

/** Of a key that has ended nothing is changed, unless it is to end later. */
function whyOver(
  { isRevoked, isUsedUp, expiresAt }: KnownKey,
  columns: readonly ImportColumn[],
  now: Date,
): NotChanged | undefined {
  if (isRevoked) return 'revoked'
  if (isUsedUp && !columns.includes('maxUses')) return 'used-up'
  return expiresAt !== undefined && expiresAt <= now && !columns.includes('expiresAt') ? 'expired' : undefined
}
