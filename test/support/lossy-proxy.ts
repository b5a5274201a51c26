import { createServer, request } from 'node:http'
import { close, listen } from './test-app'

export interface LossyProxy {
  /** With the path of the server behind it. */
  url: string
  /** The next answers to POSTs get lost: the server has done what was asked, and nobody hears of it. */
  loseAnswers(count: number): void
  /** How many of them nobody has sent yet. */
  stillToLose(): number
  close(): Promise<void>
}

/** A network between a client and a server that drops the line at the worst moment. */
export async function startLossyProxy(serverUrl: string): Promise<LossyProxy> {
  const { hostname, port: serverPort, pathname } = new URL(serverUrl)
  let toLose = 0
  const server = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming
    const passedOn = request({ hostname, port: serverPort, method, path: url, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        if (method === 'POST' && toLose > 0) {
          toLose -= 1
          incoming.socket.destroy()
        } else {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers).end(Buffer.concat(chunks))
        }
      })
    })
    incoming.pipe(passedOn)
  })
  const port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}${pathname.replace(/\/$/, '')}`,
    loseAnswers: (count) => (toLose += count),
    stillToLose: () => toLose,
    close: () => close(server),
  }
}
