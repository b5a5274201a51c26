import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseDatabaseVersion } from './database-version'
import { runProgram } from './run-program'

export interface DatabaseBinary {
  path: string
  kind: 'mariadb' | 'mysql'
}

// Servers are often kept out of people's PATH: Debian, Fedora, source builds, MySQL's own packages, Homebrew.
const usualFolders = [
  '/usr/sbin',
  '/usr/libexec',
  '/usr/local/bin',
  '/usr/local/sbin',
  '/usr/local/mysql/bin',
  '/opt/homebrew/bin',
]

/** The first MariaDB server on this machine, else the first MySQL server, that GLPI's tables can live on. */
export async function findDatabaseBinary(): Promise<DatabaseBinary | undefined> {
  const folders = [...searchPath(), ...usualFolders]
  for (const name of ['mariadbd', 'mysqld']) {
    for (const file of folders.map((folder) => path.join(folder, name)).filter(existsSync)) {
      const version = await runProgram(file, ['--no-defaults', '--version'])
      const { kind, isSupported } = parseDatabaseVersion(version.output)
      if (version.ok && isSupported) return { path: file, kind }
    }
  }
  return undefined
}

/** Where this machine keeps its programs; not part of our configuration, so not parsed with it. */
function searchPath(): string[] {
  return (process.env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder))
}
