import type { TestDatabase } from './test-database'

/** For files whose tests count all there is: less than a database for each. Who has joined stays in GLPI. */
export async function emptyTables({ database, sql }: TestDatabase, tables: readonly string[]): Promise<void> {
  for (const table of tables) await sql('DELETE FROM ??.??', [database, table])
}
