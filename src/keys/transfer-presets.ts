import { recordEvent } from '../audit'
import type { EntityScope } from '../glpi'
import { inTransaction } from '../shared/db'
import { readHeir, type TransferObstacle } from './find-heir'
import { listPresetsOf, type PresetDeps, type PresetKeeper } from './manage-presets'
import { replaceOwner } from './presets-store'

export interface PresetsToTransfer {
  /** Only those that give nothing outside of it. */
  scope: EntityScope
  /** Whose they are, in `glpi_users`; undefined: the server's. */
  from: number | undefined
  /** This one of theirs alone. */
  uid?: string | undefined
  /** In `glpi_users`. */
  to: number
  dryRun?: boolean | undefined
}

/**
 * Hands somebody's presets over, as far as the new owner could give what they give.
 *
 * @throws {AppError} INPUT_INVALID when the new owner may make no keys
 */
export async function transferPresets(
  deps: PresetDeps,
  { actor }: Pick<PresetKeeper, 'actor'>,
  { scope, from, uid: only, to, dryRun = false }: PresetsToTransfer,
): Promise<{ moved: number; kept: { uid: string; name: string; obstacle: TransferObstacle }[] }> {
  const heirOf = await readHeir(deps.db, await deps.glpi.side(), to, deps.clock.now())
  const result: Awaited<ReturnType<typeof transferPresets>> = { moved: 0, kept: [] }
  if (from === to) return result
  const theirs = await listPresetsOf(deps.db, scope, from)
  for (const { uid, name, terms } of theirs.filter((one) => only === undefined || one.uid === only)) {
    const isUnbounded = terms.maxUses === 'unlimited' || terms.life === 'never'
    const heir = await heirOf({ grant: terms.grant, isUnbounded })
    if (typeof heir === 'string') {
      result.kept.push({ uid, name, obstacle: heir })
      continue
    }
    const went =
      dryRun ||
      (await inTransaction(deps.db, async (trx) => {
        if (!(await replaceOwner(trx, uid, { before: from, after: to }))) return false
        const details = { preset: uid, issuer: { before: from ?? null, after: to } }
        await recordEvent(trx, deps, { kind: 'preset.changed', actor, details })
        return true
      }))
    if (went) result.moved += 1
  }
  return result
}
