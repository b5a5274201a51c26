import { createServer, request } from 'node:http'
import { close, listen } from './test-app'

/** A reverse proxy in the smallest form that still is one: paths are passed on as they are, the client is named. */
export async function startProxy(targetPort: number): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    const headers = {
      ...incoming.headers,
      'x-forwarded-for': incoming.socket.remoteAddress ?? '',
      'x-forwarded-proto': 'http',
    }
    const { method, url } = incoming
    const passedOn = request(
      { host: '127.0.0.1', port: targetPort, method, path: url, headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      },
    )
    passedOn.on('error', () => outgoing.writeHead(502).end())
    incoming.pipe(passedOn)
  })
  const port = await listen(server)
  return { port, close: () => close(server) }
}
