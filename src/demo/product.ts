import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

const command = path.join(__dirname, '../main.js')
const run = promisify(execFile)

/** The demo uses the product as its users do: by its command line, in processes of its own. */
export type ProductEnv = Readonly<Record<string, string>>

/** Runs one command. @returns its JSON */
export async function runProduct(env: ProductEnv, args: readonly string[]): Promise<unknown> {
  const { stdout } = await run(process.execPath, [command, ...args, '--json'], {
    env: { ...process.env, ...env },
  })
  return JSON.parse(stdout)
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
