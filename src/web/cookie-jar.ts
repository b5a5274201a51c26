import { parseCookie, stringifySetCookie } from 'cookie'
import type { Request, Response } from 'express'
import { cookieRulesFor } from './cookies'

/** One cookie that scripts cannot read. */
export interface CookieJar {
  read(req: Request): string | undefined
  write(res: Response, value: string): void
  clear(res: Response): void
}

export function createCookieJar(publicUrl: string, ownName: string, lifeMs: number): CookieJar {
  const { prefix, secure, path } = cookieRulesFor(publicUrl)
  const name = `${prefix}${ownName}`
  const set = (res: Response, value: string, maxAge: number) => {
    const rules = { path, secure, httpOnly: true, sameSite: 'lax' as const }
    res.append('Set-Cookie', stringifySetCookie({ name, value, maxAge, ...rules }))
  }
  return {
    read: (req) => parseCookie(req.headers.cookie ?? '')[name],
    write: (res, value) => set(res, value, Math.floor(lifeMs / 1000)),
    clear: (res) => set(res, '', 0),
  }
}
