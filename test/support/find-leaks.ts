import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type Connection, createConnection } from 'mysql2/promise'
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
  const heads = headsOf(secrets)
  const columns = await dumpColumns(adminUrl)
  const places = [...read('logs'), ...read('pages'), ...columns]
  const leaks = places.flatMap(({ name, text }) =>
    secretsIn(text.toLowerCase(), heads).map((secret) => `${name}: ${secret.slice(0, 6)}…`),
  )
  const size = places.reduce((sum, { text }) => sum + text.length, 0)
  return {
    leaks: Array.from(new Set(leaks)).slice(0, 20),
    searched: `${secrets.size} secrets, ${columns.length} columns, ${Math.round(size / 1024)} KiB of logs, pages and rows`,
  }
}

const headLength = 8
const headOf = (text: string, from = 0): string => text.slice(from, from + headLength)

/**
 * Goes through the text once, whatever the number of secrets. Only where one may begin, by a hash that rolls along, is
 * anything cut out and compared.
 */
function secretsIn(text: string, { byHead, mayBegin }: Heads): string[] {
  const found: string[] = []
  let hash = hashOf(text)
  for (let at = 0; at + headLength <= text.length; at += 1) {
    if (mayBegin[hash & hashMask] === 1) {
      const candidates = byHead.get(headOf(text, at))
      if (candidates !== undefined) found.push(...candidates.filter((secret) => text.startsWith(secret, at)))
    }
    hash = roll(hash - Math.imul(text.charCodeAt(at), factorOfFirst), text.charCodeAt(at + headLength))
  }
  return found
}

interface Heads {
  byHead: ReadonlyMap<string, readonly string[]>
  /** By the hash of their heads: 1 for those that there are. */
  mayBegin: Uint8Array
}

function headsOf(secrets: ReadonlySet<string>): Heads {
  const byHead = new Map<string, string[]>()
  const mayBegin = new Uint8Array(hashMask + 1)
  for (const secret of secrets) {
    byHead.set(headOf(secret), [...(byHead.get(headOf(secret)) ?? []), secret])
    mayBegin[hashOf(secret) & hashMask] = 1
  }
  return { byHead, mayBegin }
}

const hashMask = 2 ** 22 - 1
const factor = 16_777_619
const roll = (hash: number, code: number): number => (Math.imul(hash, factor) + code) | 0
const factorOfFirst = Array.from({ length: headLength - 1 }).reduce<number>((sum) => roll(sum, 0), 1)
/** Of the head of a text. */
const hashOf = (text: string): number =>
  Array.from({ length: headLength }).reduce<number>((hash, _, at) => roll(hash, text.charCodeAt(at)), 0)

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

interface Table {
  name: string
  columns: string[]
}

/** Every column that can hold text, ours and GLPI's, of every database the run made. */
async function dumpColumns(adminUrl: string): Promise<Place[]> {
  const connections = await Promise.all(
    [1, 2].map(() => createConnection({ uri: adminUrl, multipleStatements: true })),
  )
  const [first] = connections
  if (first === undefined) return []
  try {
    const left = Array.from(await findTables(first))
    const places = connections.map(async (connection) => {
      const dumped: Place[] = []
      for (let next = left.shift(); next !== undefined; next = left.shift())
        dumped.push(...(await dumpDatabase(connection, ...next)))
      return dumped
    })
    return (await Promise.all(places)).flat()
  } finally {
    await Promise.all(connections.map((connection) => connection.end()))
  }
}

/** By database. */
async function findTables(connection: Connection): Promise<Map<string, Table[]>> {
  await connection.query('SET SESSION group_concat_max_len = 100000')
  const [rows] = (await connection.query(
    `SELECT TABLE_SCHEMA AS s, TABLE_NAME AS t, GROUP_CONCAT(COLUMN_NAME) AS columnNames FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA LIKE ? AND DATA_TYPE IN ('char', 'varchar', 'text', 'longtext', 'binary', 'varbinary', 'blob')
       AND (TABLE_NAME NOT LIKE 'glpi\\_%' OR TABLE_NAME IN
         ('glpi_users', 'glpi_useremails', 'glpi_logs', 'glpi_configs', 'glpi_events'))
     GROUP BY TABLE_SCHEMA, TABLE_NAME`,
    [`${testDatabasePrefix}%`],
  )) as unknown as [{ s: string; t: string; columnNames: string }[]]
  const found = new Map<string, Table[]>()
  for (const { s, t, columnNames } of rows)
    found.set(s, [...(found.get(s) ?? []), { name: t, columns: columnNames.split(',') }])
  return found
}

async function dumpDatabase(connection: Connection, database: string, tables: Table[]): Promise<Place[]> {
  const each = tables.map(({ name, columns }) =>
    connection.format('SELECT ?? FROM ??.??', [columns, database, name]),
  )
  // One answer for all of them; with a last statement that has no rows it is a list of answers, be it of one table.
  const [answers] = (await connection.query([...each, 'DO 0'].join(';'))) as unknown as [
    Record<string, string | Buffer | null>[][],
  ]
  return tables.flatMap(({ name, columns }, index) =>
    columns.flatMap((column) => {
      const texts = (answers[index] ?? []).flatMap((row) => textOf(row[column] ?? ''))
      return texts.length === 0 ? [] : [{ name: `${database}.${name}.${column}`, text: texts.join('\n') }]
    }),
  )
}

function textOf(value: string | Buffer): string[] {
  if (value.length === 0) return []
  return [typeof value === 'string' ? value : value.toString('latin1')]
}
