import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createConnection } from 'mysql2/promise'
import { AppError } from '../shared/errors'
import type { DatabaseBinary } from './find-database-binary'
import { lastLines } from './run-program'
import { rootPassword, type ServerFolder } from './server-folder'
import { serverOptions } from './server-options'
import { endProcess, happensWithin } from './server-process'

export interface RunningDatabase {
  adminUrl: string
  pid: number | undefined
  stop: () => Promise<void>
}

/** Starts the server on an initialised folder and waits until it lets us in. */
export async function runDatabase(
  binary: DatabaseBinary,
  folder: ServerFolder,
  wishes: { port: number; throwaway: boolean },
): Promise<RunningDatabase> {
  const password = rootPassword(folder)
  const adminUrl = `mysql://root:${password}@127.0.0.1:${wishes.port}/`
  const runFolder = makeRunFolder(password)
  const child = launch(binary, folder.errorLog, [
    ...serverOptions(binary, wishes.throwaway),
    ...placeOptions(folder, runFolder, wishes.port),
  ])
  const stop = stopper(child, runFolder)
  if (!(await letsUsIn(adminUrl, child))) {
    await stop()
    throw new AppError(
      'DATABASE_UNAVAILABLE',
      `The database server did not start:\n${lastLines(readFileSync(folder.errorLog, 'utf8'), 15)}`,
    )
  }
  rmSync(path.join(runFolder, initFile))
  return { adminUrl, pid: child.pid, stop }
}

const initFile = 'init.sql'

/** A folder for this run, with a short name: a Unix socket's path may not have more than 107 characters. */
function makeRunFolder(password: string): string {
  const parent = os.tmpdir().length < 70 ? os.tmpdir() : '/tmp'
  const folder = mkdtempSync(path.join(parent, 'glpi-invite-'))
  // Read before the first connection is taken, so there is no moment without a password.
  const sql = `ALTER USER 'root'@'localhost' IDENTIFIED BY '${password}';\n`
  writeFileSync(path.join(folder, initFile), sql, { mode: 0o600 })
  return folder
}

function placeOptions(folder: ServerFolder, runFolder: string, port: number): string[] {
  return [
    `--datadir=${folder.data}`,
    `--tmpdir=${folder.temporary}`,
    `--pid-file=${folder.pidFile}`,
    `--socket=${path.join(runFolder, 'server.sock')}`,
    `--init-file=${path.join(runFolder, initFile)}`,
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    '--max-connections=300',
  ]
}

/** In a process group of its own, so that Ctrl-C reaches us alone and the server outlives our last queries. */
function launch(binary: DatabaseBinary, errorLog: string, options: string[]): ChildProcess {
  const log = openSync(errorLog, 'a', 0o600)
  const child = spawn(binary.path, options, { detached: true, stdio: ['ignore', log, log] })
  child.on('error', () => undefined) // a program that cannot be run is seen as one that does not answer
  closeSync(log)
  return child
}

function stopper(child: ChildProcess, runFolder: string): () => Promise<void> {
  const tidyUp = () => {
    child.kill('SIGTERM')
    rmSync(runFolder, { recursive: true, force: true })
  }
  const stopOnce = async () => {
    await endProcess({ isRunning: () => isRunning(child), kill: (signal) => child.kill(signal) })
    process.off('exit', tidyUp)
    tidyUp()
  }
  process.once('exit', tidyUp) // when we end without having been asked to stop
  let stopping: Promise<void> | undefined
  return () => (stopping ??= stopOnce())
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null
}

async function letsUsIn(adminUrl: string, child: ChildProcess): Promise<boolean> {
  const isDecided = await happensWithin(60_000, async () => !isRunning(child) || (await answers(adminUrl)))
  return isDecided && isRunning(child)
}

async function answers(adminUrl: string): Promise<boolean> {
  try {
    const connection = await createConnection({ uri: adminUrl, connectTimeout: 2_000 })
    await connection.end()
    return true
  } catch {
    return false
  }
}
