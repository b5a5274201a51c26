import { recordEvents } from '../audit'
import type { EntityScope, GlpiWatch, Grant } from '../glpi'
import type { Clock } from '../shared/clock'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import type { Random } from '../shared/random'
import { type Batch, type BatchKey, findBatch, listKeysOfBatch } from './batches-store'
import type { Code } from './code'
import type { KeyKeeper } from './could-make'
import { ensureCouldMakeAll } from './could-make-all'
import type { KeyRing } from './key-ring'
import { readTerms } from './key-terms-store'

export interface ShowBatchDeps {
  db: Db
  glpi: GlpiWatch
  clock: Clock
  random: Random
  keyRing: KeyRing | undefined
}

export interface ShownBatch extends Batch {
  /** Of the first. */
  grant: Grant
  /** In the order in which they were made. */
  keys: readonly (BatchKey & { code: Code })[]
}

/**
 * The links of a batch once more, without those of revoked keys. Only for somebody who could make these very keys now:
 * otherwise it would be a way around what GLPI lets them hand out. Recorded for each key.
 *
 * @throws {AppError} NOT_FOUND when it is not there, not theirs to see, or cannot be unsealed; NOT_ALLOWED,
 *   KEY_ISSUER_REFUSED, KEY_GRANT_REFUSED
 */
export async function showBatch(
  deps: ShowBatchDeps,
  by: KeyKeeper,
  { batchUid, scope }: { batchUid: string; scope: EntityScope },
): Promise<ShownBatch> {
  const batch = await findBatch(deps.db, batchUid)
  const keys = batch === undefined ? [] : await listKeysOfBatch(deps.db, batchUid)
  const [first] = keys
  if (batch === undefined || first === undefined)
    throw new AppError('NOT_FOUND', `there is no batch ${batchUid}`)
  const side = await deps.glpi.side()
  await ensureCouldMakeAll(deps.db, side, by, { keys, scope, now: deps.clock.now() })
  const { grant } = await readTerms(deps.db, first.uid)
  const shown = keys.map((key) => ({ ...key, code: unsealed(deps.keyRing, key) }))
  await recordEvents(
    deps.db,
    deps,
    keys.map(({ uid }) => ({ kind: 'key.link-shown' as const, actor: by.actor, keyUid: uid })),
  )
  return { ...batch, grant, keys: shown }
}

function unsealed(keyRing: KeyRing | undefined, { uid, sealed }: BatchKey): Code {
  const code = sealed === undefined ? undefined : keyRing?.unseal(uid, sealed)
  if (code !== undefined) return code
  throw new AppError(
    'NOT_FOUND',
    `the code of key ${uid} was shown once only, or its key ring cannot be read`,
  )
}
