import { Command, InvalidArgumentError } from 'commander'
import { z } from 'zod'
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
import { keeperFor } from './key-keeper'
import { tellQueued } from './key-mail-commands'
import { print, table } from './output'

interface CommonOptions {
  as?: string
  json: boolean
}

const everywhere = { kind: 'all' } as const
const listedAtMost = 1_000

/** `requests list|show|answer|decline`. */
export function requestsCommand(tools: CommandTools): Command {
  const requests = new Command('requests').description(
    'requests for new links, from people whose link is refused',
  )

  requests
    .command('list')
    .description('list the requests that wait for an answer, the longest first')
    .option('--answered', 'list those that were answered instead, the latest first', false)
    .option('--json', 'print one JSON array', false)
    .action(({ answered, json }: { answered: boolean; json: boolean }) =>
      tools.withContext(async ({ db }) => {
        const which = answered ? 'answered' : 'open'
        const found = await listRequests(db, everywhere, { which, limit: listedAtMost })
        print(tools.terminal, json, found.map(view), () =>
          found.length === 0
            ? [answered ? 'No requests were answered.' : 'No requests wait for an answer.']
            : table([
                ['REQUEST', 'STATE', 'ASKED', 'REFUSED', 'ADDRESS', 'KEY'],
                ...found.map((one) => [
                  one.uid,
                  one.state,
                  one.askedAt.toISOString(),
                  one.refusal,
                  one.address,
                  one.keyLabel || `…${one.keyHint}`,
                ]),
              ]),
        )
      }),
    )

  requests
    .command('show')
    .description('show a request')
    .argument('<uid>', 'the id of the request', parseRequestUid)
    .option('--json', 'print one JSON object', false)
    .action((uid: string, { json }: { json: boolean }) =>
      tools.withContext(async (context) => {
        const { request, key } = await getRequest(context.db, uid, everywhere)
        say(request, key, json)
      }),
    )

  requests
    .command('answer')
    .description(
      'mail a new link: of the same key if that is for this address alone, else of a key of their own',
    )
    .argument('<uid>', 'the id of the request', parseRequestUid)
    .option('--invitation', 'make a key of their own in any case', false)
    .option('--as <login>', 'do it in the name, and within the rights, of this GLPI user')
    .option('--json', 'print one JSON object', false)
    .action((uid: string, { invitation, ...options }: CommonOptions & { invitation: boolean }) =>
      tools.withContext(async (context) => {
        const { request, key } = await getRequest(context.db, uid, everywhere)
        const by = await answererFor(context, request, options)
        const isSame = !invitation && canBeReissued(key, request.address, context.clock.now())
        const answer = isSame ? grantByReissue : grantByInvitation
        say(await answer(context, by, uid), key, options.json, tellQueued(context.config.smtpUrl, 1))
      }),
    )

  requests
    .command('decline')
    .description('decline a request; nobody is written to')
    .argument('<uid>', 'the id of the request', parseRequestUid)
    .option('--as <login>', 'do it in the name of this GLPI user')
    .option('--json', 'print one JSON object', false)
    .action((uid: string, options: CommonOptions) =>
      tools.withContext(async (context) => {
        const { request, key } = await getRequest(context.db, uid, everywhere)
        const by = await answererFor(context, request, options)
        say(await declineRequest(context, by, uid), key, options.json)
      }),
    )

  async function answererFor(
    context: Context,
    { keyUid }: LinkRequest,
    { as }: CommonOptions,
  ): Promise<Answerer> {
    return { ...(await keeperFor(tools, context, keyUid, as === undefined ? {} : { as })), scope: everywhere }
  }

  function say(request: LinkRequest, key: DetailedKey, json: boolean, more: string[] = []): void {
    const invited = key.isBound && isAllowed(key, request.address)
    print(tools.terminal, json, { ...view(request), invited }, () => [
      `Request  ${request.uid}`,
      `Address  ${request.address} (${invited ? 'the key is for it' : 'unproven: the key is not for it'})`,
      ...(request.note === '' ? [] : [`Message  ${request.note.replace(/\s*\n\s*/g, ' / ')}`]),
      `Refused  ${request.refusal}`,
      `Key      ${request.keyUid}`,
      `Asked    ${request.askedAt.toISOString()}`,
      `State    ${request.state}`,
      ...(request.givenKeyUid === undefined ? [] : [`Given    the link of key ${request.givenKeyUid}`]),
      ...more,
    ])
  }

  return requests
}

const view = (request: LinkRequest) => ({
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

function parseRequestUid(text: string): string {
  const uid = z.uuid().safeParse(text.trim().toLowerCase())
  if (uid.success) return uid.data
  throw new InvalidArgumentError('It must be the id of a request, as "glpi-invite requests list" shows it.')
}
