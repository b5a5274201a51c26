import type { RequestHandler } from 'express'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import helmet, { type HelmetOptions } from 'helmet'

/** Headers for every answer (OWASP ASVS 5, chapter 3): nothing inline, nothing from elsewhere, no address passed on. */
export function securityHeaders(publicUrl: string): RequestHandler {
  const { protocol, pathname } = new URL(publicUrl)
  const isHttps = protocol === 'https:'
  const headers = headersOf({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    // Under a path of GLPI's host, transport security is GLPI's to decide.
    strictTransportSecurity:
      isHttps && pathname === '/' ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  })
  return (_req, res, next) => {
    res.removeHeader('X-Powered-By') // of an application we are mounted in
    for (const [name, value] of headers) res.setHeader(name, value)
    next()
  }
}

/** What helmet sends does not depend on the request: asked once, its dozen of middlewares cost nothing later. */
function headersOf(options: HelmetOptions): [string, string][] {
  const headers: [string, string][] = []
  const sample = new ServerResponse(new IncomingMessage(new Socket()))
  sample.setHeader = (name, value) => {
    headers.push([name, String(value)])
    return sample
  }
  helmet(options)(sample.req, sample, (problem) => {
    if (problem !== undefined) throw new Error('helmet refused its options', { cause: problem })
  })
  return headers
}

/** A page with a code, a form or a name on it is kept by no cache and no search engine. */
export const neverStored: RequestHandler = (_req, res, next) => {
  res.setHeader('Cache-Control', 'no-store')
  res.setHeader('X-Robots-Tag', 'noindex')
  next()
}
