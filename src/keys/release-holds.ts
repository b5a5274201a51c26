import { type EventActor, type Origin, recordEvents } from '../audit'
import type { Clock } from '../shared/clock'
import { type Db, inTransaction } from '../shared/db'
import type { Random } from '../shared/random'
import {
  endHolds,
  type HeldUse,
  listLapsedHolds,
  lockHolds,
  lockHoldsOfKeys,
  type ReleaseReason,
  waitingStates,
  type WaitingState,
} from './holds-store'
import { tellOfRelease } from './tell-of-release'

interface ReleaseTools {
  clock: Clock
  random: Random
}

/** At whose hands. */
interface By {
  actor: EventActor
  from?: Origin | undefined
}

/** Gives back the uses of holds that the transaction has locked, and tells whoever waited for a decision. */
export async function releaseLocked(
  trx: Db,
  tools: ReleaseTools,
  { actor, from }: By,
  holds: readonly HeldUse[],
  reason: ReleaseReason,
): Promise<number> {
  if (holds.length === 0) return 0
  await tellOfRelease(trx, tools, holds, reason)
  await endHolds(trx, holds, { reason, now: tools.clock.now() })
  await recordEvents(
    trx,
    tools,
    holds.map(({ registrationUid, keyUid }) => ({
      kind: 'registration.released' as const,
      actor,
      from,
      keyUid,
      registrationUid,
      details: { reason },
    })),
  )
  return holds.length
}

/**
 * Gives back what is held of keys that the transaction has just revoked, so that nobody can hold another. Lock the
 * holds with `lockHoldsOfKeys` before the keys: this one finds those that came between.
 */
export async function releaseHoldsOfKeys(
  trx: Db,
  tools: ReleaseTools,
  by: By,
  keyUids: readonly string[],
): Promise<void> {
  await releaseLocked(trx, tools, by, await lockHoldsOfKeys(trx, keyUids), 'revoked')
}

/** Gives back the use of one hold, if it is still one. */
export async function releaseHold(
  deps: ReleaseTools & { db: Db },
  registrationUid: string,
  reason: ReleaseReason,
  by: By = { actor: { kind: 'invitee' } },
): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    await releaseLocked(trx, deps, by, await lockHolds(trx, [registrationUid]), reason)
  })
}

const holdsAtOnce = 50

/** What it is called when the time of a hold is over. */
export const lapseOf: Record<WaitingState, ReleaseReason> = {
  'awaiting-confirmation': 'lapsed',
  'awaiting-approval': 'undecided',
}

/**
 * Gives back the uses of registrations that were not finished in time.
 *
 * @returns how many
 */
export async function sweepHolds(deps: ReleaseTools & { db: Db }, stop?: AbortSignal): Promise<number> {
  let released = 0
  while (stop?.aborted !== true) {
    const now = deps.clock.now()
    const lapsed = await listLapsedHolds(deps.db, now, holdsAtOnce)
    const uids = lapsed.map(({ registrationUid }) => registrationUid)
    released += await inTransaction(deps.db, async (trx) => {
      const holds = await lockHolds(trx, uids, now)
      for (const state of waitingStates) {
        const those = holds.filter((hold) => hold.state === state)
        await releaseLocked(trx, deps, { actor: { kind: 'system' } }, those, lapseOf[state])
      }
      return holds.length
    })
    if (lapsed.length < holdsAtOnce) break
  }
  return released
}
