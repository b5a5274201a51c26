import { Agent, request } from 'node:http'

/** The one password of everybody in the sample company. */
const password = 'Demo-Password-2026!'

/** Somebody signed in to the console, on one connection. */
export async function openConsole(url, login) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const cookies = new Map()

  async function ask(path, { method = 'GET', body } = {}) {
    const headers = {
      cookie: Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; '),
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }),
    }
    const answer = await send(new URL(`/console${path}`, url), { method, headers, agent, body })
    for (const cookie of answer.headers['set-cookie'] ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)
      cookies.set(name, value)
    }
    return answer
  }

  const page = await ask('/sign-in')
  const csrf = /name="csrf" value="([^"]*)"/.exec(page.text)[1]
  const signedIn = await ask('/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ csrf, next: '', login, password }).toString(),
  })
  if (signedIn.status !== 303) throw new Error(`${login} cannot sign in: ${signedIn.status}`)

  return {
    /** Milliseconds from asking for the list to the end of the page. */
    time: async (query) => {
      const startedAt = performance.now()
      const { status } = await ask(`/keys${query}`)
      if (status !== 200) throw new Error(`/keys${query} was answered with ${status}`)
      return performance.now() - startedAt
    },
    close: () => agent.destroy(),
  }
}

function send(url, { body, ...options }) {
  return new Promise((resolve, reject) => {
    const asking = request(url, options, (answer) => {
      const chunks = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.once('end', () => {
        resolve({
          status: answer.statusCode,
          headers: answer.headers,
          text: Buffer.concat(chunks).toString(),
        })
      })
      answer.once('error', reject)
    })
    asking.once('error', reject)
    asking.end(body)
  })
}
