import { z } from 'zod'
import {
  changeEndpoint,
  deleteEndpoint,
  deliverDeps,
  deliveryStates,
  describeDelivery,
  describeEndpoint,
  type EndpointDescription,
  getDelivery,
  getEndpoint,
  listDeliveries,
  listEndpoints,
  makeEndpoint,
  redeliver,
  rotateSecret,
  switchEndpoint,
  testEndpoint,
  usualOverlapMs,
  type WebhookDeliveryDescription,
  webhookTypes,
} from '../../webhooks'
import type { Context } from '../../context'
import { Instant, orNull, pageLimit, pageOf, Uid, UidParams } from '../common-schemas'
import { changes, type Operation, reads } from '../operation'
import { cutPage } from '../pages'
import { readDuration } from '../read-duration'

const webhook = {
  uid: Uid,
  url: z.string(),
  description: z.string(),
  types: z.array(z.string()).meta({ description: 'Of what it is told' }),
  isActive: z.boolean(),
  offReason: z.string().nullable(),
  formerSecretUntil: Instant.nullable(),
  failingSince: Instant.nullable(),
  failures: z.int(),
  lastDeliveredAt: Instant.nullable(),
  createdAt: Instant,
  createdBy: z.int().nullable().meta({ description: 'In GLPI; null: the server' }),
}

const Webhook = z.strictObject(webhook).meta({ id: 'Webhook' }) satisfies z.ZodType<EndpointDescription>

const WebhookWithSecret = z
  .strictObject({
    ...webhook,
    secret: z
      .string()
      .nullable()
      .meta({ description: 'Signs the messages; null when the request was repeated' }),
  })
  .meta({ id: 'WebhookWithSecret' })

const Delivery = z
  .strictObject({
    uid: Uid,
    messageId: z.string().meta({ description: 'What the receiver reads as webhook-id' }),
    event: orNull(Uid).meta({ description: 'Null: a test' }),
    type: z.string(),
    state: z.enum(deliveryStates),
    attempts: z.int(),
    dueAt: Instant.nullable(),
    status: z.int().nullable().meta({ description: 'With which the receiver answered' }),
    reason: z.string().nullable().meta({ description: 'Why it was not taken' }),
    createdAt: Instant,
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'WebhookDelivery' }) satisfies z.ZodType<WebhookDeliveryDescription>

const fields = {
  url: z.string().min(1).max(2_000),
  description: z.string().max(255),
  types: z.array(z.enum(webhookTypes)).min(1).max(webhookTypes.length),
}
const NewWebhook = z
  .strictObject({
    ...fields,
    description: fields.description.default(''),
    types: fields.types.default([...webhookTypes]),
  })
  .meta({
    id: 'NewWebhook',
    example: { url: 'https://hr.example.org/hooks', types: ['registration.completed'] },
  })
const WebhookChange = z
  .strictObject({ ...fields, isActive: z.boolean() })
  .partial()
  .meta({ id: 'WebhookChange', description: 'What is left out stays as it is', example: { isActive: false } })

const DeliveryParams = z.strictObject({ uid: Uid, deliveryUid: Uid })
const tag = 'Webhooks'
const needs = { scope: 'webhooks:manage', permission: 'configure' } as const
const refs = z.object({ uid: Uid })

