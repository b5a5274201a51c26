import { recordEvent } from '../audit'
import type { EntityScope } from '../glpi'
import { inTransaction } from '../shared/db'
import { readHeir, type TransferObstacle } from './find-heir'
import type { PresetDeps, PresetKeeper } from './manage-presets'
import { replaceOwner, selectPresets } from './presets-store'

/**
 * Hands somebody's presets over, as far as the new owner could give what they give.
 *
 * @throws {AppError} INPUT_INVALID when the new owner may make no keys
 */
export async function transferPresets(
  deps: PresetDeps,
  { actor }: Pick<PresetKeeper, 'actor'>,
  {
    scope,
    from,
    to,
    dryRun = false,
  }: { scope: EntityScope; from: number; to: number; dryRun?: boolean | undefined },
): Promise<{ moved: number; kept: { uid: string; name: string; obstacle: TransferObstacle }[] }> {
  const heirOf = await readHeir(deps.db, await deps.glpi.side(), to, deps.clock.now())
  const result: Awaited<ReturnType<typeof transferPresets>> = { moved: 0, kept: [] }
  if (from === to) return result
  for (const { uid, name, terms } of await selectPresets(deps.db, scope, { ownerUsersId: from })) {
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
        const details = { preset: uid, issuer: { before: from, after: to } }
        await recordEvent(trx, deps, { kind: 'preset.changed', actor, details })
        return true
      }))
    if (went) result.moved += 1
  }
  return result
}
