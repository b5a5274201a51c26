import { z } from 'zod'
import type { Context } from '../../../context'
import {
  approveRegistration,
  decidedAtMost,
  type DecidedRegistration,
  decideOnSeveral,
  listHeld,
  rejectionLength,
  rejectRegistration,
} from '../../../registration'
import { readMoment, writeMoment } from '../../../shared/moment'
import type { Desk } from '../desk'
import { deciderAt } from '../roles'
import type { ConsoleRoute } from '../route'
import { approvalRow, reviewPath } from './approval-rows'
import { reviewView } from './review'

const pageLength = 50
const ListQuery = z.object({ after: z.string().catch('') })
const Uids = z.union([z.guid().transform((uid) => [uid]), z.array(z.guid()).max(decidedAtMost)]).catch([])
const Chosen = z.object({ uid: Uids })
const Rejection = Chosen.extend({ reason: z.string().trim().catch('') })

/** Registrations that wait for somebody to approve them. */
export function approvalRoutes(context: Context): ConsoleRoute[] {
  const { db, clock } = context
  return [
    {
      method: 'get',
      path: '/approvals',
      may: 'see-keys',
      handle: async (req, _res, desk) => {
        const after = readMoment(ListQuery.parse(req.query).after)
        const filter = { scope: desk.actor.scope, state: 'awaiting-approval' as const }
        const held = await listHeld(db, filter, { now: clock.now(), after, limit: pageLength + 1 })
        const shown = held.slice(0, pageLength)
        const last = held.length > pageLength ? shown.at(-1) : undefined
        const mayDecide = desk.actor.permissions.has('update-keys')
        const { title, lead, leadReader } = desk.t.approvals
        const path = `${desk.root}/approvals`
        desk.show('approvals', {
          title,
          lead: mayDecide ? lead : leadReader,
          mayDecide,
          rows: shown.map((one) => approvalRow(desk, one)),
          more: last && `${path}?after=${writeMoment({ at: last.until, uid: last.uid })}`,
          newest: after && path,
        })
      },
    },
    {
      method: 'get',
      path: '/approvals/review',
      may: 'see-keys',
      handle: async (req, _res, desk) => {
        const { uid: uids } = Chosen.parse(req.query)
        if (uids.length === 0) await desk.redirect('/approvals', desk.t.approvals.reviewing.nothing)
        else desk.show('approval-review', await reviewView(context, desk, uids))
      },
    },
    {
      method: 'post',
      path: '/approvals/approved',
      may: 'update-keys',
      handle: async (req, _res, desk) => {
        const { uid: uids } = Chosen.parse(req.body)
        await answer(
          desk,
          await decideOnSeveral(uids, (uid) => approveRegistration(context, deciderAt(desk), uid)),
          {
            done: (n) => desk.t.approvals.notices.approved(n),
          },
        )
      },
    },
    {
      method: 'post',
      path: '/approvals/rejected',
      may: 'update-keys',
      handle: async (req, res, desk) => {
        const { uid: uids, reason } = Rejection.parse(req.body)
        const words = desk.t.approvals.reviewing
        const isTooLong = Array.from(reason).length > rejectionLength
        if (reason === '' || isTooLong) {
          const error = isTooLong ? words.reasonTooLong(rejectionLength) : words.reasonMissing
          res.status(422)
          desk.show('approval-review', await reviewView(context, desk, uids, { reason, error }))
          return
        }
        const reject = (uid: string) => rejectRegistration(context, deciderAt(desk), { uid, why: reason })
        await answer(desk, await decideOnSeveral(uids, reject), {
          done: (n) => desk.t.approvals.notices.rejected(n),
        })
      },
    },
  ]
}

/** Those that could not be approved are shown again, with what is in the way. */
async function answer(
  desk: Desk,
  decided: readonly DecidedRegistration[],
  words: { done: (n: number) => string },
): Promise<void> {
  const { notices, reviewing } = desk.t.approvals
  const done = decided.filter(({ problem }) => problem === null).length
  // Somebody else was faster, or it is outside of what they look after.
  const over = decided.filter(({ problem }) => problem === 'not-waiting' || problem === 'not-found').length
  const refused = decided
    .filter(({ problem }) => problem !== null && problem !== 'not-waiting' && problem !== 'not-found')
    .map(({ uid }) => uid)
  const said = [
    ...(done > 0 ? [words.done(done)] : []),
    ...(over > 0 ? [notices.decidedMeanwhile(over)] : []),
    ...(refused.length > 0 ? [notices.refused(refused.length)] : []),
  ]
  const notice = said.length === 0 ? reviewing.nothing : said.join(' ')
  await desk.redirect(refused.length > 0 ? reviewPath(refused) : '/approvals', notice)
}