export const webhookOperations: Operation[] = [
  reads({
    operationId: 'listWebhooks',
    tag,
    summary: 'Addresses that are told what happens, the oldest first',
    path: '/webhooks',
    ...needs,
    answer: z.strictObject({ items: z.array(Webhook) }).meta({ id: 'Webhooks' }),
    read: async ({ db, clock }) => ({
      items: (await listEndpoints(db)).map((one) => describeEndpoint(one, clock.now())),
    }),
  }),
  reads({
    operationId: 'getWebhook',
    tag,
    summary: 'One webhook',
    path: '/webhooks/{uid}',
    ...needs,
    params: UidParams,
    answer: Webhook,
    read: (context, { params }) => describe(context, params.uid),
  }),
  changes({
    operationId: 'createWebhook',
    tag,
    summary: 'Tell an address what happens from now on',
    description: 'The secret that signs the messages is shown once.',
    method: 'post',
    path: '/webhooks',
    status: 201,
    ...needs,
    body: NewWebhook,
    refs,
    answer: WebhookWithSecret,
    perform: async (context, { caller, body }) => {
      const { endpoint, secret } = await makeEndpoint(context, caller.eventActor, body)
      return { refs: { uid: endpoint.uid }, once: [secret] }
    },
    present: (context, _call, { uid }, _codeOf, once) => describeWithSecret(context, uid, once?.[0]),
  }),
  changes({
    operationId: 'changeWebhook',
    tag,
    summary: 'Change a webhook, or switch it off or on',
    method: 'patch',
    path: '/webhooks/{uid}',
    ...needs,
    params: UidParams,
    body: WebhookChange,
    refs,
    answer: Webhook,
    perform: async (context, { caller, params: { uid }, body }) => {
      const { isActive, ...asked } = body
      const { url, description, types } = await getEndpoint(context.db, uid)
      if (Object.keys(asked).length > 0)
        await changeEndpoint(context, caller.eventActor, uid, {
          url: asked.url ?? url,
          description: asked.description ?? description,
          types: asked.types ?? types,
        })
      if (isActive !== undefined)
        await switchEndpoint(context, caller.eventActor, uid, isActive ? 'on' : 'off')
      return { refs: { uid } }
    },
    present: (context, _call, { uid }) => describe(context, uid),
  }),
  changes({
    operationId: 'deleteWebhook',
    tag,
    summary: 'Delete a webhook',
    description: 'Its secret is forgotten, and nothing more is sent there.',
    method: 'delete',
    path: '/webhooks/{uid}',
    ...needs,
    params: UidParams,
    refs,
    answer: refs.strict().meta({ id: 'DeletedWebhook' }),
    perform: async (context, { caller, params: { uid } }) => {
      await deleteEndpoint(context, caller.eventActor, uid)
      return { refs: { uid } }
    },
    present: (_context, _call, { uid }) => Promise.resolve({ uid }),
  }),
  changes({
    operationId: 'rotateWebhookSecret',
    tag,
    summary: 'Rotate the secret of a webhook',
    description: 'Shown once. For a while messages are signed with the former one, too.',
    method: 'post',
    path: '/webhooks/{uid}/secrets',
    status: 201,
    ...needs,
    params: UidParams,
    body: z
      .strictObject({
        overlap: z
          .string()
          .max(64)
          .optional()
          .meta({ description: 'ISO 8601 duration; a day', example: 'PT2H' }),
      })
      .meta({ id: 'SecretRotation' }),
    refs,
    answer: WebhookWithSecret,
    perform: async (context, { caller, params: { uid }, body }) => {
      const { secretVersion: version } = await getEndpoint(context.db, uid)
      const overlapMs = readDuration(body.overlap, '/overlap') ?? usualOverlapMs
      const { secret } = await rotateSecret(context, caller.eventActor, uid, { version, overlapMs })
      return { refs: { uid }, once: [secret] }
    },
    present: (context, _call, { uid }, _codeOf, once) => describeWithSecret(context, uid, once?.[0]),
  }),
  changes({
    operationId: 'testWebhook',
    tag,
    summary: 'Send a message that means nothing, and wait for what the receiver says',
    method: 'post',
    path: '/webhooks/{uid}/tests',
    status: 201,
    inPieces: true,
    ...needs,
    params: UidParams,
    refs,
    answer: Delivery,
    perform: async (context, { params }) => ({
      refs: { uid: (await testEndpoint(deliverDeps(context), params.uid)).uid },
    }),
    present: async (context, _call, { uid }) => describeDelivery(await getDelivery(context, uid)),
  }),
  reads({
    operationId: 'listWebhookDeliveries',
    tag,
    summary: 'What became of the messages of the last 30 days, the newest first',
    path: '/webhooks/{uid}/deliveries',
    ...needs,
    params: UidParams,
    query: z.strictObject({
      state: z.enum(deliveryStates).optional(),
      after: Uid.optional().meta({ description: '`next` of the page before' }),
      limit: pageLimit(50, 500),
    }),
    answer: pageOf(Delivery),
    read: async ({ db }, { params: { uid }, query: { state, after, limit } }) => {
      await getEndpoint(db, uid)
      const found = await listDeliveries(db, uid, { state, before: after, limit: limit + 1 })
      const { items, next } = cutPage(found, limit, (last) => last.uid)
      return { items: items.map(describeDelivery), next }
    },
  }),
  changes({
    operationId: 'redeliverMessage',
    tag,
    summary: 'Send a message once more, with the same id',
    method: 'post',
    path: '/webhooks/{uid}/deliveries/{deliveryUid}/attempts',
    status: 201,
    ...needs,
    params: DeliveryParams,
    refs,
    answer: Delivery,
    perform: async (context, { params }) => ({
      refs: { uid: (await redeliver(context, { endpointUid: params.uid, uid: params.deliveryUid })).uid },
    }),
    present: async (context, _call, { uid }) => describeDelivery(await getDelivery(context, uid)),
  }),
]

const describe = async ({ db, clock }: Context, uid: string) =>
  describeEndpoint(await getEndpoint(db, uid), clock.now())

const describeWithSecret = async (context: Context, uid: string, secret: string | undefined) => ({
  ...(await describe(context, uid)),
  secret: secret ?? null,
})
