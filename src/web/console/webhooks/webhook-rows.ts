import type { Context } from '../../../context'
import type { Endpoint } from '../../../webhooks'
import type { Desk } from '../desk'
import type { WebhookRowView, WebhookStateView } from '../views/webhooks'

const load = () => import('../../../webhooks/index.js')

export async function webhookRows({ db }: Pick<Context, 'db'>, desk: Desk): Promise<WebhookRowView[]> {
  const { listEndpoints, webhookTypes } = await load()
  const { webhooks: t } = desk.t
  return (await listEndpoints(db)).map((endpoint) => ({
    href: `${desk.root}/webhooks/${endpoint.uid}`,
    url: endpoint.url,
    description: endpoint.description,
    types:
      endpoint.types.length === webhookTypes.length
        ? [t.everything]
        : endpoint.types.map((type) => t.types[type] ?? type),
    state: stateOf(desk, endpoint),
  }))
}

/** Failing is said as soon as it is so; that it lasts is said elsewhere. */
export function stateOf({ t, format }: Desk, { off, failingSince }: Endpoint): WebhookStateView {
  const { states } = t.webhooks
  if (off === 'gone') return { text: states.gone, className: 'state state-bad', since: undefined }
  if (off !== undefined) return { text: states.off, className: 'state state-warn', since: undefined }
  if (failingSince === undefined)
    return { text: states.active, className: 'state state-good', since: undefined }
  const since = states.since(format.instant(failingSince))
  return { text: states.failing, className: 'state state-bad', since }
}
