import { readdirSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { type Db, select } from './db'

const directory = path.join(__dirname, '../../migrations')

export interface SchemaStatus {
  /** In this release and not in the database: run `glpi-invite migrate`. */
  pending: string[]
  /** In the database and not in this release: it belongs to a newer one. */
  unknown: string[]
}

/** Compares without changing anything: knex's own listing would make its tables, which the server may not. */
export async function readSchemaStatus(db: Db): Promise<SchemaStatus> {
  const known = readdirSync(directory)
    .filter((file) => file.endsWith('.js'))
    .sort()
  const applied = await listApplied(db)
  return {
    pending: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
  }
}

async function listApplied(db: Db): Promise<string[]> {
  const [table] = await select(
    db,
    z.object({ found: z.number() }),
    `SELECT COUNT(*) AS found FROM information_schema.TABLES
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'knex_migrations'`,
  )
  if (table?.found !== 1) return []
  const rows = await select(
    db,
    z.object({ name: z.string() }),
    'SELECT name FROM knex_migrations ORDER BY id',
  )
  return rows.map(({ name }) => name)
}

/** Brings our tables up to this release; needs the migration account. @returns the names of the changes made */
export async function applyMigrations(db: Db): Promise<string[]> {
  const [, names] = (await db.migrate.latest({ directory })) as [number, string[]]
  return names
}
