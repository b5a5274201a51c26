import { writeFileSync } from 'node:fs'
import { escape, escapeId } from 'mysql2'
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { sharedPasswordHash } from '../../src/demo/sample-company'
import { type SampleLine, sampleGlpiStatements } from '../../src/demo/sample-glpi'
import { openDatabase } from '../../src/shared/db'
import { applyMigrations } from '../../src/shared/migrations-store'
import { copies } from './read-copies'

const lines: readonly SampleLine[] = ['10.0', '11.0']

/** Of the sample company's password, at the least cost that bcrypt knows: people sign in some hundreds of times in a run. */
const quickPasswordHash = '$2y$04$moSGb6vxtHX.N8t8zjHSHeJYdmnotUMVm9YdOUZkGxAtQRWNnBFFy'

/** Writes down what lays the sample GLPI of each line. */
export async function writeGlpiCopies(adminUrl: string): Promise<void> {
  const connection = await createConnection(adminUrl)
  try {
    for (const line of lines) {
      const statements = await sampleGlpiStatements(connection, { line, company: true })
      const text = statements.join(';\n').replaceAll(sharedPasswordHash, quickPasswordHash)
      writeFileSync(copies.glpi[line], text)
    }
  } finally {
    await connection.end()
  }
}

/** Runs the migrations on a database of its own, and writes down what they leave. */
export async function writeSchemaCopy(adminUrl: string, database: string): Promise<void> {
  const connection = await createConnection({ uri: adminUrl, multipleStatements: true, timezone: 'Z' })
  try {
    await connection.query(
      `CREATE DATABASE ${escapeId(database)} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
    )
    await migrate(Object.assign(new URL(adminUrl), { pathname: `/${database}` }).toString())
    await connection.query(`USE ${escapeId(database)}`)
    writeFileSync(copies.ours, (await describeTables(connection)).join(';\n'))
    await connection.query(`DROP DATABASE ${escapeId(database)}`)
  } finally {
    await connection.end()
  }
}

export async function migrate(url: string): Promise<void> {
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

async function describeTables(connection: Connection): Promise<string[]> {
  const [tables] = await connection.query<RowDataPacket[]>('SHOW TABLES')
  const statements = ['SET foreign_key_checks = 0']
  for (const table of tables.map((row) => String(Object.values(row)[0]))) {
    const [[made]] = await connection.query<RowDataPacket[]>(`SHOW CREATE TABLE ${escapeId(table)}`)
    statements.push(String(made?.['Create Table']).replace(/ AUTO_INCREMENT=\d+/, ''))
    const [rows] = await connection.query<RowDataPacket[]>(`SELECT * FROM ${escapeId(table)}`)
    if (rows.length === 0) continue
    const values = rows.map((row) => {
      const fields = Object.values(row) as (string | number | Date | null)[]
      return `(${fields.map((field) => escape(field, false, 'Z')).join()})`
    })
    statements.push(`INSERT INTO ${escapeId(table)} VALUES ${values.join()}`)
  }
  return statements
}
