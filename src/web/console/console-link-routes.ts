import type { Request, Response } from 'express'
import { z } from 'zod'
import { redeemConsoleLink } from '../../admins'
import type { Context } from '../../context'
import { AppError } from '../../shared/errors'
import { statuses } from '../../shared/http-statuses'
import { basePathOf } from '../base-path'
import { originOf } from '../origin'
import { createCookieJar } from '../cookie-jar'
import type { FrontDesk } from './desk'
import { createFormGuard } from './form-guard'
import type { ConsoleRoute } from './route'
import { renewSession } from './sessions'
import { explainFailure } from './sign-in-routes'

const Form = z.object({ csrf: z.string().catch('') })

/** As long as a link is good for. */
const cookieLifeMs = 5 * 60_000

/**
 * Signing in by a link made on the server. Opening it changes nothing, since mail scanners and previews open links,
 * and takes the token out of the address; the button then spends it.
 */
export function consoleLinkRoutes(context: Context): ConsoleRoute[] {
  const { config, sealer } = context
  const root = `${basePathOf(config.publicUrl)}/console`
  const guard = createFormGuard(context)
  const jar = createCookieJar(config.publicUrl, 'console-link', cookieLifeMs)

  function tokenIn(req: Request): string | undefined {
    const sealed = jar.read(req)
    return sealed === undefined ? undefined : z.string().safeParse(sealer.unseal('console-link', sealed)).data
  }

  function show(req: Request, res: Response, desk: FrontDesk, error: string | undefined) {
    const { title, lead } = desk.t.signIn.link
    desk.show('console-link', { title, lead, error, csrf: guard.issue(req, res) })
  }

  return [
    {
      method: 'get',
      path: '/link/:token',
      may: 'anyone',
      handle: (req, res) => {
        jar.write(res, sealer.seal('console-link', String(req.params['token'])))
        res.status(303).set('Location', `${root}/link`).end()
      },
    },
    {
      method: 'get',
      path: '/link',
      may: 'anyone',
      handle: (req, res, desk) => {
        const isThere = tokenIn(req) !== undefined
        show(req, isThere ? res : res.status(410), desk, isThere ? undefined : desk.t.signIn.link.spent)
      },
    },
    {
      method: 'post',
      path: '/link',
      may: 'anyone',
      handle: async (req, res, desk) => {
        guard.ensureGenuine(req, Form.parse(req.body ?? {}).csrf)
        const token = tokenIn(req)
        jar.clear(res)
        try {
          await renewSession(req, await redeemConsoleLink(context, token ?? '', originOf(req)))
          res.status(303).set('Location', root).end()
        } catch (error) {
          const isSpent = error instanceof AppError && error.code === 'CONSOLE_LINK_SPENT'
          const sentence = isSpent ? desk.t.signIn.link.spent : explainFailure(desk.t.signIn, error)
          if (!(error instanceof AppError) || sentence === undefined) throw error
          context.log.info({ requestId: req.id, code: error.code }, error.message)
          show(req, res.status(statuses[error.code]), desk, sentence)
        }
      },
    },
  ]
}
