import type { Request } from 'express'
import { z } from 'zod'
import type { Context } from '../../../context'
import { duplicateKeyOf } from '../../../shared/db'
import { AppError } from '../../../shared/errors'
import type { Endpoint } from '../../../webhooks'
import type { Desk } from '../desk'
import type { ConsoleRoute } from '../route'
import { newWebhookForm, readWebhookForm, tellProblem, uidOfForm, webhookFormView } from './webhook-form'
import { webhookPage } from './webhook-page'
import { webhookRows } from './webhook-rows'

/** Only who looks at webhooks loads what they are made of. */
const load = () => import('../../../webhooks/index.js')

const Rotation = z.object({
  version: z.coerce.number().int().catch(0),
  'at-once': z.literal('yes').optional().catch(undefined),
})

/** Other programs that are told what happens. */
export function webhookRoutes(context: Context): ConsoleRoute[] {
  return [
    {
      method: 'get',
      path: '/webhooks',
      may: 'configure',
      handle: async (_req, _res, desk) =>
        desk.show('webhooks', {
          title: desk.t.webhooks.title,
          newHref: `${desk.root}/webhooks/new`,
          rows: await webhookRows(context, desk),
        }),
    },
    {
      method: 'get',
      path: '/webhooks/new',
      may: 'configure',
      handle: async (_req, _res, desk) =>
        desk.show('new-webhook', await webhookFormView(desk, newWebhookForm(context))),
    },
    {
      method: 'post',
      path: '/webhooks',
      may: 'configure',
      handle: async (req, res, desk) => {
        const { makeEndpoint } = await load()
        const form = readWebhookForm(req.body)
        const uid = uidOfForm(context, form)
        try {
          showSecret(desk, await makeEndpoint(context, desk.eventActor, form, uid))
        } catch (error) {
          if (duplicateKeyOf(error) !== undefined) {
            // The page was loaded again, or the button pressed twice: there is one webhook, and its secret was shown.
            await desk.redirect(`/webhooks/${uid}`, desk.t.webhooks.secret.shownBefore)
            return
          }
          const errors = await tellProblem(error, desk)
          res.status(422)
          desk.show('new-webhook', await webhookFormView(desk, form, errors))
        }
      },
    },
    {
      method: 'get',
      path: '/webhooks/:uid',
      may: 'configure',
      handle: async (req, _res, desk) =>
        desk.show('webhook', await webhookPage(context, desk, await endpointFor(context, req), req.query)),
    },
    {
      method: 'post',
      path: '/webhooks/:uid',
      may: 'configure',
      handle: async (req, res, desk) => {
        const { changeEndpoint } = await load()
        const endpoint = await endpointFor(context, req)
        const form = readWebhookForm(req.body)
        try {
          await changeEndpoint(context, desk.eventActor, endpoint.uid, form)
        } catch (error) {
          const errors = await tellProblem(error, desk)
          res.status(422)
          desk.show('webhook', await webhookPage(context, desk, endpoint, {}, { form, errors }))
          return
        }
        await desk.redirect(`/webhooks/${endpoint.uid}`, desk.t.webhooks.notices.changed)
      },
    },
    {
      method: 'post',
      path: '/webhooks/:uid/tests',
      may: 'configure',
      handle: async (req, _res, desk) => {
        const { deliverDeps, testEndpoint } = await load()
        const { uid } = await endpointFor(context, req)
        const { state, status, failure } = await testEndpoint(deliverDeps(context), uid)
        const { test, deliveries } = desk.t.webhooks
        const why = [
          failure === undefined ? '' : deliveries.failures[failure],
          status === undefined ? '' : `(${deliveries.answered(status)})`,
        ]
        const notice =
          state === 'delivered' ? test.taken(status ?? 0) : [test.refused, ...why].join(' ').trim()
        await desk.redirect(`/webhooks/${uid}`, notice)
      },
    },
    {
      method: 'post',
      path: '/webhooks/:uid/secrets',
      may: 'configure',
      handle: async (req, _res, desk) => {
        const { rotateSecret, usualOverlapMs } = await load()
        const { uid, secretVersion } = await endpointFor(context, req)
        const { version, 'at-once': atOnce } = Rotation.parse(req.body ?? {})
        if (version !== secretVersion) {
          await desk.redirect(`/webhooks/${uid}`, desk.t.webhooks.secret.shownBefore)
          return
        }
        const overlapMs = atOnce === undefined ? usualOverlapMs : 0
        showSecret(desk, await rotateSecret(context, desk.eventActor, uid, { version, overlapMs }))
      },
    },
    ...(['off', 'on'] as const).map((to): ConsoleRoute => ({
      method: 'post',
      path: to === 'off' ? '/webhooks/:uid/pause' : '/webhooks/:uid/resumption',
      may: 'configure',
      handle: async (req, _res, desk) => {
        const { switchEndpoint } = await load()
        const { uid } = await endpointFor(context, req)
        await switchEndpoint(context, desk.eventActor, uid, to)
        await desk.redirect(`/webhooks/${uid}`, desk.t.webhooks.notices[to])
      },
    })),
    {
      method: 'get',
      path: '/webhooks/:uid/deletion',
      may: 'configure',
      handle: async (req, _res, desk) => {
        const { uid, url } = await endpointFor(context, req)
        desk.show('webhook-deletion', {
          title: desk.t.webhooks.deletion.title,
          csrf: desk.csrf,
          url,
          action: `${desk.root}/webhooks/${uid}/deletion`,
          backHref: `${desk.root}/webhooks/${uid}`,
        })
      },
    },
    {
      method: 'post',
      path: '/webhooks/:uid/deletion',
      may: 'configure',
      handle: async (req, _res, desk) => {
        const { deleteEndpoint } = await load()
        const { uid } = await endpointFor(context, req)
        await deleteEndpoint(context, desk.eventActor, uid)
        await desk.redirect('/webhooks', desk.t.webhooks.notices.deleted)
      },
    },
    {
      method: 'post',
      path: '/webhooks/:uid/deliveries/:delivery/attempts',
      may: 'configure',
      handle: async (req, _res, desk) => {
        const { redeliver } = await load()
        const { uid: endpointUid } = await endpointFor(context, req)
        const uid = uidIn(req, 'delivery')
        const { notices, cannotAgain } = desk.t.webhooks
        const said = await redeliver(context, { endpointUid, uid }).then(
          () => notices.again,
          (error: unknown) => {
            if (error instanceof AppError && error.code === 'INPUT_INVALID') return cannotAgain
            throw error
          },
        )
        await desk.redirect(`/webhooks/${endpointUid}`, said)
      },
    },
  ]
}

function showSecret(desk: Desk, { endpoint, secret }: { endpoint: Endpoint; secret: string }): void {
  desk.show('webhook-secret', {
    title: desk.t.webhooks.secret.title,
    url: endpoint.url,
    secret,
    nextHref: `${desk.root}/webhooks/${endpoint.uid}`,
  })
}

async function endpointFor({ db }: Context, req: Request): Promise<Endpoint> {
  const { getEndpoint } = await load()
  return getEndpoint(db, uidIn(req, 'uid'))
}

const Uid = z.uuid()

/** @throws {AppError} NOT_FOUND */
function uidIn(req: Request, name: 'uid' | 'delivery'): string {
  const uid = Uid.safeParse(req.params[name]).data
  if (uid === undefined) throw new AppError('NOT_FOUND', 'not the id of a webhook')
  return uid.toLowerCase()
}
