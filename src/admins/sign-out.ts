import { type Origin, recordEvent } from '../audit'
import { inTransaction } from '../shared/db'
import type { RecordSignInDeps } from './record-sign-in'
import { noteSignOut } from './sign-outs-store'

/** Writes down that somebody left; the session is the door's to end. */
export async function signOut(deps: RecordSignInDeps, usersId: number, from?: Origin): Promise<void> {
  await recordEvent(deps.db, deps, { kind: 'admin.signed-out', actor: { kind: 'user', usersId }, from })
}

/** Ends every session that this person has begun so far, wherever sessions are stored. */
export async function signOutEverywhere(
  deps: RecordSignInDeps,
  usersId: number,
  from?: Origin,
): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    await noteSignOut(trx, usersId, deps.clock.now())
    await recordEvent(trx, deps, {
      kind: 'admin.signed-out',
      actor: { kind: 'user', usersId },
      details: { everywhere: true },
      from,
    })
  })
}
