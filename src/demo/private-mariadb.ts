import { existsSync } from 'node:fs'
import { findDatabaseBinary, type DatabaseBinary } from './find-database-binary'
import { getFreePort } from './free-port'
import { checkGivenDatabase } from './given-database'
import { initialiseData } from './initialise-data'
import { installDatabase, noDatabase } from './install-database'
import { runDatabase } from './run-database'
import { openServerFolder } from './server-folder'
import { endLeftoverServer } from './server-process'

export interface DatabaseServer {
  /** Administrator's URL without a database: mysql://root:pw@127.0.0.1:3307/ */
  adminUrl: string
  /** Process id of the server we started; undefined when it was given by DATABASE_URL. */
  pid: number | undefined
  stop(): Promise<void>
}

export interface DatabaseServerOptions {
  /** Kept between runs; created if missing. */
  dataDir: string
  /** A server to use instead of a private one. */
  databaseUrl?: string
  /** A port to come back to; any free one otherwise. */
  port?: number
  /** For tests: forgets on a power cut, not when the server is killed, and is faster for it. */
  throwaway?: boolean
  /** Progress, one plain sentence each. */
  say: (line: string) => void
}

/** A database server to work with: the given one, else a private one, whose program is installed if need be. */
export async function startDatabaseServer(options: DatabaseServerOptions): Promise<DatabaseServer> {
  if (options.databaseUrl) return useGivenServer(options.databaseUrl, options.say)
  return startPrivateServer(await getDatabaseBinary(options.say), options)
}

async function useGivenServer(databaseUrl: string, say: (line: string) => void): Promise<DatabaseServer> {
  const adminUrl = await checkGivenDatabase(databaseUrl)
  say(`Using the database server of DATABASE_URL at ${new URL(adminUrl).host}.`)
  return { adminUrl, pid: undefined, stop: () => Promise.resolve() }
}

async function getDatabaseBinary(say: (line: string) => void): Promise<DatabaseBinary> {
  const binary = await findDatabaseBinary()
  if (binary !== undefined) return binary
  await installDatabase(say)
  const installed = await findDatabaseBinary()
  if (installed === undefined) throw noDatabase('what apt-get offers is too old')
  return installed
}

async function startPrivateServer(
  binary: DatabaseBinary,
  options: DatabaseServerOptions,
): Promise<DatabaseServer> {
  const { throwaway = false, say } = options
  const folder = openServerFolder(options.dataDir)
  await endLeftoverServer(folder, say)
  const port = await getFreePort(options.port)
  if (!existsSync(folder.data)) {
    say(`Laying a new database in ${options.dataDir}.`)
    await initialiseData(binary, folder, throwaway)
  }
  const server = await runDatabase(binary, folder, { port, throwaway })
  say(`A private database server is running at ${new URL(server.adminUrl).host}.`)
  return server
}
