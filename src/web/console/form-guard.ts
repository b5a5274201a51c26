import { parseCookie, stringifySetCookie } from 'cookie'
import type { Request, Response } from 'express'
import type { Context } from '../../context'
import { AppError } from '../../shared/errors'
import { cookieRulesFor } from '../cookies'

/** Guards the forms that come before a session. */
export interface FormGuard {
  /** For the hidden field `csrf`. */
  issue(req: Request, res: Response): string
  /** @throws {AppError} FORM_UNREADABLE */
  ensureGenuine(req: Request, csrf: string): void
}

/**
 * Before sign-in there is no session to bind a form to, and a stranger's form that signs somebody in as the stranger
 * is an attack too: a random cookie and its HMAC in the form take its place (OWASP, signed double submit).
 */
export function createFormGuard({ config, random, sealer }: Context): FormGuard {
  const { prefix, secure, path } = cookieRulesFor(config.publicUrl)
  const name = `${prefix}sign-in`
  const inCookie = (req: Request) => parseCookie(req.headers.cookie ?? '')[name]

  return {
    issue: (req, res) => {
      const value = inCookie(req) ?? random.bytes(16).toString('base64url')
      const rules = { path, secure, httpOnly: true, sameSite: 'lax' as const }
      res.append('Set-Cookie', stringifySetCookie({ name, value, ...rules }))
      return sealer.sign('sign-in', value)
    },
    ensureGenuine: (req, csrf) => {
      const value = inCookie(req)
      if (value !== undefined && sealer.verify('sign-in', value, csrf)) return
      throw new AppError('FORM_UNREADABLE', 'the sign-in form was not made by this server for this browser')
    },
  }
}
