import type { Context } from '../context'
import {
  changeEndpoint,
  deleteEndpoint,
  deliverDeps,
  describeDelivery,
  describeEndpoint,
  type EndpointWithSecret,
  getEndpoint,
  listDeliveries,
  listEndpoints,
  makeEndpoint,
  redeliver,
  rotateSecret,
  switchEndpoint,
  testEndpoint,
} from '../webhooks'
import type { CommandTools } from './command-tools'
import type { WebhookActions } from './definitions/webhooks'
import { exitCode } from './exit-codes'
import { durationOf } from './key-arguments'
import { print } from './output'
import {
  linesOfSecret,
  linesOfWebhook,
  linesOfWebhookDeliveries,
  linesOfWebhooks,
  outcomeOf,
} from './webhook-view'

/** The commands below `webhooks`, on the server. */
export function webhookActions(tools: CommandTools): WebhookActions {
  const { terminal, actor } = tools

  const say = async ({ db, clock }: Context, uid: string, json: boolean): Promise<void> => {
    const shown = describeEndpoint(await getEndpoint(db, uid), clock.now())
    print(terminal, json, shown, () => linesOfWebhook(shown))
  }

  const hand = ({ clock }: Context, { endpoint, secret }: EndpointWithSecret, json: boolean): void => {
    const shown = describeEndpoint(endpoint, clock.now())
    print(terminal, json, { ...shown, secret }, () => linesOfSecret(shown, secret))
  }

  return {
    create: (url, { description = '', events = [], json }) =>
      tools.withContext(async (context) => {
        hand(context, await makeEndpoint(context, actor, { url, description, types: events }), json)
      }),
    list: ({ json }) =>
      tools.withContext(async ({ db, clock }) => {
        const now = clock.now()
        const found = (await listEndpoints(db)).map((one) => describeEndpoint(one, now))
        print(terminal, json, found, () => linesOfWebhooks(found))
      }),
    show: (uid, { json }) => tools.withContext((context) => say(context, uid, json)),
    change: (uid, { url, description, events, on, off, json }) =>
      tools.withContext(async (context) => {
        const before = await getEndpoint(context.db, uid)
        const wanted = {
          url: url ?? before.url,
          description: description ?? before.description,
          types: events ?? before.types,
        }
        if ([url, description, events].some((one) => one !== undefined))
          await changeEndpoint(context, actor, uid, wanted)
        if (on === true || off === true) await switchEndpoint(context, actor, uid, on === true ? 'on' : 'off')
        await say(context, uid, json)
      }),
    test: (uid, { json }) =>
      tools.withContext(async (context) => {
        const delivery = describeDelivery(await testEndpoint(deliverDeps(context), uid))
        print(terminal, json, delivery, () => [outcomeOf(delivery)])
        if (delivery.state !== 'delivered') tools.setExitCode(exitCode.checkFailed)
      }),
    rotate: (uid, { overlap, json }) =>
      tools.withContext(async (context) => {
        const { secretVersion: version } = await getEndpoint(context.db, uid)
        const overlapMs = overlap === '0' ? 0 : durationOf(overlap)
        hand(context, await rotateSecret(context, actor, uid, { version, overlapMs }), json)
      }),
    delete: (uid, { json }) =>
      tools.withContext(async (context) => {
        const endpoint = await deleteEndpoint(context, actor, uid)
        print(terminal, json, describeEndpoint(endpoint, context.clock.now()), () => [
          `Deleted webhook ${endpoint.uid} to ${endpoint.url}.`,
        ])
      }),
    deliveries: (uid, { state, limit, json }) =>
      tools.withContext(async ({ db }) => {
        await getEndpoint(db, uid)
        const found = (await listDeliveries(db, uid, { state, limit })).map(describeDelivery)
        print(terminal, json, found, () => linesOfWebhookDeliveries(found))
      }),
    redeliver: (endpointUid, uid, { json }) =>
      tools.withContext(async (context) => {
        const delivery = describeDelivery(await redeliver(context, { endpointUid, uid }))
        print(terminal, json, delivery, () => ['It waits, and is sent in a moment.'])
      }),
  }
}
