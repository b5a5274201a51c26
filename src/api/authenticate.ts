import type { Request } from 'express'
import { authenticateToken } from '../admins'
import type { Context } from '../context'
import { AppError } from '../shared/errors'
import { type Caller, callerFrom } from './caller'

/** @throws {AppError} TOKEN_REFUSED, TOKEN_MALFORMED */
export async function authenticate(context: Context, req: Request): Promise<Caller> {
  const [, token] = /^Bearer +(\S+) *$/i.exec(req.get('Authorization') ?? '') ?? []
  if (token === undefined)
    throw new AppError('TOKEN_REFUSED', 'the request has no "Authorization: Bearer" header with a token')
  const ip = req.ip ?? ''
  const authenticated = await authenticateToken(context, { token, ip })
  return callerFrom(authenticated, { ip, userAgent: req.get('User-Agent') ?? '' })
}
