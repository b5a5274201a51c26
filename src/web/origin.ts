import type { Request } from 'express'
import type { Origin } from '../audit'

/** From where a request comes, as far as the proxies we trust tell. */
export const originOf = (req: Request): Origin => ({
  ip: req.ip ?? '',
  userAgent: req.get('User-Agent') ?? '',
})
