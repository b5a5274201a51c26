import { Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import type { Context } from '../context'
import {
  changeEndpoint,
  deleteEndpoint,
  deliverDeps,
  deliveryStates,
  type DeliveryState,
  describeDelivery,
  describeEndpoint,
  type Endpoint,
  type EndpointWithSecret,
  getEndpoint,
  listDeliveries,
  listEndpoints,
  makeEndpoint,
  redeliver,
  rotateSecret,
  switchEndpoint,
  testEndpoint,
  usualOverlapMs,
  type WebhookDelivery,
  webhookTypes,
} from '../webhooks'
import { parseDuration } from '../shared/time'
import type { CommandTools } from './command-tools'
import { exitCode } from './exit-codes'
import { print, table } from './output'

interface Json {
  json: boolean
}
interface Fields {
  description?: string
  events?: string[]
}

/** `webhooks create|list|show|change|test|rotate|delete|deliveries|redeliver`. */
export function webhooksCommand(tools: CommandTools): Command {
  const webhooks = new Command('webhooks').description(
    'addresses of other programs that are told what happens',
  )
  const { terminal, actor } = tools

  webhooks
    .command('create')
    .description('tell an address what happens from now on, and print the secret that signs the messages')
    .argument('<url>', 'where to, as in https://hr.example.org/hooks')
    .option('--description <text>', 'what it is for', '')
    .addOption(eventsOption().default([...webhookTypes], 'everything'))
    .option('--json', 'print one JSON object', false)
    .action((url: string, { description = '', events = [], json }: Fields & Json) =>
      tools.withContext(async (context) => {
        sayWithSecret(context, await makeEndpoint(context, actor, { url, description, types: events }), json)
      }),
    )

  webhooks
    .command('list')
    .description('list the webhooks, the oldest first')
    .option('--json', 'print one JSON array', false)
    .action(({ json }: Json) =>
      tools.withContext(async ({ db, clock }) => {
        const found = await listEndpoints(db)
        const now = clock.now()
        print(
          terminal,
          json,
          found.map((one) => describeEndpoint(one, now)),
          () =>
            found.length === 0
              ? ['There are no webhooks. Make one with "glpi-invite webhooks create".']
              : table([
                  ['WEBHOOK', 'STATE', 'ADDRESS', 'EVENTS'],
                  ...found.map((one) => [one.uid, stateOf(one), one.url, eventsOf(one)]),
                ]),
        )
      }),
    )

  webhooks
    .command('show')
    .description('show a webhook')
    .argument('<uid>', 'the id of the webhook', parseUid)
    .option('--json', 'print one JSON object', false)
    .action((uid: string, { json }: Json) =>
      tools.withContext(async (context) => say(context, await getEndpoint(context.db, uid), json)),
    )

  webhooks
    .command('change')
    .description('change a webhook; what is left out stays as it is')
    .argument('<uid>', 'the id of the webhook', parseUid)
    .option('--url <url>', 'where to')
    .option('--description <text>', 'what it is for')
    .addOption(eventsOption())
    .option('--off', 'send nothing more, and give up what waits')
    .addOption(new Option('--on', 'tell what happens from now on').conflicts('off'))
    .option('--json', 'print one JSON object', false)
    .action((uid: string, asked: Fields & Json & { url?: string; on?: true; off?: true }) =>
      tools.withContext(async (context) => {
        const before = await getEndpoint(context.db, uid)
        const wanted = {
          url: asked.url ?? before.url,
          description: asked.description ?? before.description,
          types: asked.events ?? before.types,
        }
        const isChanged =
          asked.url !== undefined || asked.description !== undefined || asked.events !== undefined
        if (isChanged) await changeEndpoint(context, actor, uid, wanted)
        if (asked.on === true || asked.off === true)
          await switchEndpoint(context, actor, uid, asked.on === true ? 'on' : 'off')
        say(context, await getEndpoint(context.db, uid), asked.json)
      }),
    )

  webhooks
    .command('test')
    .description('send a message that means nothing, and wait for the answer')
    .argument('<uid>', 'the id of the webhook', parseUid)
    .option('--json', 'print one JSON object', false)
    .action((uid: string, { json }: Json) =>
      tools.withContext(async (context) => {
        const delivery = await testEndpoint(deliverDeps(context), uid)
        print(terminal, json, describeDelivery(delivery), () => [outcomeOf(delivery)])
        if (delivery.state !== 'delivered') tools.setExitCode(exitCode.checkFailed)
      }),
    )

  webhooks
    .command('rotate')
    .description('give a webhook a new secret; messages carry both signatures for a while')
    .argument('<uid>', 'the id of the webhook', parseUid)
    .addOption(
      new Option('--overlap <duration>', 'how long the former secret stays good, such as 2h, or 0')
        .argParser(parseOverlap)
        .default(usualOverlapMs, '24h'),
    )
    .option('--json', 'print one JSON object', false)
    .action((uid: string, { overlap, json }: Json & { overlap: number }) =>
      tools.withContext(async (context) => {
        const { secretVersion: version } = await getEndpoint(context.db, uid)
        sayWithSecret(context, await rotateSecret(context, actor, uid, { version, overlapMs: overlap }), json)
      }),
    )

  webhooks
    .command('delete')
    .description('delete a webhook; its secret is forgotten, and nothing more is sent there')
    .argument('<uid>', 'the id of the webhook', parseUid)
    .option('--json', 'print one JSON object', false)
    .action((uid: string, { json }: Json) =>
      tools.withContext(async (context) => {
        const endpoint = await deleteEndpoint(context, actor, uid)
        print(terminal, json, describeEndpoint(endpoint, context.clock.now()), () => [
          `Deleted webhook ${endpoint.uid} to ${endpoint.url}.`,
        ])
      }),
    )

  webhooks
    .command('deliveries')
    .description('list what became of the messages to a webhook in the last 30 days, the newest first')
    .argument('<uid>', 'the id of the webhook', parseUid)
    .addOption(new Option('--state <state>', 'those alone').choices(deliveryStates))
    .option('--limit <n>', 'how many at most', parseLimit, 100)
    .option('--json', 'print one JSON array', false)
    .action((uid: string, { state, limit, json }: Json & { state?: DeliveryState; limit: number }) =>
      tools.withContext(async ({ db }) => {
        await getEndpoint(db, uid)
        const found = await listDeliveries(db, uid, { state, limit })
        print(terminal, json, found.map(describeDelivery), () =>
          found.length === 0
            ? ['Nothing was sent.']
            : table([
                ['DELIVERY', 'QUEUED', 'EVENT', 'OUTCOME'],
                ...found.map((one) => [one.uid, one.createdAt.toISOString(), one.type, outcomeOf(one)]),
              ]),
        )
      }),
    )

  webhooks
    .command('redeliver')
    .description('send a message once more, with the same id')
    .argument('<uid>', 'the id of the webhook', parseUid)
    .argument('<delivery>', 'the id of the delivery', parseUid)
    .option('--json', 'print one JSON object', false)
    .action((endpointUid: string, uid: string, { json }: Json) =>
      tools.withContext(async (context) => {
        const delivery = await redeliver(context, { endpointUid, uid })
        print(terminal, json, describeDelivery(delivery), () => ['It waits, and is sent in a moment.'])
      }),
    )

  function say({ clock }: Context, endpoint: Endpoint, json: boolean): void {
    print(terminal, json, describeEndpoint(endpoint, clock.now()), () => linesOf(endpoint, clock.now()))
  }

  function sayWithSecret({ clock }: Context, { endpoint, secret }: EndpointWithSecret, json: boolean): void {
    print(terminal, json, { ...describeEndpoint(endpoint, clock.now()), secret }, () => [
      ...linesOf(endpoint, clock.now()),
      `Secret   ${secret}`,
      'It is shown now and not again: copy it into the settings of the receiver.',
    ])
  }

  return webhooks
}

const eventsOption = (): Option =>
  new Option(
    '--events <types>',
    `of what it is told, separated by commas: ${webhookTypes.join(', ')}`,
  ).argParser((text: string) => text.split(',').map((type) => type.trim()))

const linesOf = (endpoint: Endpoint, now: Date): string[] => {
  const { formerSecretUntil } = describeEndpoint(endpoint, now)
  return [
    `Webhook  ${endpoint.uid}`,
    `Address  ${endpoint.url}`,
    ...(endpoint.description === '' ? [] : [`For      ${endpoint.description}`]),
    `Events   ${eventsOf(endpoint)}`,
    `State    ${stateOf(endpoint)}`,
    ...(formerSecretUntil === null ? [] : [`Former   secret is good until ${formerSecretUntil}`]),
  ]
}

const eventsOf = ({ types }: Endpoint): string =>
  types.length === webhookTypes.length ? 'everything' : types.join(', ')

function stateOf({ off, failingSince, failures }: Endpoint): string {
  if (off === 'gone') return 'off: the receiver says that it is gone'
  if (off !== undefined) return 'off'
  return failingSince === undefined
    ? 'on'
    : `failing since ${failingSince.toISOString()} (${failures} in a row)`
}

function outcomeOf({ state, status, failure, attempts, dueAt }: WebhookDelivery): string {
  const said = [
    ...(failure === undefined ? [] : [failure]),
    ...(status === undefined ? [] : [`${status}`]),
  ].join(' ')
  const next = dueAt === undefined ? '' : `, next ${dueAt.toISOString()}`
  return `${state}${said === '' ? '' : `: ${said}`} (${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}${next})`
}

function parseUid(text: string): string {
  const uid = z.uuid().safeParse(text.trim().toLowerCase())
  if (uid.success) return uid.data
  throw new InvalidArgumentError('It must be an id as "glpi-invite webhooks list" shows it.')
}

function parseOverlap(text: string): number {
  const ms = text === '0' ? 0 : parseDuration(text)
  if (ms !== undefined && ms <= 30 * 86_400_000) return ms
  throw new InvalidArgumentError('It must look like 2h or 7d, 30 days at most, or be 0.')
}

function parseLimit(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number up to 9999.')
}
