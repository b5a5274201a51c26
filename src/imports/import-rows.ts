import { withTwice } from '../csv'
import type { GlpiSide } from '../glpi'
import { type CreateKeyDeps, PolicyExceeded } from '../keys'
import { SendingLimited } from '../mail'
import { inTransaction } from '../shared/db'
import { AppError } from '../shared/errors'
import { importOnce, type ImportWanted, Undone } from './import-once'
import { ImportedMeanwhile, type Limits, noLimits } from './make-rows'
import type { ImportAnswer, ImportDefaults, Importer, ImportRow } from './outcome'
import { usualSource } from './sources-store'
import { understandRows } from './understand-rows'

/** More at once would keep others waiting. */
export const rowsAtOnce = 1_000
/** All of them or none: for a file that is one thing. */
const rowsAtOnceAtomic = 5_000

export interface ImportAsked {
  /** The name of the list; undefined: that of those who name none. */
  source?: string | undefined
  rows: readonly ImportRow[]
  defaults?: ImportDefaults | undefined
  /** Change keys whose rows say something new; otherwise that is told. */
  update?: boolean | undefined
  /** All or nothing; otherwise what can be done is done. */
  atomic?: boolean | undefined
  /** Say what would be done, and do nothing. */
  dryRun?: boolean | undefined
  /** Mail links; undefined: as the preset of a row says. */
  send?: boolean | undefined
  /** Put the keys that are made into a batch that is called so. */
  batch?: string | undefined
}

const attemptsAtMost = 10

/**
 * Makes a key for each row of a list that has none yet, and says what became of every row. A row is known for ever by its
 * `externalId`, else by its address, so that the same list again makes nothing and mails nothing. What is known of it is
 * written together with the key and its mail: whoever is cut off simply does it again.
 *
 * @throws {AppError} INPUT_INVALID when there are too many rows
 * @throws {PolicyExceeded} or {SendingLimited} when it is all or nothing
 */
export async function importRows(
  deps: CreateKeyDeps,
  by: Importer,
  asked: ImportAsked,
): Promise<ImportAnswer> {
  const { source = usualSource, defaults = {}, send, batch } = asked
  const rows = withTwice(asked.rows.map((row) => ({ ...row, problems: row.problems ?? [] })))
  const [update, atomic, dryRun] = [asked.update === true, asked.atomic === true, asked.dryRun === true]
  ensureFew(rows.length, atomic ? rowsAtOnceAtomic : rowsAtOnce)
  const side = await deps.glpi.side()
  const understood = await understandRows(deps, side, by, { rows, defaults, send })
  const wanted = { source, rows: understood, update, atomic, dryRun, batch }
  return once(deps, side, by, wanted)
}

async function once(
  deps: CreateKeyDeps,
  side: GlpiSide,
  by: Importer,
  wanted: ImportWanted,
): Promise<ImportAnswer> {
  let limits: Limits = noLimits
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { db } = deps
      return {
        isDone: true,
        rows: await inTransaction(db, (trx) => importOnce(trx, deps, side, by, wanted, limits)),
      }
    } catch (error) {
      if (error instanceof Undone) return { isDone: false, rows: error.rows }
      if (attempt === attemptsAtMost) throw error
      if (error instanceof ImportedMeanwhile) continue
      if (wanted.atomic) throw error
      limits = narrower(limits, error)
    }
  }
}

/** What there is room for is done, and the rest is refused. */
function narrower(limits: Limits, error: unknown): Limits {
  if (error instanceof PolicyExceeded && 'left' in error.limit)
    return { ...limits, keys: { most: error.limit.left, error } }
  if (error instanceof SendingLimited) {
    const { by } = error
    if (by.kind === 'admin') return { ...limits, mails: { most: error.left, error } }
    return { ...limits, addresses: new Map([...limits.addresses, [by.address.toLowerCase(), error]]) }
  }
  throw error
}

function ensureFew(rows: number, most: number): void {
  if (rows > most)
    throw new AppError('INPUT_INVALID', `${rows} rows are more than the ${most} that are possible at once`)
}
