import type { Context } from '../../../context'
import { findChoiceName, readNames, readPeople } from '../../../glpi'
import { getKey } from '../../../keys'
import {
  checkApproval,
  decidedAtMost,
  type EndedRegistration,
  type HeldRegistration,
  listEnded,
  listHeld,
  rejectionLength,
} from '../../../registration'
import type { Desk, Own } from '../desk'
import { languageName } from '../language-name'
import { deciderAt } from '../roles'
import { approvalRow } from './approval-rows'

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
  const held = await listHeld(context.db, filter, { now, limit: decidedAtMost })
  const people = []
  for (const one of held) people.push(await personView(context, desk, one))
  const others = uids.filter((uid) => held.every((one) => one.uid !== uid))
  const ended = await listEnded(context.db, { scope: actor.scope, uids: others })
  const approvable = people.filter(({ problem }) => problem === undefined).map(({ uid }) => uid)
  const refused = people.length - approvable.length
  return {
    title: words.title(Math.max(1, people.length)),
    csrf: desk.csrf,
    mayDecide: actor.permissions.has('update-keys'),
    people,
    over: await overLines(context, desk, ended),
    gone: others.length > ended.length ? words.gone(others.length - ended.length) : undefined,
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
    more: await moreOf(context, desk, held),
    problem: problem && desk.t.approvals.problems[problem],
  }
}

/** What else they said of themselves, and accepted. */
async function moreOf(
  { db }: Context,
  desk: Desk,
  { particulars, accepted }: HeldRegistration,
): Promise<{ term: string; value: string }[]> {
  const { names } = desk.t.formFields
  const { phone, mobile, registrationNumber, language } = particulars
  const ids = {
    title: particulars.usertitlesId,
    category: particulars.usercategoriesId,
    location: particulars.locationsId,
  }
  const chosen = { title: '', category: '', location: '' }
  for (const field of ['title', 'category', 'location'] as const)
    if (ids[field] !== 0)
      chosen[field] =
        (await findChoiceName(db, desk.side, field, ids[field])) ?? desk.t.keyList.gone(ids[field])
  const said = {
    phone,
    mobile,
    registrationNumber,
    ...chosen,
    language: language === undefined ? '' : languageName(desk.language, language),
    terms:
      accepted === undefined
        ? ''
        : desk.t.approvals.reviewing.accepted(accepted.version, desk.format.instant(accepted.at)),
  }
  return Object.entries(said)
    .filter(([, value]) => value !== '')
    .map(([field, value]) => ({ term: names[field as keyof typeof said], value }))
}

/** How those ended that do not wait any more, and at whose hands. */
async function overLines(
  { db }: Context,
  desk: Desk,
  ended: readonly EndedRegistration[],
): Promise<string[]> {
  const { reviewing: words } = desk.t.approvals
  const deciders = ended.flatMap(({ decidedBy }) => (decidedBy === undefined ? [] : [decidedBy]))
  const people = await readPeople(db, desk.side, deciders)
  return ended.map(({ login, endReason, decidedBy, at }) => {
    const who = login === '' ? words.unknownPerson : login
    if (endReason !== undefined && endReason !== 'rejected') return words.over(who)
    const by =
      decidedBy === undefined
        ? words.system
        : (people.get(decidedBy)?.name ?? desk.t.audit.actors.gone(decidedBy))
    const when = desk.format.instant(at)
    return endReason === undefined ? words.approvedBy(who, by, when) : words.rejectedBy(who, by, when)
  })
}
