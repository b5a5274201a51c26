import { lookup as lookUpHost } from 'node:dns/promises'
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isNativeError } from 'node:util/types'
import type { DeliveryFailure } from './delivery'
import type { Reach } from './reachable'

export interface HostAddress {
  address: string
  family: number
}
export type ResolveHost = (host: string) => Promise<readonly HostAddress[]>

/** As the system does, its hosts file included. */
export const resolveHost: ResolveHost = (host) => lookUpHost(host, { all: true })

export interface PostDeps {
  reach: Reach
  resolve: ResolveHost
  timeoutMs: number
}

export type Answer =
  | { kind: 'answer'; status: number; retryAfterMs: number | undefined }
  | { kind: 'none'; why: DeliveryFailure }

/** Nobody reads what a receiver says beyond its status; so much is taken, so that it gets rid of it. */
const answerBytes = 4_096

class AddressRefused extends Error {}
class ProtocolSwitched extends Error {}

/**
 * Posts a message once. The address that is connected to is the one that was looked at: names are resolved here, and a
 * resolver that answers differently the next time is asked only once. Redirects are answers like any other, proxies of
 * the environment are not asked, and all together takes `timeoutMs` at most.
 */
export async function postMessage(
  { reach, resolve, timeoutMs }: PostDeps,
  { url, headers, body }: { url: string; headers: Readonly<Record<string, string>>; body: string },
): Promise<Answer> {
  const target = new URL(url)
  const isClear = target.protocol === 'http:'
  const may = (address: string) => (isClear ? reach.mayReachInClear(address) : reach.mayReach(address))
  const host = target.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !may(host)) return { kind: 'none', why: 'address-refused' }

  const signal = AbortSignal.timeout(timeoutMs)
  const options = { method: 'POST', headers, signal, lookup: guarded(resolve, may) }
  const agent = isClear ? new HttpAgent() : new HttpsAgent()
  try {
    const answer = await new Promise<IncomingMessage>((done, reject) => {
      const request = isClear
        ? requestHttp(target, { ...options, agent })
        : requestHttps(target, { ...options, agent })
      request.once('response', done)
      request.on('error', reject)
      // Whoever answers with another protocol (101) ends it without an answer, and without an error.
      request.once('close', () => reject(new ProtocolSwitched()))
      request.end(body)
    })
    await discard(answer)
    return { kind: 'answer', status: answer.statusCode ?? 0, retryAfterMs: retryAfter(answer) }
  } catch (error) {
    return { kind: 'none', why: reasonOf(error) }
  } finally {
    agent.destroy()
  }
}

/** A name with nothing behind it that may be reached is refused; of several addresses only those are tried. */
function guarded(resolve: ResolveHost, may: (address: string) => boolean): LookupFunction {
  return (host, { all }, done) => {
    resolve(host)
      .then((found) => {
        const [first, ...more] = found.filter(({ address }) => may(address))
        if (first === undefined) throw new AddressRefused()
        if (all === true) done(null, [first, ...more])
        else done(null, first.address, first.family)
      })
      .catch((error: unknown) => done(error as NodeJS.ErrnoException, ''))
  }
}

/** Its status is known: whatever goes wrong with the rest is nothing to us. */
function discard(answer: IncomingMessage): Promise<void> {
  let bytes = 0
  return new Promise((done) => {
    answer.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > answerBytes) answer.destroy()
    })
    answer.on('error', () => undefined)
    answer.once('close', () => done())
  })
}

/** RFC 9110 §10.2.3, in seconds; as a date it is rare. */
function retryAfter({ headers }: IncomingMessage): number | undefined {
  const text = headers['retry-after'] ?? ''
  return /^\d{1,6}$/.test(text) ? Number(text) * 1000 : undefined
}

const reasons: readonly [RegExp, DeliveryFailure][] = [
  [/^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/, 'no-address'],
  [/^(ABORT_ERR|ETIMEDOUT|ERR_SOCKET_CONNECTION_TIMEOUT)/, 'timeout'],
  [/^HPE_/, 'no-http'],
  [/CERT|^ERR_TLS|^ERR_SSL|^EPROTO|^UNABLE_TO_/, 'tls'],
]

function reasonOf(error: unknown): DeliveryFailure {
  if (error instanceof AddressRefused) return 'address-refused'
  if (error instanceof ProtocolSwitched) return 'no-http'
  const { code, name } = isNativeError(error) ? (error as NodeJS.ErrnoException) : { code: '', name: '' }
  const known = code ?? ''
  if (name === 'AbortError' || name === 'TimeoutError') return 'timeout'
  return reasons.find(([pattern]) => pattern.test(known))?.[1] ?? 'no-connection'
}
