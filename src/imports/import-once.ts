import type { GlpiSide } from '../glpi'
import type { CreateKeyDeps } from '../keys'
import type { Db } from '../shared/db'
import { replaceKnownRow } from './known-rows-store'
import { type Limits, makeRows, type RowToMake } from './make-rows'
import { matchRows } from './match-rows'
import type { Importer, ImportRow, RowOutcome } from './outcome'
import { planRow } from './plan-row'
import { takeSource } from './sources-store'
import type { UnderstoodRow } from './understand-rows'
import { updateRow } from './update-row'

/** Everything was looked at and undone, since that was the wish, or since one of all was refused. */
export class Undone extends Error {
  constructor(readonly rows: readonly RowOutcome[]) {
    super('an import was undone')
  }
}

export interface ImportWanted {
  source: string
  rows: readonly UnderstoodRow[]
  update: boolean
  atomic: boolean
  dryRun: boolean
  batch: string | undefined
}

/**
 * In one transaction.
 *
 * @throws {Undone}
 * @throws {ImportedMeanwhile}
 * @throws {PolicyExceeded} or {SendingLimited} when there is no room for so much
 */
export async function importOnce(
  trx: Db,
  deps: CreateKeyDeps,
  side: GlpiSide,
  by: Importer,
  { rows, update, atomic, dryRun, batch, ...wanted }: ImportWanted,
  limits: Limits,
): Promise<RowOutcome[]> {
  const now = deps.clock.now()
  const source = await takeSource(trx, deps, wanted.source)
  const matches = await matchRows(
    trx,
    source,
    by.scope,
    rows.map(({ row }) => row),
  )
  const outcomes = new Map<ImportRow, RowOutcome>()
  const toMake: RowToMake[] = []
  for (const understood of rows) {
    const { row } = understood
    const plan = planRow(understood, matches.get(row), { update, now })
    if (plan.kind === 'make') {
      toMake.push({ row, ...plan })
    } else if (plan.kind === 'change') {
      outcomes.set(row, await updateRow(trx, deps, side, by, source, { row, ...plan }))
    } else {
      if (plan.kind === 'recognise') await replaceKnownRow(trx, source, plan.known, plan.digests)
      outcomes.set(row, plan.outcome)
    }
  }
  const made = await makeRows(trx, deps, side, by, { source, rows: toMake, batch, limits })
  const inOrder = rows.flatMap(({ row }) => made.get(row) ?? outcomes.get(row) ?? [])
  if (dryRun || (atomic && inOrder.some(({ outcome }) => outcome === 'refused')))
    throw new Undone(inOrder.map(withoutKey))
  return inOrder
}

/** A key that is undone has no uid. */
const withoutKey = (one: RowOutcome): RowOutcome =>
  one.outcome === 'created' ? { ...one, keyUid: undefined } : one
