import { z } from 'zod'
import type { Context } from '../context'
import { type Finding, ok, warn } from './finding'

const patienceMs = 5_000
const mostRedirects = 3

interface Answer {
  url: URL
  response: Response
}

/** Opens the public address as a visitor would, and tells whether it is this program that answers. */
export async function checkPublicUrl({ config }: Context): Promise<Finding> {
  const { publicUrl } = config
  let answer: Answer
  let page: string
  try {
    answer = await open(new URL(`${publicUrl}/`), AbortSignal.timeout(patienceMs))
    page = await answer.response.text()
  } catch (error) {
    return warn(
      `${publicUrl}/ cannot be opened from this machine (${reasonOf(error)}): start the server or check the proxy`,
    )
  }
  return judge(answer, page, config)
}

/** Follows redirects on the same host only: another one is not ours to ask. */
async function open(url: URL, signal: AbortSignal, redirects = 0): Promise<Answer> {
  const response = await fetch(url, { redirect: 'manual', signal })
  const location = response.headers.get('location')
  if (location === null || redirects === mostRedirects) return { url, response }
  const next = new URL(location, url)
  return next.hostname === url.hostname ? open(next, signal, redirects + 1) : { url, response }
}

function judge({ url, response }: Answer, page: string, config: Context['config']): Finding {
  const { publicUrl } = config
  const location = response.headers.get('location')
  if (location !== null) {
    return warn(
      `${publicUrl}/ sends visitors on to ${new URL(location, url).origin}: check PUBLIC_URL and the proxy`,
    )
  }
  if (!isOurs(response, page, publicUrl)) {
    return warn(
      `${publicUrl}/ is answered by another program (status ${response.status}): start the server, or send that address ` +
        `to it, path included (it listens on ${config.host} port ${config.port})`,
    )
  }
  if (url.protocol !== new URL(publicUrl).protocol) {
    return warn(`${publicUrl}/ sends visitors on to ${url.origin}: say ${url.protocol}// in PUBLIC_URL`)
  }
  if (isForwarded(url, response) && config.trustedProxies.length === 0) {
    return warn(
      'a proxy passes visitors on to this server, and TRUSTED_PROXIES is empty, so that all of them seem to come from ' +
        'the proxy: set it to the address the proxy connects from, such as 127.0.0.1',
    )
  }
  return ok(`${publicUrl}/ is answered by this server`)
}

/** Other programs ask not to be indexed, too: the page also has to load our style from below our address. */
function isOurs(response: Response, page: string, publicUrl: string): boolean {
  const base = new URL(publicUrl).pathname.replace(/\/+$/, '')
  const isNoindex = response.headers.get('x-robots-tag')?.includes('noindex') === true
  return response.ok && isNoindex && page.includes(`"${base}/assets/app.css?v=`)
}

/** This server speaks no TLS and does not name itself: where either is seen, somebody stands in front of it. */
function isForwarded({ protocol }: URL, { headers }: Response): boolean {
  return protocol === 'https:' || headers.has('server') || headers.has('via')
}

const Failure = z.object({
  name: z.string(),
  cause: z.object({ code: z.string().optional(), message: z.string() }).optional(),
})

function reasonOf(error: unknown): string {
  const { name, cause } = Failure.safeParse(error).data ?? {}
  if (name === 'TimeoutError') return `no answer within ${patienceMs / 1000} s`
  return cause?.code ?? cause?.message ?? name ?? 'no reason given'
}
