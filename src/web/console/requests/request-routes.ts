import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Context } from '../../../context'
import { type DetailedKey, getKey, isAllowed } from '../../../keys'
import {
  type Answerer,
  declineRequest,
  getRequest,
  grantByInvitation,
  grantByReissue,
  type ListedRequest,
  listRequests,
} from '../../../requests'
import { AppError } from '../../../shared/errors'
import type { Desk } from '../desk'
import { nameOf } from '../keys/key-rows'
import { keeperAt } from '../roles'
import type { ConsoleRoute, GuardedRoute } from '../route'
import type { RequestRowView } from '../views/requests'
import { outcomeOf, showRequest, tellAnswerProblem } from './request-page'

const Uid = z.uuid()
const shown = 100
const answeredShown = 50

/** People whose link is refused, and who ask for a new one. */
export function requestRoutes(context: Context): ConsoleRoute[] {
  return [
    {
      method: 'get',
      path: '/requests',
      may: 'see-keys',
      handle: async (_req, _res, desk) => {
        const { scope } = desk.actor
        const waiting = await listRequests(context.db, scope, { which: 'open', limit: shown + 1 })
        const answered = await listRequests(context.db, scope, { which: 'answered', limit: answeredShown })
        desk.show('requests', {
          title: desk.t.requests.title,
          waiting: await rowsOf(desk, waiting.slice(0, shown)),
          hasMore: waiting.length > shown,
          answered: await rowsOf(desk, answered),
        })
      },
    },
    {
      method: 'get',
      path: '/requests/:uid',
      may: 'see-keys',
      handle: async (req, _res, desk) => {
        await showRequest(context, desk, await requestFor(req, desk))
      },
    },
    answering('codes', 'update-keys', (by, uid) => grantByReissue(context, by, uid)),
    answering('invitations', 'create-keys', (by, uid) => grantByInvitation(context, by, uid)),
    answering('refusals', 'signed-in', (by, uid) => declineRequest(context, by, uid)),
  ]

  function answering(
    what: 'codes' | 'invitations' | 'refusals',
    may: GuardedRoute['may'],
    answer: (by: Answerer, uid: string) => Promise<unknown>,
  ): GuardedRoute {
    return {
      method: 'post',
      path: `/requests/:uid/${what}`,
      may,
      handle: async (req, res, desk) => {
        if (may === 'signed-in') ensureMayAnswer(desk, res)
        const { request } = await requestFor(req, desk)
        try {
          await answer({ ...keeperAt(desk), scope: desk.actor.scope }, request.uid)
        } catch (error) {
          const problem = tellAnswerProblem(error, desk, res)
          await showRequest(context, desk, await requestFor(req, desk), problem)
          return
        }
        const { notices } = desk.t.requests
        const sent = context.config.smtpUrl === undefined ? notices.queued : notices.granted
        await desk.redirect('/requests', what === 'refusals' ? notices.declined : sent)
      },
    }
  }

  function requestFor(req: Request, { actor }: Desk) {
    const uid = Uid.safeParse(req.params['uid']).data
    if (uid === undefined) throw new AppError('NOT_FOUND', 'not the id of a request')
    return getRequest(context.db, uid.toLowerCase(), actor.scope)
  }

  async function rowsOf(desk: Desk, requests: readonly ListedRequest[]): Promise<RequestRowView[]> {
    const keys = new Map<string, DetailedKey>()
    const rows: RequestRowView[] = []
    for (const request of requests) {
      const key = keys.get(request.keyUid) ?? (await getKey(context.db, request.keyUid))
      keys.set(request.keyUid, key)
      rows.push(await rowOf(desk, request, key))
    }
    return rows
  }

  async function rowOf(desk: Desk, request: ListedRequest, key: DetailedKey): Promise<RequestRowView> {
    const { t, format, root } = desk
    const isInvited = key.isBound && isAllowed(key, request.address)
    const isWaiting = request.state === 'asked' || request.state === 'waiting'
    const standing = isInvited
      ? { text: t.requests.invited, className: 'state state-good' }
      : { text: t.requests.unproven, className: 'state state-warn' }
    return {
      href: `${root}/requests/${request.uid}`,
      address: request.address,
      standing: isWaiting ? standing : undefined,
      reason: t.requests.reasons[request.refusal],
      note: request.note,
      key: nameOf(desk, { label: request.keyLabel, hint: request.keyHint }),
      keyHref: `${root}/keys/${request.keyUid}`,
      asked: format.instant(request.askedAt),
      iso: format.iso(request.askedAt),
      answer: isWaiting ? '' : await outcomeOf(context, desk, request),
    }
  }
}

/** Declining gives nothing: either right is enough. */
function ensureMayAnswer({ actor: { permissions, profilesId } }: Desk, res: Response): void {
  if (permissions.has('create-keys') || permissions.has('update-keys')) return
  res.locals['missing'] = 'update-keys'
  throw new AppError('NOT_ALLOWED', `profile ${profilesId} may answer no requests`)
}
