import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { pinoHttp } from 'pino-http'
import type { Logger } from '../shared/log'

/** The path as it may be written down: without the code, and without the query. */
export const maskedPath = (url: string): string => {
  const [path = ''] = url.split('?')
  return path.replace(/(\/r\/).*/i, '$1***')
}

/** What the log calls this request: a person who asks for help reads it out from the page. */
export const requestIdOf = ({ id }: Request): string => (typeof id === 'string' ? id : '')

/** One line a request. Headers hold cookies and bodies hold passwords: neither is logged. */
export function accessLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: () => randomUUID(),
    quietReqLogger: true,
    quietResLogger: true,
    customProps: (req, res) => ({
      method: req.method,
      path: maskedPath((req as { originalUrl?: string }).originalUrl ?? ''),
      status: res.statusCode,
      from: (req as { ip?: string }).ip,
    }),
    serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
    customLogLevel: (_req, res) => (res.statusCode >= 500 ? 'error' : 'info'),
  })
}
