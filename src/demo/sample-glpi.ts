import { escapeId } from 'mysql2'
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { companyRows } from './sample-company'
import type { SampleLine } from './sample-data-file'
import { insertStatement } from './sample-rows'
import { stockRows } from './sample-stock'
import { createTableStatements } from './sample-tables'

export type { SampleLine }

/**
 * Creates `database` with GLPI's tables, indexes and stock rows; `company` adds people, entities and groups
 * so that it looks like a real helpdesk. All rows go in together, last: a database that tells its version is whole.
 */
export async function laySampleGlpi(
  adminUrl: string,
  options: { database: string; line: SampleLine; company: boolean },
): Promise<void> {
  const database = escapeId(options.database, true)
  const connection = await createConnection({ uri: adminUrl, multipleStatements: true })
  try {
    await connection.query(`CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
    await connection.query(`USE ${database}`)
    await connection.query((await sampleGlpiStatements(connection, options)).join(';\n'))
  } finally {
    await connection.end()
  }
}

interface TimestampRule extends RowDataPacket {
  isExplicit: number
}

/** What a session has to be for what follows. */
async function sessionStatements(connection: Connection): Promise<string[]> {
  const [[rule]] = await connection.query<TimestampRule[]>(
    'SELECT @@explicit_defaults_for_timestamp AS isExplicit',
  )
  return [
    // Strict whatever the server is. The root entity has id 0, which would otherwise ask for the next number.
    "SET time_zone = '+00:00', sql_mode = 'TRADITIONAL,NO_AUTO_VALUE_ON_ZERO'",
    // MariaDB 10.6 would add "on update" to timestamps. Elsewhere it is on, and setting it takes a privilege.
    ...(rule?.isExplicit === 0 ? ['SET explicit_defaults_for_timestamp = 1'] : []),
  ]
}

/** What lays a sample in the database that is in use. */
export async function sampleGlpiStatements(
  connection: Connection,
  { line, company }: { line: SampleLine; company: boolean },
): Promise<string[]> {
  const tables = [...stockRows(line), ...(company ? companyRows(line) : [])]
  return [
    ...(await sessionStatements(connection)),
    ...createTableStatements(line),
    'START TRANSACTION',
    ...tables.map(insertStatement),
    'COMMIT',
  ]
}
