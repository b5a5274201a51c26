import { randomBytes } from 'node:crypto'
import { createConnection } from 'mysql2/promise'
import { literal, migrationGrants, runtimeGrants } from '../../src/doctor'
import type { SampleLine } from '../../src/demo/sample-glpi'
import { keepSecret } from './evidence'
import { readGlpiCopy, readSchemaCopy } from './read-copies'

export const testDatabasePrefix = 'invtest_'

export interface TestDatabase {
  line: SampleLine
  /** Ours and GLPI's. */
  database: string
  glpiDatabase: string
  /** The least-privilege accounts, as `db grants` prints them. */
  runtimeUrl: string
  migrationUrl: string
  /** Runs SQL as the administrator: for arranging and for looking. */
  sql: <Row>(statement: string, bindings?: unknown[]) => Promise<Row[]>
  /** After the server was restarted. */
  reconnect(): Promise<void>
  close(): Promise<void>
}

/** GLPI's tables and ours in two databases of their own, with the two accounts that the product asks for. */
export async function createTestDatabase(line: SampleLine, { migrate = true } = {}): Promise<TestDatabase> {
  const adminUrl = process.env['TEST_DATABASE_ADMIN_URL']
  if (adminUrl === undefined) throw new Error('TEST_DATABASE_ADMIN_URL is set by the global setup')
  const id = randomBytes(5).toString('hex')
  const database = `${testDatabasePrefix}${id}`
  const glpiDatabase = `${testDatabasePrefix}${id}_glpi`
  const connect = async () => {
    const connection = await createConnection({ uri: adminUrl, timezone: 'Z', charset: 'UTF8MB4_UNICODE_CI' })
    await connection.query("SET time_zone = '+00:00'")
    return connection
  }
  let admin = await connect()
  const sql = async <Row>(statement: string, bindings: unknown[] = []): Promise<Row[]> => {
    const [rows] = await admin.query(statement, bindings)
    return Array.isArray(rows) ? (rows as Row[]) : []
  }

  const account = (role: string) => {
    const user = `${role}_${id}`
    const password = randomBytes(12).toString('hex')
    keepSecret(password)
    const url = Object.assign(new URL(adminUrl), { username: user, password, pathname: `/${database}` })
    const made = `CREATE USER ${literal(user)}@'%' IDENTIFIED BY ${literal(password)}`
    return { user, host: '%', made, url: url.toString() }
  }
  const migration = account('mig')
  const runtime = account('run')
  await runAll(adminUrl, [
    `CREATE DATABASE ${glpiDatabase} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
    `USE ${glpiDatabase}`,
    readGlpiCopy(line),
    'SET sql_mode = DEFAULT',
    migration.made,
    runtime.made,
    ...migrationGrants({ database }, migration),
    ...(migrate
      ? [`USE ${database}`, readSchemaCopy(), ...runtimeGrants({ database, glpiDatabase, line }, runtime)]
      : []),
  ])
  return {
    line,
    database,
    glpiDatabase,
    runtimeUrl: runtime.url,
    migrationUrl: migration.url,
    sql,
    reconnect: async () => {
      admin.destroy()
      admin = await connect()
    },
    close: () => admin.end(),
  }
}

async function runAll(adminUrl: string, statements: readonly string[]): Promise<void> {
  const connection = await createConnection({ uri: adminUrl, multipleStatements: true, timezone: 'Z' })
  try {
    await connection.query(statements.map((statement) => statement.replace(/;$/, '')).join(';\n'))
  } finally {
    await connection.end()
  }
}
