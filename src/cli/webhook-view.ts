import type { EndpointDescription, WebhookDeliveryDescription } from '../webhooks'
import { webhookTypes } from '../shared/webhook-words'
import { table } from './output'

export const linesOfWebhooks = (found: readonly EndpointDescription[]): string[] =>
  found.length === 0
    ? ['There are no webhooks. Make one with "glpi-invite webhooks create".']
    : table([
        ['WEBHOOK', 'STATE', 'ADDRESS', 'EVENTS'],
        ...found.map((one) => [one.uid, stateOf(one), one.url, eventsOf(one)]),
      ])

export const linesOfWebhook = (shown: EndpointDescription): string[] => [
  `Webhook  ${shown.uid}`,
  `Address  ${shown.url}`,
  ...(shown.description === '' ? [] : [`For      ${shown.description}`]),
  `Events   ${eventsOf(shown)}`,
  `State    ${stateOf(shown)}`,
  ...(shown.formerSecretUntil === null ? [] : [`Former   secret is good until ${shown.formerSecretUntil}`]),
]

export const linesOfSecret = (shown: EndpointDescription, secret: string): string[] => [
  ...linesOfWebhook(shown),
  `Secret   ${secret}`,
  'It is shown now and not again: copy it into the settings of the receiver.',
]

export const linesOfWebhookDeliveries = (found: readonly WebhookDeliveryDescription[]): string[] =>
  found.length === 0
    ? ['Nothing was sent.']
    : table([
        ['DELIVERY', 'QUEUED', 'EVENT', 'OUTCOME'],
        ...found.map((one) => [one.uid, one.createdAt, one.type, outcomeOf(one)]),
      ])

export function outcomeOf({ state, status, reason, attempts, dueAt }: WebhookDeliveryDescription): string {
  const said = [reason, status].filter((part) => part !== null).join(' ')
  const next = dueAt === null ? '' : `, next ${dueAt}`
  return `${state}${said === '' ? '' : `: ${said}`} (${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}${next})`
}

const eventsOf = ({ types }: EndpointDescription): string =>
  types.length === webhookTypes.length ? 'everything' : types.join(', ')

function stateOf({ isActive, offReason, failingSince, failures }: EndpointDescription): string {
  if (offReason === 'gone') return 'off: the receiver says that it is gone'
  if (!isActive) return 'off'
  return failingSince === null ? 'on' : `failing since ${failingSince} (${failures} in a row)`
}
