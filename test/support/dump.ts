import type { TestDatabase } from './test-database'

export interface DumpedColumn {
  /** `table.column` */
  name: string
  text: string
}

/** Everything in our database, whatever its type: columns with what stands in them. */
export async function dumpOurs({ database, sql }: TestDatabase): Promise<DumpedColumn[]> {
  const columns = await sql<{ t: string; c: string }>(
    `SELECT TABLE_NAME AS t, COLUMN_NAME AS c FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = ? AND TABLE_NAME NOT LIKE 'knex%' ORDER BY TABLE_NAME, ORDINAL_POSITION`,
    [database],
  )
  const dumped: DumpedColumn[] = []
  for (const { t, c } of columns) {
    const rows = await sql<{ v: Buffer | string | number | Date }>(
      'SELECT ?? AS v FROM ??.?? WHERE ?? IS NOT NULL',
      [c, database, t, c],
    )
    const text = rows
      .map(({ v }) =>
        v instanceof Date ? v.toISOString() : Buffer.isBuffer(v) ? v.toString('utf8') : String(v),
      )
      .join('\n')
    dumped.push({ name: `${t}.${c}`, text })
  }
  return dumped
}

/** Without case and accents. */
export const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
