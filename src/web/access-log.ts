import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import type { Clock } from '../shared/clock'
import type { Logger } from '../shared/log'
import type { Random } from '../shared/random'
import { createVisitorMarks } from './visitor-marks'

declare module 'express-serve-static-core' {
  interface Request {
    /** What the log calls this request: a person who asks for help reads it out from the page. */
    id: string
  }
}

/** The path as it may be written down: without codes, secrets of mailed and console links, addresses, and the query. */
const maskedPath = ({ originalUrl }: Request): string => {
  const [path = ''] = originalUrl.split('?')
  return path.replace(/(\/(?:r|confirm|console\/link)\/).*/i, '$1***').replace(/[^/]*(?:@|%40)[^/]*/gi, '***')
}

/**
 * One line a request, when its answer is out or the browser has gone. Headers hold cookies and bodies hold passwords:
 * neither is looked at. Nothing personal is written: ids, codes and outcomes, and a mark in place of the network address.
 */
export function accessLog({ log, ...tools }: { log: Logger; clock: Clock; random: Random }): RequestHandler {
  const markOf = createVisitorMarks(tools)
  return (req, res, next) => {
    const startedAt = performance.now()
    req.id = randomUUID()
    res.once('close', () => {
      const line = {
        requestId: req.id,
        method: req.method,
        path: maskedPath(req),
        status: res.statusCode,
        visitor: markOf(req.ip ?? ''),
        ms: Math.round(performance.now() - startedAt),
      }
      log[res.statusCode >= 500 ? 'error' : 'info'](line, res.writableFinished ? 'answered' : 'given up')
    })
    next()
  }
}
