import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync, closeSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const program = path.join(import.meta.dirname, '../dist/main.js')
/** docs/examples/glpi-invite.service */
const asTheUnitSets = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
}
const patienceMs = 20_000

/** Our server as people start it, its log in a file. Answers when it does, and says how long that took. */
export async function startServer({ folder, env }, nodeOptions = []) {
  const startedAt = performance.now()
  const log = openSync(path.join(folder, 'server.log'), 'a')
  // Only what the stage says: a DATABASE_URL of the person who measures is none of our business.
  const child = spawn(process.execPath, [...nodeOptions, program, 'serve'], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...asTheUnitSets, ...env },
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  const kill = () => child.kill()
  process.once('exit', kill)

  await answers(child, env.PUBLIC_URL, folder)
  return {
    url: env.PUBLIC_URL,
    secondsToReady: (performance.now() - startedAt) / 1000,
    peakMemoryMib: () => peakMemoryMib(child.pid),
    stop: async () => {
      process.off('exit', kill)
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

async function answers(child, url, folder) {
  const until = performance.now() + patienceMs
  while (child.exitCode === null && performance.now() < until) {
    if (await isAnswered(url)) return
    await pause(10)
  }
  child.kill()
  throw new Error(`the server did not start:\n${readFileSync(path.join(folder, 'server.log'), 'utf8')}`)
}

async function isAnswered(url) {
  try {
    const response = await fetch(url, { headers: { connection: 'close' } })
    return response.ok
  } catch {
    return false
  }
}

/** The most that was ever resident, from the kernel's own account; undefined where there is no /proc. */
function peakMemoryMib(pid) {
  try {
    const kib = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kib === undefined ? undefined : Number(kib) / 1024
  } catch {
    return undefined
  }
}
