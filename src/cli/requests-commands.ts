import type { Context } from '../context'
import { type DetailedKey, isAllowed } from '../keys'
import {
  type Answerer,
  canBeReissued,
  declineRequest,
  getRequest,
  grantByInvitation,
  grantByReissue,
  type LinkRequest,
  listRequests,
} from '../requests'
import type { CommandTools } from './command-tools'
import type { RequestActions } from './definitions/requests'
import { keeperFor } from './key-keeper'
import { tellQueued } from './mail-words'
import { print } from './output'
import { linesOfRequest, linesOfRequests, type RequestDescription } from './request-view'

const everywhere = { kind: 'all' } as const
const listedAtMost = 1_000

/** The commands below `requests`, on the server. */
export const requestActions = (tools: CommandTools): RequestActions => {
  const answererFor = async (
    context: Context,
    { keyUid }: LinkRequest,
    { as }: { as?: string },
  ): Promise<Answerer> => ({
    ...(await keeperFor(tools, context, keyUid, as === undefined ? {} : { as })),
    scope: everywhere,
  })

  const say = (request: LinkRequest, key: DetailedKey, json: boolean, more: string[] = []): void => {
    const shown = { ...view(request), invited: key.isBound && isAllowed(key, request.address) }
    print(tools.terminal, json, shown, () => [...linesOfRequest(shown), ...more])
  }

  return {
    list: ({ answered, json }) =>
      tools.withContext(async ({ db }) => {
        const which = answered ? 'answered' : 'open'
        const found = await listRequests(db, everywhere, { which, limit: listedAtMost })
        print(tools.terminal, json, found.map(view), () =>
          linesOfRequests(
            found.map((one) => ({ ...view(one), about: one.keyLabel || `…${one.keyHint}` })),
            answered,
          ),
        )
      }),
    show: (uid, { json }) =>
      tools.withContext(async (context) => {
        const { request, key } = await getRequest(context.db, uid, everywhere)
        say(request, key, json)
      }),
    answer: (uid, { invitation, ...options }) =>
      tools.withContext(async (context) => {
        const { request, key } = await getRequest(context.db, uid, everywhere)
        const by = await answererFor(context, request, options)
        const isSame = !invitation && canBeReissued(key, request.address, context.clock.now())
        const answer = isSame ? grantByReissue : grantByInvitation
        say(await answer(context, by, uid), key, options.json, tellQueued(context.config.smtpUrl, 1))
      }),
    decline: (uid, options) =>
      tools.withContext(async (context) => {
        const { request, key } = await getRequest(context.db, uid, everywhere)
        const by = await answererFor(context, request, options)
        say(await declineRequest(context, by, uid), key, options.json)
      }),
  }
}

const view = (request: LinkRequest): RequestDescription => ({
  uid: request.uid,
  key: request.keyUid,
  address: request.address,
  message: request.note === '' ? null : request.note,
  refusal: request.refusal,
  state: request.state,
  askedAt: request.askedAt.toISOString(),
  answeredAt: request.answeredAt?.toISOString() ?? null,
  answeredBy: request.answeredBy ?? null,
  givenKey: request.givenKeyUid ?? null,
})
