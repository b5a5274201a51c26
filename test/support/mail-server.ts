import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail that a server of ours has taken, answer included. */
export interface TakenMail {
  to: string
  /** By name in lower case, unfolded; the last where there are several. */
  headers: Readonly<Record<string, string>>
  /** As it came, headers and all. */
  raw: string
  /** Whether the client had turned encryption on. */
  secure: boolean
}

/** What a server does at a moment: goes on, answers with this code, hangs up, or says nothing ever again. */
export type Mood = 'well' | 'hangs up' | 'stalls' | number
export type Moment = 'connect' | 'sender' | 'recipient' | 'data'

export interface TestMailServer {
  port: number
  url: string
  taken: TakenMail[]
  close(): Promise<void>
}

/** Real SMTP on loopback, in whatever mood. What it takes counts as taken only if it says so. */
export async function startMailServer(
  mood: (moment: Moment, address: string) => Mood = () => 'well',
  options: SMTPServerOptions = {},
): Promise<TestMailServer> {
  const taken: TakenMail[] = []
  /** Goes on with `done`, or does not, as the mood is. */
  const act = (id: string, now: Mood, done: (error?: Error) => void): void => {
    if (now === 'well') done()
    else if (now === 'hangs up') hangUp(server, id)
    else if (now !== 'stalls') done(refusal(now))
  }
  const server: SMTPServer = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: options.key === undefined ? ['STARTTLS'] : [],
    logger: false,
    ...options,
    onConnect: (session, done) => act(session.id, mood('connect', ''), done),
    onMailFrom: ({ address }, session, done) => act(session.id, mood('sender', address), done),
    onRcptTo: ({ address }, session, done) => act(session.id, mood('recipient', address), done),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? ''
        const now = mood('data', to)
        const raw = Buffer.concat(chunks).toString('latin1')
        if (now === 'well') taken.push({ to, raw, headers: headersOf(raw), secure: session.secure })
        act(session.id, now, done)
      })
    },
  })
  server.on('error', () => undefined) // clients that were killed
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const { id } of connectionsOf(server)) hangUp(server, id)
      }),
  }
}

function refusal(code: number): Error {
  const words = `${String(code).charAt(0)}.1.1 not https://help.example.org/r/secret`
  return Object.assign(new Error(words), { responseCode: code })
}

/** What smtp-server keeps of each connection. */
interface Connection {
  id: string
  _socket: { destroy(): void }
}

const connectionsOf = (server: SMTPServer): Connection[] =>
  Array.from((server as unknown as { connections: Set<Connection> }).connections)

function hangUp(server: SMTPServer, id: string): void {
  for (const connection of connectionsOf(server)) if (connection.id === id) connection._socket.destroy()
}

function headersOf(raw: string): Record<string, string> {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  return Object.fromEntries(
    head.split('\r\n').map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    }),
  )
}
