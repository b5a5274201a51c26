import type { Request, Response } from 'express'
import { z } from 'zod'
import { deviceLifeMs, signIn, signInTrusted } from '../../admins'
import type { Context } from '../../context'
import { AppError, SignInRefused, SignInThrottled } from '../../shared/errors'
import { statuses } from '../../shared/http-statuses'
import type { SignInMessages } from '../../shared/i18n/console/messages/sign-in'
import { basePathOf } from '../base-path'
import { originOf } from '../origin'
import { createCookieJar } from '../cookie-jar'
import type { FrontDesk } from './desk'
import { createFormGuard } from './form-guard'
import type { ConsoleRoute } from './route'
import { safePath } from './safe-path'
import { renewSession } from './sessions'
import { trustedUserReader } from './trusted-user'
import type { SignInView } from './views/sign-in'

const SignInForm = z.object({
  csrf: z.string().catch(''),
  next: z.string().catch(''),
  login: z.string().catch(''),
  password: z.string().catch(''),
})
const Query = z.object({
  next: z.string().catch(''),
  'signed-out': z.enum(['here', 'everywhere']).optional().catch(undefined),
})

/** Signing in: with GLPI's login and password, or as whom a trusted proxy names. */
export function signInRoutes(context: Context): ConsoleRoute[] {
  const { config } = context
  const root = `${basePathOf(config.publicUrl)}/console`
  const guard = createFormGuard(context)
  const devices = createCookieJar(config.publicUrl, 'device', deviceLifeMs)
  const trustedUser = trustedUserReader(config)

  type Shown = Pick<SignInView, 'next' | 'login' | 'error'> & {
    notice?: string
    proxyUser?: string | undefined
  }

  function show(req: Request, res: Response, { show: showPage, t }: FrontDesk, view: Shown) {
    const { notice, proxyUser, ...rest } = view
    const words = { title: t.signIn.title, lead: t.signIn.lead(config.instanceName) }
    showPage('sign-in', { ...rest, ...words, proxyUser, csrf: guard.issue(req, res) }, notice)
  }

  /** The same form again, with what can be done about it. */
  function showFailure(
    req: Request,
    res: Response,
    desk: FrontDesk,
    error: unknown,
    typed: Pick<Shown, 'next' | 'login'>,
  ) {
    const sentence = explainFailure(desk.t.signIn, error)
    if (!(error instanceof AppError) || sentence === undefined) throw error
    context.log.info({ requestId: req.id, code: error.code }, error.message)
    if (error instanceof SignInThrottled) res.set('Retry-After', String(error.retryAfterSeconds))
    show(req, res.status(statuses[error.code]), desk, { ...typed, error: sentence })
  }

  const enter = (res: Response, next: string) =>
    res
      .status(303)
      .set('Location', `${root}${safePath(next)}`)
      .end()

  return [
    {
      method: 'get',
      path: '/sign-in',
      may: 'anyone',
      handle: async (req, res, desk) => {
        const { next, 'signed-out': out } = Query.parse(req.query)
        const { signedOut, signedOutEverywhere } = desk.t.frame.notices
        const user = trustedUser(req)
        if (out !== undefined || user === undefined) {
          const notice = out === undefined ? {} : { notice: out === 'here' ? signedOut : signedOutEverywhere }
          show(req, res, desk, { next, login: '', error: undefined, proxyUser: user, ...notice })
          return
        }
        try {
          const identity = await signInTrusted(context, user, originOf(req))
          await renewSession(req, { ...identity, proxyUser: user })
          enter(res, next)
        } catch (error) {
          showFailure(req, res, desk, error, { next, login: '' })
        }
      },
    },
    {
      method: 'post',
      path: '/sign-in',
      may: 'anyone',
      handle: async (req, res, desk) => {
        const { csrf, next, login, password } = SignInForm.parse(req.body ?? {})
        guard.ensureGenuine(req, csrf)
        try {
          const from = originOf(req)
          const deviceToken = devices.read(req)
          const signedIn = await signIn(context, { login, password, from, deviceToken })
          await renewSession(req, signedIn.identity)
          devices.write(res, signedIn.deviceToken)
          enter(res, next)
        } catch (error) {
          showFailure(req, res, desk, error, { next, login })
        }
      },
    },
  ]
}

/** What to tell who does not come in, or undefined when it is not for this page to say. */
export function explainFailure(t: SignInMessages, error: unknown): string | undefined {
  if (error instanceof SignInRefused) return t.refusals[error.refusal]
  if (error instanceof SignInThrottled) return t.throttled(Math.ceil(error.retryAfterSeconds / 60))
  return error instanceof AppError && error.code === 'SIGN_IN_FAILED' ? t.failed : undefined
}
