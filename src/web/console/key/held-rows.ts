import type { Context } from '../../../context'
import { listHeld } from '../../../registration'
import { approvalRow } from '../approvals/approval-rows'
import type { Desk } from '../desk'
import type { HeldRow } from '../views/key'

const shownAtMost = 50

/** Whose registrations with the key are not finished, those that lapse first before the others. */
export async function heldRows(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  desk: Desk,
  keyUid: string,
): Promise<HeldRow[]> {
  const filter = { scope: desk.actor.scope, keyUid }
  const held = await listHeld(db, filter, { now: clock.now(), limit: shownAtMost })
  return held.map((one) => {
    const { name, login, address: email, until, reviewHref } = approvalRow(desk, one)
    const href = one.state === 'awaiting-approval' ? reviewHref : undefined
    return { name, login, email, state: desk.t.approvals.onKey.states[one.state], until, href }
  })
}
