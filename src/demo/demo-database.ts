import { createConnection } from 'mysql2/promise'
import { literal, migrationGrants, runtimeGrants } from '../doctor'
import type { DemoSettings } from './demo-settings'
import { runProduct, type ProductEnv } from './product'
import { laySampleGlpi, type SampleLine } from './sample-glpi'

export interface DemoNames {
  database: string
  glpiDatabase: string
  runtimeUser: string
  migrationUser: string
}

export function namesFor(line: SampleLine): DemoNames {
  const suffix = line.replace('.', '')
  return {
    database: `invite_demo_${suffix}`,
    glpiDatabase: `invite_demo_${suffix}_glpi`,
    runtimeUser: `invite_demo_${suffix}_run`,
    migrationUser: `invite_demo_${suffix}_mig`,
  }
}

/** Drops what an earlier run made, for `--reset`. */
export async function dropDemoDatabases(adminUrl: string, names: DemoNames): Promise<void> {
  await asAdmin(adminUrl, [
    `DROP DATABASE IF EXISTS \`${names.database}\``,
    `DROP DATABASE IF EXISTS \`${names.glpiDatabase}\``,
    ...[names.runtimeUser, names.migrationUser].map((user) => `DROP USER IF EXISTS ${literal(user)}@'%'`),
  ])
}

/** GLPI's sample database and ours, each made when it is not there, and the two accounts as `db grants` prints them. */
export async function prepareDatabases(
  adminUrl: string,
  line: SampleLine,
  { names, settings, env }: { names: DemoNames; settings: DemoSettings; env: ProductEnv },
): Promise<void> {
  if (!(await hasDatabase(adminUrl, names.glpiDatabase))) {
    await laySampleGlpi(adminUrl, { database: names.glpiDatabase, line, company: true })
  }
  const runtime = { user: names.runtimeUser, host: '%' }
  const migration = { user: names.migrationUser, host: '%' }
  await asAdmin(adminUrl, [
    `CREATE USER IF NOT EXISTS ${literal(runtime.user)}@'%' IDENTIFIED BY ${literal(settings.runtimePassword)}`,
    `CREATE USER IF NOT EXISTS ${literal(migration.user)}@'%' IDENTIFIED BY ${literal(settings.migrationPassword)}`,
    ...migrationGrants(names, migration),
  ])
  await runProduct(env, ['migrate'])
  await asAdmin(adminUrl, runtimeGrants({ ...names, line }, runtime))
}

async function hasDatabase(adminUrl: string, name: string): Promise<boolean> {
  const connection = await createConnection(adminUrl)
  try {
    const [rows] = await connection.query('SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?', [
      name,
    ])
    return Array.isArray(rows) && rows.length > 0
  } finally {
    await connection.end()
  }
}

async function asAdmin(adminUrl: string, statements: readonly string[]): Promise<void> {
  const connection = await createConnection(adminUrl)
  try {
    for (const statement of statements) await connection.query(statement)
  } finally {
    await connection.end()
  }
}
