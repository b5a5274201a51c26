import type { ImportColumn } from '../csv'
import type { GlpiSide } from '../glpi'
import { changeKeyIn, type CreateKeyDeps, getKey, type PreparedKey, sendInvitationIn } from '../keys'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import { changeFor } from './change-for'
import { type KnownRow, replaceKnownRow } from './known-rows-store'
import { ImportedMeanwhile } from './make-rows'
import type { Importer, ImportRow, RowOutcome } from './outcome'
import type { RowDigests } from './row-digests'
import { problemFrom } from './row-problems'
import { attemptPart } from './savepoint-store'
import type { Source } from './sources-store'

export interface RowToChange {
  row: ImportRow
  key: PreparedKey
  known: KnownRow
  digests: RowDigests
  columns: readonly ImportColumn[]
}

/** Whoever has a new address is mailed the link there, if links are mailed. */
export async function updateRow(
  trx: Db,
  deps: CreateKeyDeps,
  side: GlpiSide,
  by: Importer,
  source: Source,
  { row, key, known, digests, columns }: RowToChange,
): Promise<RowOutcome> {
  const { keyUid } = known
  const done = await attemptPart(trx, async () => {
    if (!by.mayUpdate) throw new AppError('NOT_ALLOWED', 'your profile in GLPI does not let you update users')
    const wanted = changeFor(await getKey(trx, keyUid), key, columns)
    const changed = await changeKeyIn(trx, deps, side, by, keyUid, wanted)
    if (changed === undefined) throw new ImportedMeanwhile()
    if (key.send && columns.includes('email')) await sendInvitationIn(trx, deps, side, by, keyUid)
    await replaceKnownRow(trx, source, known, digests)
  })
  const { line } = row
  if (done instanceof AppError) return { line, outcome: 'refused', keyUid, problems: [problemFrom(done)] }
  return { line, outcome: 'updated', keyUid, columns }
}
