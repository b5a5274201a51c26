import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '../shared/errors'
import type { DatabaseBinary } from './find-database-binary'
import { lastLines, runProgram, type ProgramResult } from './run-program'
import type { ServerFolder } from './server-folder'
import { serverOptions } from './server-options'

/** Lays the system tables of a new server beside their place: only a finished folder is moved there. */
export async function initialiseData(
  binary: DatabaseBinary,
  folder: ServerFolder,
  throwaway: boolean,
): Promise<void> {
  rmSync(folder.unfinished, { recursive: true, force: true })
  mkdirSync(folder.unfinished, { mode: 0o700 })
  const options = [...serverOptions(binary, throwaway), `--datadir=${folder.unfinished}`]
  const result = await (binary.kind === 'mysql' ? initialiseMysql : initialiseMariadb)(binary, options)
  if (!result.ok) {
    const reason = `${binary.path} could not lay a new database:\n${lastLines(result.output, 15)}`
    throw new AppError('DATABASE_UNAVAILABLE', reason)
  }
  renameSync(folder.unfinished, folder.data)
}

function initialiseMysql(binary: DatabaseBinary, options: string[]): Promise<ProgramResult> {
  return runProgram(binary.path, [...options, '--initialize-insecure'])
}

/**
 * What mariadb-install-db does when asked for a root with a password and no test database, less the help texts.
 *
 * @NOTE That script itself cannot be used: it stops without my_print_defaults,
 * which Debian and Ubuntu ship with the client, not with the server core.
 */
async function initialiseMariadb(binary: DatabaseBinary, options: string[]): Promise<ProgramResult> {
  const scripts = await readScripts(binary)
  const sql = ['CREATE DATABASE mysql;', 'USE mysql;', ...scripts, ...onlyOneRoot, ''].join('\n')
  return runProgram(binary.path, [...options, '--bootstrap', '--log-warnings=0'], sql)
}

// The scripts also make root at the name and addresses of this machine, each without a password.
const onlyOneRoot = ['global_priv', 'proxies_priv'].map(
  (table) => `DELETE FROM ${table} WHERE Host <> 'localhost';`,
)

/** The server's SQL files lie beside its character sets; their first word depends on the version. */
async function readScripts(binary: DatabaseBinary): Promise<string[]> {
  const help = await runProgram(binary.path, ['--no-defaults', '--verbose', '--help'])
  const charsets = /^character-sets-dir +(.+)$/m.exec(help.output)?.[1] ?? '/usr/share/mysql/charsets'
  const folder = path.dirname(charsets)
  const prefix = ['mariadb', 'mysql'].find((name) =>
    existsSync(path.join(folder, `${name}_system_tables.sql`)),
  )
  if (prefix === undefined) {
    const advice = 'install the whole package of the server, or set DATABASE_URL'
    throw new AppError('DATABASE_UNAVAILABLE', `There are no SQL files of MariaDB in ${folder}: ${advice}.`)
  }
  return ['system_tables', 'performance_tables', 'system_tables_data'].map((part) =>
    readFileSync(path.join(folder, `${prefix}_${part}.sql`), 'utf8'),
  )
}
