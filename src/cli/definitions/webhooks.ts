import { Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { parseDuration } from '../../shared/time'
import { type DeliveryState, deliveryStates, webhookTypes } from '../../shared/webhook-words'
import { examples } from './examples'

interface Json {
  json: boolean
}

interface Fields {
  description?: string
  events?: string[]
}

export type NewWebhookOptions = Fields & Json
export type WebhookChangeOptions = Fields & Json & { url?: string; on?: true; off?: true }
export type DeliveriesOptions = Json & { state?: DeliveryState; limit: number }

export interface WebhookActions {
  create(url: string, options: NewWebhookOptions): Promise<void>
  list(options: Json): Promise<void>
  show(uid: string, options: Json): Promise<void>
  change(uid: string, options: WebhookChangeOptions): Promise<void>
  test(uid: string, options: Json): Promise<void>
  rotate(uid: string, options: Json & { overlap: string }): Promise<void>
  delete(uid: string, options: Json): Promise<void>
  deliveries(uid: string, options: DeliveriesOptions): Promise<void>
  redeliver(uid: string, delivery: string, options: Json): Promise<void>
}

const uid = '0199c2f4-7a1e-7c3b-9d55-3b0c6f0f9a11'

/** `webhooks create|list|show|change|test|rotate|delete|deliveries|redeliver`. */
export function webhooksCommand(actions: WebhookActions): Command {
  const webhooks = new Command('webhooks').description(
    'addresses of other programs that are told what happens',
  )

  webhooks
    .command('create')
    .description('tell an address what happens from now on, and print the secret that signs the messages')
    .argument('<url>', 'where to, as in https://hr.example.org/hooks')
    .option('--description <text>', 'what it is for', '')
    .addOption(eventsOption().default([...webhookTypes], 'everything'))
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      examples([
        'The program of HR, of two things',
        'glpi-invite webhooks create https://hr.example.org/hooks --events registration.completed,mail.failed',
      ]),
    )
    .action((url: string, options: NewWebhookOptions) => actions.create(url, options))

  webhooks
    .command('list')
    .description('list the webhooks, the oldest first')
    .option('--json', 'print one JSON array', false)
    .addHelpText('after', examples(['Whether all of them are reached', 'glpi-invite webhooks list']))
    .action((options: Json) => actions.list(options))

  webhooks
    .command('show')
    .description('show a webhook')
    .argument('<uid>', 'the id of the webhook', parseUid)
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', examples(['What it is told', `glpi-invite webhooks show ${uid}`]))
    .action((uid: string, options: Json) => actions.show(uid, options))

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
    .addHelpText('after', examples(['No more for now', `glpi-invite webhooks change ${uid} --off`]))
    .action((uid: string, options: WebhookChangeOptions) => actions.change(uid, options))

  webhooks
    .command('test')
    .description('send a message that means nothing, and wait for the answer')
    .argument('<uid>', 'the id of the webhook', parseUid)
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', examples(['Whether it answers', `glpi-invite webhooks test ${uid}`]))
    .action((uid: string, options: Json) => actions.test(uid, options))

  webhooks
    .command('rotate')
    .description('give a webhook a new secret; messages carry both signatures for a while')
    .argument('<uid>', 'the id of the webhook', parseUid)
    .addOption(
      new Option('--overlap <duration>', 'how long the former secret stays good, such as 2h, or 0')
        .argParser(readOverlap)
        .default('24h'),
    )
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', examples(['A new secret', `glpi-invite webhooks rotate ${uid}`]))
    .action((uid: string, options: Json & { overlap: string }) => actions.rotate(uid, options))

  webhooks
    .command('delete')
    .description('delete a webhook; its secret is forgotten, and nothing more is sent there')
    .argument('<uid>', 'the id of the webhook', parseUid)
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', examples(['It is not there any more', `glpi-invite webhooks delete ${uid}`]))
    .action((uid: string, options: Json) => actions.delete(uid, options))

  webhooks
    .command('deliveries')
    .description('list what became of the messages to a webhook in the last 30 days, the newest first')
    .argument('<uid>', 'the id of the webhook', parseUid)
    .addOption(new Option('--state <state>', 'those alone').choices(deliveryStates))
    .option('--limit <n>', 'how many at most', parseLimit, 100)
    .option('--json', 'print one JSON array', false)
    .addHelpText(
      'after',
      examples(['What it was told, and what it said', `glpi-invite webhooks deliveries ${uid}`]),
    )
    .action((uid: string, options: DeliveriesOptions) => actions.deliveries(uid, options))

  webhooks
    .command('redeliver')
    .description('send a message once more, with the same id')
    .argument('<uid>', 'the id of the webhook', parseUid)
    .argument('<delivery>', 'the id of the delivery', parseUid)
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', examples(['Once more', `glpi-invite webhooks redeliver ${uid} ${uid}`]))
    .action((uid: string, delivery: string, options: Json) => actions.redeliver(uid, delivery, options))

  return webhooks
}

const eventsOption = (): Option =>
  new Option(
    '--events <types>',
    `of what it is told, separated by commas: ${webhookTypes.join(', ')}`,
  ).argParser((text: string) => text.split(',').map((type) => type.trim()))

function parseUid(text: string): string {
  const uid = z.uuid().safeParse(text.trim().toLowerCase())
  if (uid.success) return uid.data
  throw new InvalidArgumentError('It must be an id as "glpi-invite webhooks list" shows it.')
}

function readOverlap(text: string): string {
  const ms = text === '0' ? 0 : parseDuration(text)
  if (ms !== undefined && ms <= 30 * 86_400_000) return text
  throw new InvalidArgumentError('It must look like 2h or 7d, 30 days at most, or be 0.')
}

function parseLimit(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number up to 9999.')
}
