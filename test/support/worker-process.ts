import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { keepLog } from './evidence'

const main = path.join(__dirname, '../../dist/main.js')

export interface WorkerProcess {
  /** As `kill -9` does: no time to say goodbye. */
  kill(): Promise<void>
  /** As the system stops a service. @returns the exit code */
  stop(): Promise<number | null>
  log(): string
}

/** `glpi-invite work`, as a process of its own. */
export function startWorkerProcess(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): WorkerProcess & { ended: Promise<number | null>; out(): string } {
  if (!existsSync(main)) throw new Error('dist/main.js is missing: npm run build')
  const child = spawn(process.execPath, [main, 'work', ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  void ended.then(() => keepLog(said.out + said.err))
  return {
    ended,
    kill: () => end(child, ended, 'SIGKILL').then(() => undefined),
    stop: () => end(child, ended, 'SIGTERM'),
    log: () => said.out + said.err,
    out: () => said.out,
  }
}

function end(
  child: ChildProcess,
  ended: Promise<number | null>,
  signal: 'SIGKILL' | 'SIGTERM',
): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal)
  return ended
}
