import { parseCookie, stringifySetCookie } from 'cookie'
import type { Request, Response } from 'express'
import { z } from 'zod'
import { signIn } from '../../admins'
import type { Context } from '../../context'
import { AppError } from '../../shared/errors'
import { cookieRulesFor } from '../cookies'
import { basePathOf } from '../base-path'
import type { FrontDesk } from './desk'
import type { ConsoleRoute } from './route'
import { renewSession } from './sessions'
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

/** Signing in with GLPI's login and password. */
export function signInRoutes(context: Context): ConsoleRoute[] {
  const { config } = context
  const root = `${basePathOf(config.publicUrl)}/console`
  const guard = createFormGuard(context)

  function show(
    req: Request,
    res: Response,
    { show: showPage, t }: FrontDesk,
    view: Pick<SignInView, 'next' | 'login' | 'error'> & { notice?: string },
  ) {
    const { notice, ...rest } = view
    const words = { title: t.signIn.title, lead: t.signIn.lead(config.instanceName) }
    showPage('sign-in', { ...rest, ...words, csrf: guard.issue(req, res) }, notice)
  }

  return [
    {
      method: 'get',
      path: '/sign-in',
      may: 'anyone',
      handle: (req, res, desk) => {
        const { next, 'signed-out': out } = Query.parse(req.query)
        const { signedOut, signedOutEverywhere } = desk.t.frame.notices
        const notice = out === undefined ? {} : { notice: out === 'here' ? signedOut : signedOutEverywhere }
        show(req, res, desk, { next, login: '', error: undefined, ...notice })
      },
    },
    {
      method: 'post',
      path: '/sign-in',
      may: 'anyone',
      handle: async (req, res, desk) => {
        const { csrf, next, login, password } = SignInForm.parse(req.body ?? {})
        guard.ensureGenuine(req, csrf)
        const from = { ip: req.ip ?? '', userAgent: req.get('User-Agent') ?? '' }
        try {
          await renewSession(req, await signIn(context, { login, password, from }))
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== 'SIGN_IN_FAILED') throw error
          context.log.info({ requestId: req.id, code: error.code }, error.message)
          show(req, res.status(401), desk, { next, login, error: desk.t.signIn.failed })
          return
        }
        res
          .status(303)
          .set('Location', `${root}${safePath(next)}`)
          .end()
      },
    },
  ]
}

/** Only a path below the console is followed: never another host, never another scheme. */
function safePath(next: string): string {
  const inside = 'http://inside'
  if (!next.startsWith('/') || !URL.canParse(next, inside)) return ''
  const url = new URL(next, inside)
  return url.origin === inside && !url.pathname.startsWith('//') ? url.pathname + url.search : ''
}

/**
 * Before sign-in there is no session to bind a form to, and a stranger's form that signs somebody in as the stranger
 * is an attack too: a random cookie and its HMAC in the form take its place (OWASP, signed double submit).
 */
function createFormGuard({ config, random, sealer }: Context) {
  const { prefix, secure, path } = cookieRulesFor(config.publicUrl)
  const name = `${prefix}sign-in`
  const inCookie = (req: Request) => parseCookie(req.headers.cookie ?? '')[name]

  return {
    issue: (req: Request, res: Response): string => {
      const value = inCookie(req) ?? random.bytes(16).toString('base64url')
      const rules = { path, secure, httpOnly: true, sameSite: 'lax' as const }
      res.append('Set-Cookie', stringifySetCookie({ name, value, ...rules }))
      return sealer.sign('sign-in', value)
    },
    ensureGenuine: (req: Request, csrf: string): void => {
      const value = inCookie(req)
      if (value !== undefined && sealer.verify('sign-in', value, csrf)) return
      throw new AppError('FORM_UNREADABLE', 'the sign-in form was not made by this server for this browser')
    },
  }
}
