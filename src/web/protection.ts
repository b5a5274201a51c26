import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Headers for every answer (OWASP ASVS 5, chapter 3): nothing inline, nothing from elsewhere, no address passed on. */
export function securityHeaders(publicUrl: string): RequestHandler {
  const { protocol, pathname } = new URL(publicUrl)
  const isHttps = protocol === 'https:'
  return helmet({
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
}

/** A page with a code, a form or a name on it is kept by no cache and no search engine. */
export const neverStored: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store')
  res.set('X-Robots-Tag', 'noindex')
  next()
}
