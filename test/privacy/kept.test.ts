import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createTestDatabase } from '../support/test-database'

/** The rows of the list in docs/operations.md that says what is kept how long: a table with its columns of text. */
function listedColumns(): Map<string, string[]> {
  const text = readFileSync(path.join(__dirname, '../../docs/operations.md'), 'utf8')
  const list = text.slice(text.indexOf('## What is kept, and how long'))
  return new Map(
    Array.from(list.matchAll(/^\| `(\w+)` +\| ([^|]*)\| ([^|]*)\|$/gm), ([, table = '', columns = '']) => [
      table,
      columns
        .split(',')
        .map((column) => column.trim().replace(/^_(.*)_$/, '$1'))
        .filter((column) => column !== ''),
    ]),
  )
}

it('the list of what is kept names every table and every column that can hold text', async () => {
  const test = await createTestDatabase('10.0')
  const columns = await test.sql<{ t: string; c: string; type: string }>(
    'SELECT TABLE_NAME AS t, COLUMN_NAME AS c, DATA_TYPE AS type FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ?',
    [test.database],
  )
  await test.close()

  const stored: Record<string, string[]> = {}
  for (const { t, c, type } of columns) {
    const texts = (stored[t] ??= [])
    if (/char|text|blob|varbinary|json|enum|set/.test(type)) texts.push(c)
  }

  const sorted = (entries: Iterable<[string, string[]]>) =>
    Array.from(entries, ([table, names]) => `${table}: ${[...names].sort().join(', ')}`).sort()
  // Whoever adds a table or a text says in docs/operations.md what of it is personal, and how long it is kept; where it
  // is, src/privacy has to forget and to erase it.
  expect(sorted(listedColumns())).toEqual(sorted(Object.entries(stored)))
})
