/**
 * How fast keys are made in bulk, against nothing but multi-row INSERTs of the very same rows: batches of a thousand
 * people with a name and an address each, as an HR script sends them.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createContext } from '../dist/context.js'
import { createKeys } from '../dist/keys/index.js'
import { parseConfig } from '../dist/shared/config.js'
import { machineOf, printTable } from './report.mjs'
import { setStage } from './stage.mjs'

const folder = path.join(import.meta.dirname, '../.bench')
const atOnce = 1000
const atLeast = 0.5

const { values: options } = parseArgs({
  options: {
    keys: { type: 'string', default: '100000' },
    strict: { type: 'boolean', default: false },
  },
})
const batches = Math.ceil(Number(options.keys) / atOnce)

const stage = await setStage(folder)
try {
  const { database, admin } = stage
  const before = await countRows(admin, database)
  const ours = await makeKeys(stage.env)
  const tables = await grownTables(admin, database, before)
  const bare = await insertAgain(admin, database, tables)
  report(ours, bare, tables)
} finally {
  await stage.close()
}

/** All through the use case that console, command line and API call. */
async function makeKeys(env) {
  const context = createContext(
    parseConfig({ ...env, KEYS_PER_DAY: '1000000', PENDING_INVITATIONS: '1000000' }),
  )
  const by = { issuer: { kind: 'system' }, actor: { kind: 'system' } }
  const expiresAt = new Date(Date.now() + 14 * 86_400_000)
  const memory = []
  try {
    await makeBatch(context, by, expiresAt, -1) // opens connections, and reads what is read once
    const startedAt = performance.now()
    for (let batch = 0; batch < batches; batch += 1) {
      await makeBatch(context, by, expiresAt, batch)
      memory.push(process.memoryUsage().rss)
    }
    return { seconds: (performance.now() - startedAt) / 1000, memory }
  } finally {
    await context.close()
  }
}

function makeBatch(context, by, expiresAt, batch) {
  const people = Array.from({ length: atOnce }, (_, index) => {
    const number = batch * atOnce + index
    return {
      label: `Colleague ${number}`,
      address: `colleague.${number}@example.org`,
      fields: [
        { field: 'firstname', value: `First ${number}`, isLocked: false },
        { field: 'realname', value: `Last ${number}`, isLocked: false },
      ],
    }
  })
  const grant = { authorisations: [{ profilesId: 1, entitiesId: 0, isRecursive: true }] }
  const shared = { label: `Batch ${batch}`, maxUses: 1, notBefore: undefined, expiresAt, grant }
  return createKeys(context, by, { shared, people })
}

async function countRows(admin, database) {
  const [tables] = await admin.query('SHOW TABLES FROM ??', [database])
  const counts = new Map()
  for (const table of tables.map((row) => Object.values(row)[0])) {
    const [[{ n }]] = await admin.query('SELECT COUNT(*) AS n FROM ??.??', [database, table])
    counts.set(table, n)
  }
  return counts
}

/** The tables that making keys writes to, with the rows that it wrote. */
async function grownTables(admin, database, before) {
  const after = await countRows(admin, database)
  return Array.from(after)
    .filter(([table, n]) => n > before.get(table))
    .map(([table, n]) => ({ table, rows: n - before.get(table) }))
}

/** The same rows into the same tables, emptied, a thousand keys' worth to a transaction; reading them does not count. */
async function insertAgain(admin, database, tables) {
  const written = []
  for (const { table } of tables) {
    const [rows] = await admin.query({
      sql: 'SELECT * FROM ??.??',
      values: [database, table],
      rowsAsArray: true,
    })
    const [columns] = await admin.query(
      "SELECT column_name AS name FROM information_schema.columns WHERE table_schema = ? AND table_name = ? AND extra NOT LIKE '%GENERATED%' ORDER BY ordinal_position",
      [database, table],
    )
    const [all] = await admin.query(
      'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position',
      [database, table],
    )
    const kept = columns.map(({ name }) => all.findIndex((column) => column.name === name))
    written.push({
      into: columns.map(({ name }) => `\`${name}\``).join(),
      table,
      rows: rows.map((row) => kept.map((index) => row[index])),
    })
    await admin.query('DELETE FROM ??.??', [database, table])
  }
  const startedAt = performance.now()
  for (let batch = 0; batch <= batches; batch += 1) {
    await admin.query('BEGIN')
    for (const { table, into, rows } of written) {
      const share = Math.ceil(rows.length / (batches + 1))
      const some = rows.slice(batch * share, (batch + 1) * share)
      for (let at = 0; at < some.length; at += atOnce) {
        await admin.query(`INSERT INTO \`${database}\`.\`${table}\` (${into}) VALUES ?`, [
          some.slice(at, at + atOnce),
        ])
      }
    }
    await admin.query('COMMIT')
  }
  const seconds = (performance.now() - startedAt) / 1000
  return { seconds: (seconds * batches) / (batches + 1) }
}

function report(ours, bare, tables) {
  const keys = batches * atOnce
  const ratio = bare.seconds / ours.seconds
  const { cpu, cores, memoryGib, node, database } = machineOf(stage)
  console.log(`\n${cpu}, ${cores} cores, ${memoryGib} GiB\nNode ${node}, ${database}\n`)
  printTable([
    ['keys in bulk', 'seconds', 'keys a second'],
    ['ours', ours.seconds.toFixed(1), (keys / ours.seconds).toFixed(0)],
    ['bare', bare.seconds.toFixed(1), (keys / bare.seconds).toFixed(0)],
  ])
  const mib = (bytes) => (bytes / 2 ** 20).toFixed(0)
  const tenth = Math.max(1, Math.floor(ours.memory.length / 10))
  const early = Math.max(...ours.memory.slice(0, 2 * tenth))
  console.log(`\nratio ${ratio.toFixed(2)} (target ≥ ${atLeast}: ${ratio >= atLeast ? 'met' : 'NOT met'})`)
  console.log(`memory: ${mib(early)} MiB at most in the first fifth, ${mib(Math.max(...ours.memory))} in all`)
  console.log(`rows: ${tables.map(({ table, rows }) => `${table} ${rows}`).join(', ')}`)
  if (options.strict && ratio < atLeast) process.exitCode = 1
}
