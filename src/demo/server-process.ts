import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ServerFolder } from './server-folder'

export interface ServerProcess {
  isRunning: () => boolean
  kill: (signal: NodeJS.Signals) => void
}

/** Asks politely first: a server that is killed has to repair its tables at its next start. */
export async function endProcess({ isRunning, kill }: ServerProcess): Promise<void> {
  if (!isRunning()) return
  kill('SIGTERM')
  if (await happensWithin(20_000, () => !isRunning())) return
  kill('SIGKILL')
  await happensWithin(5_000, () => !isRunning())
}

/** A run of ours that was killed leaves its server behind, and that one still holds the data folder. */
export async function endLeftoverServer(folder: ServerFolder, say: (line: string) => void): Promise<void> {
  const pid = Number.parseInt(contentsOf(folder.pidFile), 10)
  // The id may be another program's by now, so what it runs decides.
  const isRunning = () => pid > 0 && wasStartedWith(pid, `--datadir=${folder.data}`)
  if (!isRunning()) return
  say('Stopping the database server that an earlier run left behind.')
  await endProcess({ isRunning, kill: (signal) => process.kill(pid, signal) })
}

/** Looks every 50 ms whether it is so. */
export async function happensWithin(
  limitMs: number,
  isSo: () => boolean | Promise<boolean>,
): Promise<boolean> {
  const deadline = performance.now() + limitMs
  while (!(await isSo())) {
    if (performance.now() > deadline) return false
    await sleep(50)
  }
  return true
}

/** Linux tells in /proc, even where there is no ps. */
function wasStartedWith(pid: number, argument: string): boolean {
  const fromProc = contentsOf(`/proc/${pid}/cmdline`)
  if (fromProc !== '') return fromProc.split('\0').includes(argument)
  const fromPs = spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  return fromPs.status === 0 && `${fromPs.stdout.trim()} `.includes(` ${argument} `)
}

function contentsOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
