import { z } from 'zod'
import type { Context } from '../../../context'
import type { Endpoint, WebhookDelivery } from '../../../webhooks'
import type { Desk, Own } from '../desk'
import type { WebhookDeliveryView } from '../views/webhooks'
import { type WebhookErrors, webhookFields, type WebhookForm } from './webhook-form'
import { stateOf } from './webhook-rows'

const pageSize = 25
const Query = z.object({ before: z.uuid().optional().catch(undefined) })

/** One webhook: how it is, what can be done to it, and what became of its messages. */
export async function webhookPage(
  { db, clock }: Context,
  desk: Desk,
  endpoint: Endpoint,
  query: unknown,
  { form, errors }: { form: WebhookForm; errors: WebhookErrors } = {
    form: { ...endpoint, token: '', types: [...endpoint.types] },
    errors: {},
  },
): Promise<Own<'webhook'>> {
  const { listDeliveries } = await import('../../../webhooks/index.js')
  const { webhooks: t } = desk.t
  const { before } = Query.parse(query)
  const found = await listDeliveries(db, endpoint.uid, { before, limit: pageSize + 1 })
  const shown = found.slice(0, pageSize)
  const page = `${desk.root}/webhooks/${endpoint.uid}`
  const last = shown.at(-1)
  const { formerUntil } = endpoint
  const now = clock.now()
  return {
    ...(await webhookFields(desk, form, errors)),
    title: endpoint.description === '' ? new URL(endpoint.url).host : endpoint.description,
    csrf: desk.csrf,
    action: page,
    backHref: `${desk.root}/webhooks`,
    current: endpoint.url,
    state: stateOf(desk, endpoint),
    isOff: endpoint.off !== undefined,
    isGone: endpoint.off === 'gone',
    version: endpoint.secretVersion,
    both:
      formerUntil !== undefined && formerUntil > now
        ? t.rotate.both(desk.format.instant(formerUntil))
        : undefined,
    deliveries: shown.map((delivery) => deliveryRow(desk, page, endpoint, delivery)),
    older: found.length > pageSize && last !== undefined ? `${page}?before=${last.uid}` : undefined,
    newest: before === undefined ? undefined : page,
  }
}

const tones = {
  waiting: 'state state-warn',
  delivered: 'state state-good',
  failed: 'state state-bad',
} as const

function deliveryRow(
  { t, format }: Desk,
  page: string,
  { off }: Endpoint,
  delivery: WebhookDelivery,
): WebhookDeliveryView {
  const { deliveries: words, types } = t.webhooks
  const { state, status, failure, attempts, dueAt, eventUid } = delivery
  const what = types[delivery.type] ?? delivery.type
  const at = format.instant(delivery.createdAt)
  return {
    when: at,
    iso: format.iso(delivery.createdAt),
    what,
    state: words.states[state],
    className: tones[state],
    details: [
      ...(failure === undefined ? [] : [words.failures[failure]]),
      [
        ...(status === undefined ? [] : [words.answered(status)]),
        ...(attempts === 0 ? [] : [words.attempts(attempts)]),
        ...(dueAt === undefined || attempts === 0 ? [] : [words.next(format.instant(dueAt))]),
      ].join(', '),
    ].filter((text) => text !== ''),
    again:
      state === 'waiting' || eventUid === undefined || off !== undefined
        ? undefined
        : { action: `${page}/deliveries/${delivery.uid}/attempts`, label: words.againOf(`${what}, ${at}`) },
  }
}
