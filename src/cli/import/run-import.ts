import type { Table, TableRow } from '../../csv'
import type { RowOutcome } from '../../imports'
import { AppError } from '../../shared/errors'
import type { ImportPort } from './port'

export interface ImportPlan {
  table: Table
  /** All of the file in one piece, and all or nothing. */
  atomic: boolean
  dryRun: boolean
  /** What to do with keys of the list that are not in the file. */
  missing: 'keep' | 'count' | 'revoke'
}

export type Counts = Record<RowOutcome['outcome'], number>

export interface ImportReport {
  counts: Counts
  /** False: nothing was done. */
  isDone: boolean
  /** Rows that nobody came to, since something stopped the import. */
  notTried: number
  /** Why it was stopped. */
  stoppedBy: AppError | undefined
  /** Keys that are not in the file; undefined when nobody asked, or when it cannot be told. */
  missing: { keys: number; revoked: boolean } | undefined
  /** Why it cannot be told. */
  missingUnknown: string | undefined
}

/** Few enough that nobody waits for them, and that little is done again when it is cut off. */
const rowsAtOnce = 250

/**
 * Brings a file to where keys are made, piece by piece. What is done stays done when it is cut off, and the same file
 * again goes on from there.
 *
 * @param told hears of each row as soon as something became of it
 */
export async function runImport(
  port: ImportPort,
  { table, atomic, dryRun, missing }: ImportPlan,
  told: (row: TableRow, outcome: RowOutcome) => void,
): Promise<ImportReport> {
  const counts: Counts = { created: 0, unchanged: 0, changed: 0, updated: 0, refused: 0 }
  const present = new Set<string>()
  const { rows } = table
  let [tried, isDone] = [0, !dryRun]
  let stoppedBy: AppError | undefined
  for (const [index, chunk] of chunksOf(rows, atomic ? rows.length : rowsAtOnce).entries()) {
    try {
      const answer = await port.send(chunk, { number: index + 1 })
      isDone &&= answer.isDone
      chunk.forEach((row, at) => {
        const outcome = answer.rows[at]
        if (outcome === undefined) throw new Error('an answer has fewer rows than were sent')
        counts[outcome.outcome] += 1
        if (outcome.keyUid !== undefined) present.add(outcome.keyUid)
        told(row, outcome)
      })
      tried += chunk.length
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      stoppedBy = error
      break
    }
  }
  const report = { counts, isDone, notTried: rows.length - tried, stoppedBy }
  if (missing === 'keep') return { ...report, missing: undefined, missingUnknown: undefined }
  const unknown = whyUnknown(rows, report, atomic && !dryRun)
  if (unknown !== undefined) return { ...report, missing: undefined, missingUnknown: unknown }
  const isRevoked = missing === 'revoke' && !dryRun
  const keys = await endMissing(port, present, !isRevoked)
  return { ...report, missing: { keys, revoked: isRevoked }, missingUnknown: undefined }
}

/** A file that was cut off, or of which a row says not who it is, must not cost anybody their key. */
function whyUnknown(
  rows: readonly TableRow[],
  { isDone, stoppedBy }: Pick<ImportReport, 'isDone' | 'stoppedBy'>,
  isAllOrNothing: boolean,
): string | undefined {
  if (rows.length === 0) return 'the file has no rows'
  if (stoppedBy !== undefined) return 'not all rows were tried'
  if (isAllOrNothing && !isDone) return 'nothing was done'
  const unreadable = rows.find(
    ({ problems, cells }) =>
      problems.some(({ code }) => code !== 'twice') || (!cells.externalId && !cells.email),
  )
  return unreadable === undefined ? undefined : `line ${unreadable.line} cannot be read`
}

/** The difference of two lists, in pages: it may be longer than the memory of the other side. */
async function endMissing(port: ImportPort, present: ReadonlySet<string>, dryRun: boolean): Promise<number> {
  let count = 0
  let after: string | undefined
  do {
    const page = await port.listKeys(after)
    const missing = page.keyUids.filter((uid) => !present.has(uid))
    if (missing.length > 0) count += await port.revoke(missing, dryRun)
    after = page.next
  } while (after !== undefined)
  return count
}

function chunksOf<One>(all: readonly One[], size: number): One[][] {
  const chunks: One[][] = []
  for (let at = 0; at < all.length; at += size) chunks.push(all.slice(at, at + size))
  return chunks
}
