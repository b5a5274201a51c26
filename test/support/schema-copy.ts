import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { escape, escapeId } from 'mysql2'
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import path from 'node:path'
import { openDatabase } from '../../src/shared/db'
import { applyMigrations } from '../../src/shared/migrations-store'
import { testFolder } from './evidence'

/*
 * A run makes some hundreds of databases. What the migrations leave is written down once, and the others are made from
 * that: it takes a quarter of the time that the migrations take.
 */

const copy = path.join(testFolder, 'schema.sql')

/** Runs the migrations on a database of its own, and writes down what they leave. */
export async function writeSchemaCopy(adminUrl: string, database: string): Promise<void> {
  const connection = await createConnection({ uri: adminUrl, multipleStatements: true, timezone: 'Z' })
  try {
    await connection.query(
      `CREATE DATABASE ${escapeId(database)} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
    )
    await migrate(Object.assign(new URL(adminUrl), { pathname: `/${database}` }).toString())
    await connection.query(`USE ${escapeId(database)}`)
    writeFileSync(copy, (await describeTables(connection)).join(';\n'))
    await connection.query(`DROP DATABASE ${escapeId(database)}`)
  } finally {
    await connection.end()
  }
}

/** Statements that lay our tables in the database that is in use, as the migrations would. */
export function readSchemaCopy(): string {
  if (!existsSync(copy)) throw new Error('the copy of the schema is written by the global setup')
  return readFileSync(copy, 'utf8')
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
