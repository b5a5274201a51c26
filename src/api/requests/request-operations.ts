import { z } from 'zod'
import type { Context } from '../../context'
import {
  answerAsFits,
  type Answerer,
  declineRequest,
  describeRequest,
  describeRequestOf,
  getRequest,
  grantByInvitation,
  grantByReissue,
  type LinkRequest,
  listRequests,
  type RequestDescription,
  type RequestWithStanding,
  requestStates,
} from '../../requests'
import { askableRefusals } from '../../shared/askable'
import { AppError, InputInvalid } from '../../shared/errors'
import { readMoment, writeMoment } from '../../shared/moment'
import type { Caller } from '../caller'
import { Cursor, Instant, orNull, pageLimit, pageOf, Uid, UidParams } from '../common-schemas'
import { changes, type Operation, reads } from '../operation'
import { cutPage } from '../pages'

const summary = {
  uid: Uid,
  keyUid: Uid,
  keyLabel: z.string(),
  keyHint: z.string(),
  address: z.string().meta({ description: 'As it was typed: nobody has shown that it is theirs' }),
  message: z.string().nullable(),
  refusal: z.enum(askableRefusals).meta({ description: 'Why their link was refused' }),
  state: z.enum(requestStates),
  askedAt: Instant,
  answeredAt: Instant.nullable(),
  answeredBy: z.int().nullable().meta({ description: 'In GLPI; null: the server, or nobody yet' }),
  givenKeyUid: orNull(Uid).meta({ description: 'The key whose link was mailed' }),
}

const RequestSummary = z
  .strictObject(summary)
  .meta({ id: 'RequestSummary' }) satisfies z.ZodType<RequestDescription>

const RequestSchema = z
  .strictObject({
    ...summary,
    invited: z.boolean().meta({ description: 'Whether the key is for that address' }),
  })
  .meta({ id: 'Request' }) satisfies z.ZodType<RequestWithStanding>

const ListQuery = z.strictObject({
  which: z.enum(['open', 'answered']).default('open').meta({
    description: 'open: the longest wait first; answered: the latest first',
  }),
  after: Cursor.optional().meta({ description: '`next` of the page before' }),
  limit: pageLimit(50, 500),
})

const Answer = z
  .strictObject({
    with: z
      .enum(['reissue', 'invitation'])
      .optional()
      .meta({
        description:
          'reissue: a new link of the same key, for its only address; invitation: a key of their own. Left out: ' +
          'what fits',
      }),
  })
  .meta({ id: 'Answer' })

const tag = 'Requests'
const refs = z.object({ uid: Uid })

export const requestOperations: Operation[] = [
  reads({
    operationId: 'listRequests',
    tag,
    summary: 'Requests for new links, from people whose link is refused',
    path: '/requests',
    scope: 'keys:read',
    permission: 'see-keys',
    query: ListQuery,
    answer: pageOf(RequestSummary),
    read: async (context, { caller, query: { which, after: cursor, limit } }) => {
      const after = cursor === undefined ? undefined : readMoment(cursor)
      if (cursor !== undefined && after === undefined)
        throw new InputInvalid([{ pointer: '/after', reason: 'not what `next` of a page was' }])
      const page = { which, after, limit: limit + 1 }
      const found = await listRequests(context.db, caller.actor.scope, page)
      const { items, next } = cutPage(found, limit, (last) => writeMoment(momentOf(last, which)))
      return { items: items.map((request) => describeRequest(request, request)), next }
    },
  }),
  reads({
    operationId: 'getRequest',
    tag,
    summary: 'One request for a new link',
    path: '/requests/{uid}',
    scope: 'keys:read',
    permission: 'see-keys',
    params: UidParams,
    answer: RequestSchema,
    read: async (context, { caller, params }) => describe(context, caller, params.uid),
  }),
  changes({
    operationId: 'answerRequest',
    tag,
    summary: 'Answer a request: mail a new link',
    description: 'You have to be one who could make this very key now, and answer for it from then on.',
    method: 'post',
    path: '/requests/{uid}/answer',
    scope: 'keys:manage',
    permission: 'create-keys',
    params: UidParams,
    body: Answer,
    refs,
    answer: RequestSchema,
    perform: async (context, { caller, params: { uid }, body }) => {
      const found = await getRequest(context.db, uid, caller.actor.scope)
      const mayReissue = caller.actor.permissions.has('update-keys')
      if (body.with === 'reissue' && !mayReissue)
        throw new AppError('NOT_ALLOWED', `profile ${caller.actor.profilesId} lacks update-keys`)
      const by = answererOf(caller)
      if (body.with === 'reissue') await grantByReissue(context, by, uid)
      else if (body.with === 'invitation' || !mayReissue) await grantByInvitation(context, by, uid)
      else await answerAsFits(context, by, found)
      return { refs: { uid } }
    },
    present: (context, { caller }, { uid }) => describe(context, caller, uid),
  }),
  changes({
    operationId: 'declineRequest',
    tag,
    summary: 'Decline a request: give no new link',
    description: 'Nobody is written to.',
    method: 'post',
    path: '/requests/{uid}/refusal',
    scope: 'keys:manage',
    permission: 'see-keys',
    params: UidParams,
    refs,
    answer: RequestSchema,
    perform: async (context, { caller, params: { uid } }) => {
      const { permissions, profilesId } = caller.actor
      if (!permissions.has('create-keys') && !permissions.has('update-keys'))
        throw new AppError('NOT_ALLOWED', `profile ${profilesId} may answer no requests`)
      await declineRequest(context, answererOf(caller), uid)
      return { refs: { uid } }
    },
    present: (context, { caller }, { uid }) => describe(context, caller, uid),
  }),
]

const answererOf = ({ keeper, actor }: Caller): Answerer => ({ ...keeper, scope: actor.scope })

async function describe({ db }: Context, { actor }: Caller, uid: string) {
  const { request, key } = await getRequest(db, uid, actor.scope)
  return describeRequestOf(request, key)
}

const momentOf = ({ uid, askedAt, answeredAt }: LinkRequest, which: 'open' | 'answered') => ({
  at: which === 'open' ? askedAt : (answeredAt ?? askedAt),
  uid,
})
