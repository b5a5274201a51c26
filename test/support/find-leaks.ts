import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createConnection } from 'mysql2/promise'
import path from 'node:path'
import { testDatabasePrefix } from './test-database'
import { testFolder } from './evidence'

/** Looks for every secret the run used, as typed and in the other forms it could take, in everything the run left. */
export async function findLeaks(adminUrl: string): Promise<{ leaks: string[]; searched: string }> {
  const secrets = new Set(
    read('secrets')
      .flatMap(({ text }) => text.toLowerCase().split('\n'))
      .filter((secret) => secret.length >= headLength),
  )
  const byHead = new Map<string, string[]>()
  for (const secret of secrets) byHead.set(headOf(secret), [...(byHead.get(headOf(secret)) ?? []), secret])
  const columns = await dumpColumns(adminUrl)
  const places = [...read('logs'), ...read('pages'), ...columns]
  const leaks = places.flatMap(({ name, text }) =>
    secretsIn(text.toLowerCase(), byHead).map((secret) => `${name}: ${secret.slice(0, 6)}…`),
  )
  const size = places.reduce((sum, { text }) => sum + text.length, 0)
  return {
    leaks: Array.from(new Set(leaks)).slice(0, 20),
    searched: `${secrets.size} secrets, ${columns.length} columns, ${Math.round(size / 1024)} KiB of logs, pages and rows`,
  }
}

const headLength = 8
const headOf = (text: string, from = 0): string => text.slice(from, from + headLength)

/** Goes through the text once, whatever the number of secrets: only where one may begin is it compared. */
function secretsIn(text: string, byHead: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = []
  for (let at = 0; at + headLength <= text.length; at += 1) {
    const candidates = byHead.get(headOf(text, at))
    if (candidates !== undefined) found.push(...candidates.filter((secret) => text.startsWith(secret, at)))
  }
  return found
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
