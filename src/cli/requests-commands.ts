import type { Context } from '../context'
import type { DetailedKey } from '../keys'
import {
  answerAsFits,
  type Answerer,
  declineRequest,
  describeRequest,
  describeRequestOf,
  getRequest,
  grantByInvitation,
  type LinkRequest,
  listRequests,
} from '../requests'
import type { CommandTools } from './command-tools'
import type { RequestActions } from './definitions/requests'
import { keeperFor } from './key-keeper'
import { tellQueued } from './mail-words'
import { print } from './output'
import { linesOfRequest, linesOfRequests } from './request-view'

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
    const shown = describeRequestOf(request, key)
    print(tools.terminal, json, shown, () => [...linesOfRequest(shown), ...more])
  }

  return {
    list: ({ answered, json }) =>
      tools.withContext(async ({ db }) => {
        const which = answered ? 'answered' : 'open'
        const found = await listRequests(db, everywhere, { which, limit: listedAtMost })
        const shown = found.map((request) => describeRequest(request, request))
        print(tools.terminal, json, shown, () => linesOfRequests(shown, answered))
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
        const answered = invitation
          ? await grantByInvitation(context, by, uid)
          : await answerAsFits(context, by, { request, key })
        say(answered, key, options.json, tellQueued(context.config.smtpUrl, 1))
      }),
    decline: (uid, options) =>
      tools.withContext(async (context) => {
        const { request, key } = await getRequest(context.db, uid, everywhere)
        const by = await answererFor(context, request, options)
        say(await declineRequest(context, by, uid), key, options.json)
      }),
  }
}
