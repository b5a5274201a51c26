import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ReceivedMessage {
  path: string
  headers: IncomingHttpHeaders
  body: string
  id: string
  json: { type: string; timestamp: string; data: Record<string, unknown> }
}

export interface Receiver {
  url: string
  port: number
  received: ReceivedMessage[]
  /** How many have connected, whatever they sent. */
  connections(): number
  close(): Promise<void>
}

export type Answering = (message: ReceivedMessage, response: ServerResponse) => void
const taken: Answering = (_, response) => void response.writeHead(204).end()

/** Somebody's receiver of webhooks on loopback, over plain HTTP. */
export async function startReceiver(answer: Answering = taken, host = '127.0.0.1'): Promise<Receiver> {
  const received: ReceivedMessage[] = []
  let connections = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const { headers } = request
      const json = JSON.parse(body) as ReceivedMessage['json']
      const message = { path: request.url ?? '', headers, body, json, id: String(headers['webhook-id']) }
      received.push(message)
      answer(message, response)
    })
  })
  server.on('connection', () => (connections += 1))
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${host}:${port}/hooks`,
    port,
    received,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
