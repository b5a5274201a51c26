import { type EventActor, type Origin, recordEvents } from '../audit'
import { withdrawInvitations } from '../mail'
import type { Clock } from '../shared/clock'
import { type Db, inTransaction } from '../shared/db'
import { AppError } from '../shared/errors'
import type { Random } from '../shared/random'
import { lockHoldsOfKeys } from './holds-store'
import { releaseHoldsOfKeys } from './release-holds'
import { type KeySelection, markManyRevoked, nextToRevoke } from './revocable-keys-store'

export interface RevokeKeysDeps {
  db: Db
  clock: Clock
  random: Random
}

/** Few enough that nobody who registers meanwhile waits for the locks. */
const keysAtOnce = 500
export const reasonLength = 255

/**
 * Ends many keys for good, in pieces: a large selection dies over several transactions, and what is done stays done
 * if one of them fails. Keys revoked before keep their date and reason. The reason may name people, so it stands
 * beside the key, where it can be emptied, and not in the record.
 *
 * @returns how many died
 */
export async function revokeKeys(
  deps: RevokeKeysDeps,
  by: { actor: EventActor; from?: Origin | undefined },
  selection: KeySelection,
  reason: string | undefined,
): Promise<number> {
  if (reason !== undefined && Array.from(reason).length > reasonLength) {
    throw new AppError('INPUT_INVALID', `the reason has more than ${reasonLength} characters`, {
      pointer: '/reason',
    })
  }
  let died = 0
  let after: string | undefined
  for (;;) {
    const now = deps.clock.now()
    const uids = await nextToRevoke(deps.db, selection, { after, limit: keysAtOnce, now })
    if (uids.length === 0) return died
    died += await revokeSome(deps, by, uids, reason)
    after = uids.at(-1)
  }
}

async function revokeSome(
  deps: RevokeKeysDeps,
  { actor, from }: { actor: EventActor; from?: Origin | undefined },
  uids: readonly string[],
  reason: string | undefined,
): Promise<number> {
  return inTransaction(deps.db, async (trx) => {
    const now = deps.clock.now()
    await lockHoldsOfKeys(trx, uids)
    const dead = await markManyRevoked(trx, uids, { reason, now })
    await withdrawInvitations(trx, dead, { why: 'revoked', now })
    await recordEvents(
      trx,
      deps,
      dead.map((keyUid) => ({ kind: 'key.revoked', actor, keyUid, from })),
    )
    await releaseHoldsOfKeys(trx, deps, { actor, from }, dead)
    return dead.length
  })
}
