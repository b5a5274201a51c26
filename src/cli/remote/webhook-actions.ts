import type { EndpointDescription, WebhookDeliveryDescription } from '../../webhooks'
import { AppError } from '../../shared/errors'
import type { WebhookActions } from '../definitions/webhooks'
import { exitCode } from '../exit-codes'
import { print } from '../output'
import {
  linesOfSecret,
  linesOfWebhook,
  linesOfWebhookDeliveries,
  linesOfWebhooks,
  outcomeOf,
} from '../webhook-view'
import { readPages, type Remote } from './remote'

type WithSecret = EndpointDescription & { secret: string | null }

/** The commands below `webhooks`, over the API. */
export function webhookActions(remote: Remote): WebhookActions {
  const { api, terminal, setExitCode } = remote

  const say = (shown: EndpointDescription, json: boolean): void =>
    print(terminal, json, shown, () => linesOfWebhook(shown))

  const hand = ({ secret, ...shown }: WithSecret, json: boolean): void => {
    if (secret === null)
      throw new AppError(
        'SERVER_BUSY',
        `the answer with the secret of webhook ${shown.uid} was lost on the way: rotate it`,
      )
    print(terminal, json, { ...shown, secret }, () => linesOfSecret(shown, secret))
  }

  return {
    async create(url, { description, events, json }) {
      hand(await api.post<WithSecret>('/webhooks', { url, description, types: events }), json)
    },
    async list({ json }) {
      const { items } = await api.get<{ items: EndpointDescription[] }>('/webhooks')
      print(terminal, json, items, () => linesOfWebhooks(items))
    },
    async show(uid, { json }) {
      say(await api.get<EndpointDescription>(`/webhooks/${uid}`), json)
    },
    async change(uid, { url, description, events, on, off, json }) {
      const isActive = on === true ? true : off === true ? false : undefined
      const asked = { url, description, types: events, isActive }
      say(await api.patch<EndpointDescription>(`/webhooks/${uid}`, asked), json)
    },
    async test(uid, { json }) {
      const delivery = await api.post<WebhookDeliveryDescription>(`/webhooks/${uid}/tests`)
      print(terminal, json, delivery, () => [outcomeOf(delivery)])
      if (delivery.state !== 'delivered') setExitCode(exitCode.checkFailed)
    },
    async rotate(uid, { overlap, json }) {
      hand(await api.post<WithSecret>(`/webhooks/${uid}/secrets`, { overlap }), json)
    },
    async delete(uid, { json }) {
      const shown = await api.get<EndpointDescription>(`/webhooks/${uid}`)
      await api.delete(`/webhooks/${uid}`)
      print(terminal, json, shown, () => [`Deleted webhook ${uid} to ${shown.url}.`])
    },
    async deliveries(uid, { state, limit, json }) {
      const path = `/webhooks/${uid}/deliveries`
      const found = await readPages<WebhookDeliveryDescription>(remote, path, { state, limit })
      print(terminal, json, found, () => linesOfWebhookDeliveries(found))
    },
    async redeliver(uid, delivery, { json }) {
      const path = `/webhooks/${uid}/deliveries/${delivery}/attempts`
      const queued = await api.post<WebhookDeliveryDescription>(path)
      print(terminal, json, queued, () => ['It waits, and is sent in a moment.'])
    },
  }
}
