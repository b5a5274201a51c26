import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Where a private server keeps its things. */
export interface ServerFolder {
  /** The server's own data folder; exists only when it was initialised to the end. */
  data: string
  unfinished: string
  temporary: string
  pidFile: string
  errorLog: string
  passwordFile: string
}

/** Others on this machine may not look inside. */
export function openServerFolder(dataDir: string): ServerFolder {
  const inside = (name: string) => path.resolve(dataDir, name)
  mkdirSync(inside('tmp'), { recursive: true, mode: 0o700 })
  return {
    data: inside('data'),
    unfinished: inside('data.unfinished'),
    temporary: inside('tmp'),
    pidFile: inside('server.pid'),
    errorLog: inside('error.log'),
    passwordFile: inside('root-password'),
  }
}

/** The password of root, made at the first start. */
export function rootPassword({ passwordFile }: ServerFolder): string {
  if (!existsSync(passwordFile)) {
    // Renamed into place: half a password would be taken for a whole one.
    writeFileSync(`${passwordFile}.new`, randomBytes(24).toString('base64url'), { mode: 0o600 })
    renameSync(`${passwordFile}.new`, passwordFile)
  }
  return readFileSync(passwordFile, 'utf8').trim()
}
