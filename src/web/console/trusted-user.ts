import express, { type Request } from 'express'
import type { Config } from '../../shared/config'

type Trusts = (address: string, hop: number) => boolean

/**
 * Whom a trusted proxy says has signed in there. The request must come from that proxy itself: what Express makes of
 * `X-Forwarded-For`, or of the application we may be mounted in, does not count here.
 *
 * @returns a function that answers with the login, or undefined when nobody is named
 */
export function trustedUserReader({
  ssoHeader,
  trustedProxies,
}: Pick<Config, 'ssoHeader' | 'trustedProxies'>): (req: Request) => string | undefined {
  if (ssoHeader === undefined || trustedProxies.length === 0) return () => undefined
  const trusts = express()
    .set('trust proxy', [...trustedProxies])
    .get('trust proxy fn') as Trusts
  return (req) => {
    const value = req.headers[ssoHeader]
    if (typeof value !== 'string' || value.trim() === '') return undefined
    if (!trusts(req.socket.remoteAddress ?? '', 0)) return undefined
    return Buffer.from(value, 'latin1').toString('utf8').trim() // Node reads headers as Latin-1, proxies write UTF-8
  }
}
