import { mkdirSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { SMTPServer } from 'smtp-server'

export interface MailCatcher {
  port: number
  /** Names of the messages caught so far, the newest first. */
  list(): Promise<string[]>
  stop(): Promise<void>
}

/** A mail server that delivers to nobody: what it is given lies in a folder, one `.eml` file each. */
export async function startMailCatcher(folder: string): Promise<MailCatcher> {
  mkdirSync(folder, { recursive: true })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        writeFileSync(
          path.join(folder, `${new Date().toISOString().replaceAll(':', '-')}.eml`),
          Buffer.concat(chunks),
        )
        done()
      })
    },
  })
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    const listener = server.listen(0, '127.0.0.1', () => {
      const address = listener.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  return {
    port,
    list: async () => (await readdir(folder)).sort().reverse(),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
