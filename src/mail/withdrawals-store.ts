import { change, type Db, uidToBytes } from '../shared/db'
import type { MailKind } from './outbox-store'

/** To the invited, about a key that they have not used. */
const invitingKinds: readonly MailKind[] = ['invitation', 'reminder', 'reissued']

/**
 * Takes back what waits to be sent to the invited about these keys, in the transaction that makes it untrue. What is
 * being sent at this moment is left to whoever sends it.
 *
 * @param why for programs: `revoked`, `sent-again`
 * @param to only what goes to these addresses
 */
export async function withdrawInvitations(
  trx: Db,
  keyUids: readonly string[],
  { why, now, to }: { why: string; now: Date; to?: readonly string[] },
): Promise<void> {
  if (keyUids.length === 0 || to?.length === 0) return
  const places = (values: readonly unknown[]) => values.map(() => '?').join()
  const some = to ?? []
  const isTo = some.length === 0 ? 'TRUE' : `d.address IN (${places(some)})`
  await change(
    trx,
    `UPDATE outbox o LEFT JOIN outbox_details d ON d.outbox_uid = o.uid
     SET o.state = 'withdrawn', o.due_at = NULL, o.failure = ?, d.sealed_code = NULL
     WHERE o.key_uid IN (${places(keyUids)}) AND o.state = 'waiting' AND o.kind IN (${places(invitingKinds)})
       AND (o.leased_until IS NULL OR o.leased_until <= ?) AND ${isTo}`,
    [why, ...keyUids.map(uidToBytes), ...invitingKinds, now, ...some],
  )
}
