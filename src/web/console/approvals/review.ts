import type { Context } from '../../../context'
import { readNames } from '../../../glpi'
import { getKey } from '../../../keys'
import {
  checkApproval,
  getRegistration,
  type HeldRegistration,
  listHeld,
  rejectionLength,
} from '../../../registration'
import { AppError } from '../../../shared/errors'
import type { Desk, Own } from '../desk'
import { deciderAt } from '../roles'
import { approvalRow } from './approval-rows'

/** What is decided at once. */
export const reviewedAtMost = 50

/** Who they are, what they would get, and what is in the way. */
export async function reviewView(
  context: Context,
  desk: Desk,
  uids: readonly string[],
  rejection: { reason: string; error: string | undefined } = { reason: '', error: undefined },
): Promise<Own<'approval-review'>> {
  const { t, actor } = desk
  const words = t.approvals.reviewing
  const now = context.clock.now()
  const filter = { scope: actor.scope, state: 'awaiting-approval' as const, uids }
  const held = await listHeld(context.db, filter, { now, limit: reviewedAtMost })
  const people = []
  for (const one of held) people.push(await personView(context, desk, one))
  const others = uids.filter((uid) => held.every((one) => one.uid !== uid))
  const ended = await countEnded(context, others)
  const approvable = people.filter(({ problem }) => problem === undefined).map(({ uid }) => uid)
  const refused = people.length - approvable.length
  return {
    title: words.title(Math.max(1, people.length)),
    csrf: desk.csrf,
    mayDecide: actor.permissions.has('update-keys'),
    people,
    over: ended > 0 ? [t.approvals.notices.decidedMeanwhile(ended)] : [],
    gone: others.length > ended ? words.gone(others.length - ended) : undefined,
    approvable,
    split: approvable.length > 0 && refused > 0 ? words.approveSome(approvable.length, refused) : undefined,
    approve: words.approve(approvable.length),
    reject: words.reject(people.length),
    reason: rejection.reason,
    reasonError: rejection.error,
    reasonMax: rejectionLength,
  }
}

async function personView(context: Context, desk: Desk, held: HeldRegistration) {
  const { grant } = await getKey(context.db, held.keyUid)
  const { authorisations } = grant
  const names = await readNames(context.db, desk.side, {
    profiles: authorisations.map(({ profilesId }) => profilesId),
    entities: authorisations.map(({ entitiesId }) => entitiesId),
  })
  const problem = await checkApproval(context, deciderAt(desk), held.uid)
  return {
    ...approvalRow(desk, held),
    grants: authorisations.map(
      ({ profilesId, entitiesId }) =>
        `${names.profile(profilesId) ?? desk.t.keyList.gone(profilesId)}, ${names.entityPath(entitiesId) ?? desk.t.keyList.gone(entitiesId)}`,
    ),
    problem: problem && desk.t.approvals.problems[problem],
  }
}

/** Of those that do not wait here: how many ever did. What is not there, and what is elsewhere, look the same. */
async function countEnded(context: Context, uids: readonly string[]): Promise<number> {
  let ended = 0
  for (const uid of uids) {
    try {
      const { state } = await getRegistration(context, uid)
      if (state === 'completed' || state === 'released') ended += 1
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }
  return ended
}
