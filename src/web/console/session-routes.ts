import { z } from 'zod'
import { signOut, signOutEverywhere, switchAuthorisation } from '../../admins'
import type { Context } from '../../context'
import { AppError } from '../../shared/errors'
import { originOf } from '../origin'
import type { ConsoleRoute } from './route'
import { endSession, renewSession } from './sessions'

const Choice = z.object({
  authorisation: z
    .string()
    .regex(/^\d+:\d+$/)
    .transform((text) => text.split(':').map(Number)),
})

/** What people do with their own session. */
export function sessionRoutes(context: Context): ConsoleRoute[] {
  return [
    {
      method: 'post',
      path: '/session/authorisation',
      may: 'signed-in',
      handle: async (req, _res, { t, redirect }) => {
        const [profilesId, entitiesId] = Choice.safeParse(req.body).data?.authorisation ?? []
        const { admin } = req.session
        if (profilesId === undefined || entitiesId === undefined || admin === undefined) {
          throw new AppError('INPUT_INVALID', 'no authorisation was chosen')
        }
        const chosen = { profilesId, entitiesId }
        await switchAuthorisation(context, admin, chosen, originOf(req))
        await renewSession(req, { ...admin, ...chosen }, t.frame.notices.switched)
        await redirect('')
      },
    },
    {
      method: 'post',
      path: '/session/end',
      may: 'signed-in',
      handle: async (req, _res, { actor, redirect }) => {
        await signOut(context, actor.usersId, originOf(req))
        await endSession(req)
        await redirect('/sign-in?signed-out=here')
      },
    },
    {
      method: 'post',
      path: '/session/end-everywhere',
      may: 'signed-in',
      handle: async (req, _res, { actor, redirect }) => {
        await signOutEverywhere(context, actor.usersId, originOf(req))
        await endSession(req)
        await redirect('/sign-in?signed-out=everywhere')
      },
    },
  ]
}
