import type { GlpiSide } from '../glpi'
import { type CreateKeyDeps, judgePrepared, makePrepared, type PreparedKey } from '../keys'
import { type Db, duplicateKeyOf } from '../shared/db'
import { AppError } from '../shared/errors'
import { insertKnownRows } from './known-rows-store'
import type { Importer, ImportRow, RowOutcome } from './outcome'
import type { RowDigests } from './row-digests'
import { problemFrom } from './row-problems'
import type { Source } from './sources-store'

/** Somebody else has imported the same meanwhile: look again. */
export class ImportedMeanwhile extends Error {}

/** For how much there is room; what is beyond it is refused with the error that told so. */
export interface Limits {
  keys: Limit
  mails: Limit
  /** In lower case. */
  addresses: ReadonlyMap<string, AppError>
}

interface Limit {
  most: number
  error: AppError | undefined
}

export const noLimits: Limits = {
  keys: { most: Infinity, error: undefined },
  mails: { most: Infinity, error: undefined },
  addresses: new Map(),
}

export interface RowToMake {
  row: ImportRow
  digests: RowDigests
  key: PreparedKey
}

/** Keys, what is known of their rows, and their mails: all in one transaction. */
export async function makeRows(
  trx: Db,
  deps: CreateKeyDeps,
  side: GlpiSide,
  by: Importer,
  {
    source,
    rows,
    batch,
    limits,
  }: { source: Source; rows: readonly RowToMake[]; batch: string | undefined; limits: Limits },
): Promise<Map<ImportRow, RowOutcome>> {
  const now = deps.clock.now()
  const outcomes = new Map<ImportRow, RowOutcome>()
  const verdicts = await judgePrepared(
    trx,
    side,
    by,
    rows.map(({ key }) => key),
    now,
  )
  const hasRoom = createRoom(limits)
  const wanted = rows.flatMap((one) => {
    const verdict = by.mayMake ? verdicts.get(one.key) : notAllowed
    const refusal = verdict instanceof AppError ? verdict : hasRoom(one.key)
    if (refusal === undefined && verdict !== undefined && !(verdict instanceof AppError))
      return [{ ...one, needsProof: verdict.needsProof }]
    const problems = refusal === undefined ? [] : [problemFrom(refusal)]
    outcomes.set(one.row, { line: one.row.line, outcome: 'refused', keyUid: undefined, problems })
    return []
  })

  const { keys } = await makePrepared(trx, deps, by, wanted, { batch, now })
  const made = wanted.flatMap((one, index) => {
    const keyUid = keys[index]?.uid
    return keyUid === undefined ? [] : [{ ...one, keyUid }]
  })
  await insertKnownRows(trx, source, made, now).catch((error: unknown) => {
    throw duplicateKeyOf(error) === undefined ? error : new ImportedMeanwhile()
  })
  for (const { row, keyUid } of made) outcomes.set(row, { line: row.line, outcome: 'created', keyUid })
  return outcomes
}

const notAllowed = new AppError('NOT_ALLOWED', 'your profile in GLPI does not let you create users')

/** First come, first served. */
function createRoom({ keys, mails, addresses }: Limits): (key: PreparedKey) => AppError | undefined {
  let [made, mailed] = [0, 0]
  return ({ person, send }) => {
    const own = person.addresses.map((address) => addresses.get(address.toLowerCase()))
    if (made >= keys.most) return keys.error
    if (send && mailed >= mails.most) return mails.error
    if (send && own[0] !== undefined) return own[0]
    made += 1
    if (send) mailed += 1
    return undefined
  }
}
