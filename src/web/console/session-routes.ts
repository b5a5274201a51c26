import { z } from 'zod'
import { listChoices, signOutEverywhere } from '../../admins'
import type { Context } from '../../context'
import { AppError } from '../../shared/errors'
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
      handle: async (req, _res, { actor, t, redirect }) => {
        const [profilesId, entitiesId] = Choice.safeParse(req.body).data?.authorisation ?? []
        const choices = await listChoices(context, actor.usersId)
        const chosen = choices.find(
          (choice) => choice.profilesId === profilesId && choice.entitiesId === entitiesId,
        )
        const { admin } = req.session
        if (chosen === undefined || admin === undefined) {
          throw new AppError('INPUT_INVALID', 'no such authorisation of this person')
        }
        const { profilesId: profile, entitiesId: entity } = chosen
        await renewSession(
          req,
          { ...admin, profilesId: profile, entitiesId: entity },
          t.frame.notices.switched,
        )
        await redirect('')
      },
    },
    {
      method: 'post',
      path: '/session/end',
      may: 'signed-in',
      handle: async (req, _res, { redirect }) => {
        await endSession(req)
        await redirect('/sign-in?signed-out=here')
      },
    },
    {
      method: 'post',
      path: '/session/end-everywhere',
      may: 'signed-in',
      handle: async (req, _res, { actor, redirect }) => {
        await signOutEverywhere(context, actor.usersId)
        await endSession(req)
        await redirect('/sign-in?signed-out=everywhere')
      },
    },
  ]
}
