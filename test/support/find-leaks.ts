import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createConnection } from 'mysql2/promise'
import path from 'node:path'
import { testDatabasePrefix } from './test-database'
import { testFolder } from './evidence'

/** Looks for every secret the run used, as typed and in the other forms it could take, in everything the run left. */
export async function findLeaks(adminUrl: string): Promise<{ leaks: string[]; searched: string }> {
  const secrets = new Set(
    read('secrets')
      .flatMap(({ text }) => text.split('\n'))
      .filter((secret) => secret.length >= 8),
  )
  const columns = await dumpColumns(adminUrl)
  const places = [...read('logs'), ...read('pages'), ...columns]
  const leaks = places.flatMap(({ name, text }) => {
    const lower = text.toLowerCase()
    return Array.from(secrets)
      .filter((secret) => lower.includes(secret.toLowerCase()))
      .map((secret) => `${name}: ${secret.slice(0, 6)}…`)
  })
  const size = places.reduce((sum, { text }) => sum + text.length, 0)
  return {
    leaks: Array.from(new Set(leaks)).slice(0, 20),
    searched: `${secrets.size} secrets, ${columns.length} columns, ${Math.round(size / 1024)} KiB of logs, pages and rows`,
  }
}

interface Place {
  name: string
  text: string
}

function read(kind: string): Place[] {
  const folder = path.join(testFolder, kind)
  if (!existsSync(folder)) return []
  return readdirSync(folder).map((file) => ({
    name: `${kind}/${file}`,
    text: readFileSync(path.join(folder, file), 'utf8'),
  }))
}

/** Every column that can hold text, ours and GLPI's, of every database the run made. */
async function dumpColumns(adminUrl: string): Promise<Place[]> {
  const connection = await createConnection(adminUrl)
  try {
    const [columns] = (await connection.query(
      `SELECT TABLE_SCHEMA AS s, TABLE_NAME AS t, COLUMN_NAME AS c FROM information_schema.COLUMNS
       WHERE TABLE_SCHEMA LIKE ? AND DATA_TYPE IN ('char', 'varchar', 'text', 'longtext', 'binary', 'varbinary', 'blob')
         AND (TABLE_NAME NOT LIKE 'glpi\\_%' OR TABLE_NAME IN
           ('glpi_users', 'glpi_useremails', 'glpi_logs', 'glpi_configs', 'glpi_events'))`,
      [`${testDatabasePrefix}%`],
    )) as unknown as [{ s: string; t: string; c: string }[]]
    const places: Place[] = []
    for (const { s, t, c } of columns) {
      const [rows] = (await connection.query('SELECT ?? AS v FROM ??.?? WHERE ?? IS NOT NULL', [
        c,
        s,
        t,
        c,
      ])) as unknown as [{ v: string | Buffer }[]]
      const text = rows.map(({ v }) => (typeof v === 'string' ? v : v.toString('latin1'))).join('\n')
      if (text !== '') places.push({ name: `${s}.${t}.${c}`, text })
    }
    return places
  } finally {
    await connection.end()
  }
}
