import { z } from 'zod'
import type { Context } from '../../../context'
import { changeKey, pauseKey, resumeKey, revokeKey, showCodeTo } from '../../../keys'
import { readMoment } from '../../../shared/moment'
import { keyCarriedRoutes } from './carried-routes'
import { ChangeForm, readChange } from './change-form'
import { keyFor } from './key-for'
import { keyRenewalRoutes } from './renewal-routes'
import { tryChange } from './try-change'
import { invitationView } from '../making/invitation'
import { showKey } from './key-page'
import { keeperAt } from '../roles'
import type { ConsoleRoute } from '../route'

const Page = z.object({ registrations: z.string().catch('') })
const Revocation = z.object({ reason: z.string().trim().catch('') })
const reasonLength = 255

/** The page of one key, and what can be done to it. */
export function keyRoutes(context: Context): ConsoleRoute[] {
  const { config } = context

  return [
    ...keyRenewalRoutes(context),
    ...keyCarriedRoutes(context),
    {
      method: 'get',
      path: '/keys/:uid',
      may: 'see-keys',
      handle: async (req, _res, desk) => {
        const after = readMoment(Page.parse(req.query).registrations)
        await showKey(context, desk, await keyFor(context, req, desk), { after })
      },
    },
    {
      method: 'post',
      path: '/keys/:uid/terms',
      may: 'update-keys',
      handle: async (req, res, desk) => {
        const key = await keyFor(context, req, desk)
        const form = ChangeForm.parse(req.body)
        const { wanted, problems } = readChange(form, config)
        const found = await tryChange(desk, { wanted, problems }, () =>
          changeKey(context, keeperAt(desk), key.uid, wanted),
        )
        if (found !== undefined) {
          res.status(422)
          await showKey(context, desk, key, { change: { form, problems: found } })
          return
        }
        const { changed, unchanged } = desk.t.key.notices
        await desk.redirect(`/keys/${key.uid}`, Object.keys(wanted).length > 0 ? changed : unchanged)
      },
    },
    {
      method: 'post',
      path: '/keys/:uid/pause',
      may: 'update-keys',
      handle: async (req, _res, desk) => {
        const key = await keyFor(context, req, desk)
        await pauseKey(context, desk.eventActor, key.uid)
        await desk.redirect(`/keys/${key.uid}`, desk.t.key.notices.paused)
      },
    },
    {
      method: 'post',
      path: '/keys/:uid/resumption',
      may: 'update-keys',
      handle: async (req, _res, desk) => {
        const key = await keyFor(context, req, desk)
        await resumeKey(context, desk.eventActor, key.uid)
        await desk.redirect(`/keys/${key.uid}`, desk.t.key.notices.resumed)
      },
    },
    {
      method: 'post',
      path: '/keys/:uid/revocation',
      may: 'update-keys',
      handle: async (req, res, desk) => {
        const key = await keyFor(context, req, desk)
        const { reason } = Revocation.parse(req.body)
        if (Array.from(reason).length > reasonLength) {
          res.status(422)
          await showKey(context, desk, key, { revocation: { reason, problem: 'reason-too-long' } })
          return
        }
        await revokeKey(context, desk.eventActor, key.uid, reason)
        await desk.redirect(`/keys/${key.uid}`, desk.t.key.notices.revoked)
      },
    },
    {
      method: 'post',
      path: '/keys/:uid/link',
      may: 'create-keys',
      handle: async (req, _res, desk) => {
        const key = await keyFor(context, req, desk)
        const code = await showCodeTo(context, keeperAt(desk), key)
        desk.show('key-link', {
          sentNote: undefined,
          title: desk.t.key.link.title,
          lead: desk.t.key.link.lead,
          invitation: invitationView({ publicUrl: config.publicUrl, format: desk.format }, key, code),
          cardTitle: desk.t.making.made.cardTitle(config.instanceName),
          back: `${desk.root}/keys/${key.uid}`,
        })
      },
    },
  ]
}
