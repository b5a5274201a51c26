import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { keepLog } from './evidence'

const main = path.join(__dirname, '../../dist/main.js')

/** As docs/examples/glpi-invite.service starts it. */
const asTheUnitSets = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
}

export interface ServerProcess {
  pid: number
  port: number
  /** As `kill -9` does: no time to say goodbye. */
  kill(): Promise<void>
  hasEnded(): boolean
  /** The largest memory it has ever had, in MiB. */
  peakMemoryMib(): number
  log(): string
}

/** The built server as a process of its own. Ask the system for a port with `PORT=0`. */
export async function startServerProcess(env: Record<string, string>): Promise<ServerProcess> {
  if (!existsSync(main)) throw new Error('dist/main.js is missing: npm run build')
  const child = spawn(process.execPath, [main, 'serve'], {
    env: { PATH: process.env['PATH'] ?? '', ...asTheUnitSets, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const listen = (chunk: Buffer) => {
    lines.push(chunk.toString())
    keepLog(chunk.toString())
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const port = await portOf(child, lines)
  const pid = child.pid ?? 0
  return {
    pid,
    port,
    kill: () => end(child),
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    peakMemoryMib: () =>
      Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024,
    log: () => lines.join(''),
  }
}

/** Listens no longer than it must: under load a server logs a lot after its first line. */
function portOf(child: ChildProcess, lines: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const port = /"port":(\d+)/.exec(lines.join(''))?.[1]
      if (port === undefined) return
      child.stdout?.off('data', look)
      resolve(Number(port))
    }
    child.stdout?.on('data', look)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${lines.join('')}`)))
  })
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
