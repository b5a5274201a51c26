import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import type { Logger } from '../shared/log'

declare module 'express-serve-static-core' {
  interface Request {
    /** What the log calls this request: a person who asks for help reads it out from the page. */
    id: string
  }
}

/** The path as it may be written down: without a code, the token of a console link, or the query. */
const maskedPath = ({ originalUrl }: Request): string => {
  const [path = ''] = originalUrl.split('?')
  return path.replace(/(\/(?:r|console\/link)\/).*/i, '$1***')
}

/**
 * One line a request, when its answer is out or the browser has gone. Headers hold cookies and bodies hold passwords:
 * neither is looked at.
 */
export function accessLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    const startedAt = performance.now()
    req.id = randomUUID()
    res.once('close', () => {
      const line = {
        requestId: req.id,
        method: req.method,
        path: maskedPath(req),
        status: res.statusCode,
        from: req.ip,
        ms: Math.round(performance.now() - startedAt),
      }
      log[res.statusCode >= 500 ? 'error' : 'info'](line, res.writableFinished ? 'answered' : 'given up')
    })
    next()
  }
}
