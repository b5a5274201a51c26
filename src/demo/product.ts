import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { runCommandLine } from '../cli'
import { createServerTools } from '../server-tools'

const command = path.join(__dirname, '../main.js')

/** The demo uses the product as its users do: by its command line. */
export type ProductEnv = Readonly<Record<string, string>>

/** Runs one command, in this process: loading the product again for each is most of what people would wait for. @returns its JSON */
export async function runProduct(env: ProductEnv, args: readonly string[]): Promise<unknown> {
  const said = { out: '', err: '' }
  const terminal = {
    out: (text: string) => void (said.out += `${text}\n`),
    err: (text: string) => void (said.err += `${text}\n`),
  }
  const tools = createServerTools(terminal, () => ({ ...env, LOG_LEVEL: 'silent' }))
  const code = await runCommandLine(tools, 'demo', [...args, '--json'])
  if (code !== 0) throw new Error(`glpi-invite ${args.join(' ')} ended with ${code}: ${said.err.trim()}`)
  return JSON.parse(said.out)
}

/** The server, once it answers; what it logs goes to a file. */
export async function startProduct(env: ProductEnv, logFile: string): Promise<{ stop(): Promise<void> }> {
  // A group of its own: Ctrl-C at the terminal reaches the demo, which then stops things in their order.
  const child = spawn(process.execPath, [command, 'serve'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const log = createWriteStream(logFile, { flags: 'a' })
  child.stderr.pipe(log)
  await ready(child, log)
  return { stop: () => stop(child) }
}

function ready(child: ChildProcess, log: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stdout?.on('data', (chunk: Buffer) => {
      log.write(chunk)
      if (chunk.includes('"msg":"ready"')) resolve()
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said.trim()}`)))
  })
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
