import type { Request } from 'express'
import type { Origin } from '../audit'

/** From where a request came, for the record. */
export const originOf = (req: Request): Origin => ({
  ip: req.ip ?? '',
  userAgent: req.get('User-Agent') ?? '',
})
