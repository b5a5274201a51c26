import { mkdirSync, rmSync } from 'node:fs'
import { startDatabaseServer } from '../../src/demo/private-mariadb'
import { openDatabaseFolder } from './database-folder'
import { testFolder } from './evidence'
import { writeGlpiCopies, writeSchemaCopy } from './schema-copy'
import { testDatabasePrefix } from './test-database'

/** One database server for the whole run: the one given by DATABASE_URL, or a private one that ends with the run. */
export default async function globalSetup(): Promise<void> {
  const say = (line: string) => void process.stderr.write(`${line}\n`)
  const dataDir = await openDatabaseFolder(say)
  rmSync(testFolder, { recursive: true, force: true })
  mkdirSync(testFolder, { recursive: true })
  const given = process.env['DATABASE_URL']
  const server = await startDatabaseServer({
    dataDir,
    throwaway: true,
    say,
    ...(given === undefined ? {} : { databaseUrl: given }),
  })
  process.env['TEST_DATABASE_ADMIN_URL'] = server.adminUrl
  process.env['TEST_DATABASE_FOLDER'] = dataDir
  await writeGlpiCopies(server.adminUrl)
  await writeSchemaCopy(server.adminUrl, `${testDatabasePrefix}schema`)
  Object.assign(globalThis, { stopTestDatabase: () => server.stop() })
}
