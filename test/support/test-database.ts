import { randomBytes } from 'node:crypto'
import { createConnection } from 'mysql2/promise'
import { literal, migrationGrants, runtimeGrants } from '../../src/doctor'
import { laySampleGlpi, type SampleLine } from '../../src/demo/sample-glpi'
import { openDatabase } from '../../src/shared/db'
import { applyMigrations } from '../../src/shared/migrations-store'
import { keepSecret } from './evidence'

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

  await laySampleGlpi(adminUrl, { database: glpiDatabase, line, company: true })
  const account = async (role: string) => {
    const user = `${role}_${id}`
    const password = randomBytes(12).toString('hex')
    keepSecret(password)
    await sql(`CREATE USER ${literal(user)}@'%' IDENTIFIED BY ${literal(password)}`)
    const url = new URL(adminUrl)
    url.username = user
    url.password = password
    url.pathname = `/${database}`
    return { user, host: '%', url: url.toString() }
  }
  const migration = await account('mig')
  const runtime = await account('run')

  for (const statement of migrationGrants({ database }, migration)) await sql(statement)
  if (migrate) {
    await migrateAs(migration.url)
    for (const statement of runtimeGrants({ database, glpiDatabase, line }, runtime)) await sql(statement)
  }
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

async function migrateAs(url: string): Promise<void> {
  const { hostname, port, username, password, pathname } = new URL(url)
  const db = openDatabase({
    host: hostname,
    port: Number(port),
    socketPath: undefined,
    user: username,
    password,
    database: pathname.slice(1),
    tls: false,
  })
  try {
    await applyMigrations(db)
  } finally {
    await db.destroy()
  }
}
