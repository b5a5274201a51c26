/**
 * How long the console's list of keys takes where there are a million, against the same page where there are a
 * thousand: two servers beside each other on one database server, asked in turns as a browser asks, signed in, over
 * HTTP, with count, filters and names.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../dist/shared/db.js'
import { parseConfig } from '../dist/shared/config.js'
import { settleKeys } from '../dist/keys/settle-keys-store.js'
import { openConsole } from './console-browser.mjs'
import { writeKeys } from './list-data.mjs'
import { median } from './rate.mjs'
import { machineOf, printTable } from './report.mjs'
import { startServer } from './server.mjs'
import { setStage } from './stage.mjs'

const folder = path.join(import.meta.dirname, '../.bench')
const dayMs = 86_400_000
const atMost = 1.5
const warmUps = 2

const { values: options } = parseArgs({
  options: {
    few: { type: 'string', default: '1000' },
    many: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '21' },
    json: { type: 'string', default: path.join(folder, 'key-list.json') },
    strict: { type: 'boolean', default: false },
  },
})
const runs = Number(options.runs)

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

/** What is asked for; `looked` is a key of the side that is asked. */
const states = ['usable', 'held-up', 'used-up', 'expired', 'not-yet-valid', 'paused', 'revoked']
const dayAt = (days) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10)
const pages = [
  ['first page', () => ''],
  ['last page', () => '?last=1'],
  ...states.flatMap((state) => [
    [`state ${state}`, () => `?state=${state}`],
    [`state ${state}, last page`, () => `?state=${state}&last=1`],
  ]),
  ['issuer', () => '?issuer=2'],
  ['issuer, last page', () => '?issuer=2&last=1'],
  ['issuer: the server', () => '?issuer=system'],
  ['entity', () => '?entity=4'],
  ['profile', () => '?profile=1'],
  ['profile, last page', () => '?profile=2&last=1'],
  ['profile and entity', () => '?profile=1&entity=4'],
  ['batch', ({ batch }) => `?batch=${batch}`],
  ['address', ({ address }) => `?address=${encodeURIComponent(address)}`],
  ['made in a year', () => `?made-from=${dayAt(-700)}&made-to=${dayAt(-335)}`],
  ['ends in two months', () => `?ends-from=${dayAt(0)}&ends-to=${dayAt(60)}`],
  ['sorted by end', () => '?sort=ends-first'],
  ['sorted by end, last page', () => '?sort=ends-first&last=1'],
  ['sorted by label', () => '?sort=label'],
  ['usable, sorted by end', () => '?state=usable&sort=ends-first'],
  ['usable, of an issuer', () => '?state=usable&issuer=2'],
  ['search: a common word', () => '?search=inter'],
  ['search: a common word, last page', () => '?search=inter&last=1'],
  ['search: two words', () => '?search=new+colle'],
  ['search: one letter', () => '?search=b'],
  ['search: an address', ({ address }) => `?search=${encodeURIComponent(address)}`],
  ['search: a hint', ({ hint }) => `?search=${hint}`],
  ['search: nothing there', () => '?search=xyzzyx'],
]

const stage = await setStage(folder)
const servers = []
try {
  const sides = [
    await openSide({ folder, database: stage.database, env: stage.env }, Number(options.many)),
    await openSide(await stage.openAnother('glpi_invite_few'), Number(options.few)),
  ].toReversed()
  const measures = []
  for (const [who, login] of [
    ['all entities', 'marie.curie'],
    ['three entities', 'paul.langevin'],
  ]) {
    const browsers = []
    for (const { server } of sides) browsers.push(await openConsole(server.url, login))
    for (const [name, pathFor] of pages) measures.push(await measure({ who, name, pathFor, sides, browsers }))
    for (const browser of browsers) browser.close()
  }
  report(measures)
} finally {
  for (const server of servers) await server.stop()
  await stage.close()
}

async function openSide(place, count) {
  console.error(`Writing ${count} keys.`)
  const looked = await writeKeys(stage.admin, place.database, { count, now: new Date() })
  await settle(place.env)
  const server = await startServer(place)
  servers.push(server)
  return { server, looked }
}

/** As the lists of three years have done. */
async function settle(env) {
  const db = openDatabase(parseConfig(env).database, 1)
  try {
    while (!(await settleKeys(db, new Date())));
  } finally {
    await db.destroy()
  }
}

/** Both sides in turns. The ratio is that of neighbours: what else the machine does in a moment slows both. */
async function measure({ who, name, pathFor, sides, browsers }) {
  const times = []
  for (let run = -warmUps; run < runs; run += 1) {
    const pair = []
    const turns = run % 2 === 0 ? [0, 1] : [1, 0]
    for (const side of turns) pair[side] = await browsers[side].time(pathFor(sides[side].looked))
    if (run >= 0) times.push(pair)
  }
  const few = median(times.map((pair) => pair[0]))
  const many = median(times.map((pair) => pair[1]))
  const ratio = median(times.map((pair) => pair[1] / pair[0]))
  console.error(`${who}, ${name}: ${few.toFixed(1)} ms, ${many.toFixed(1)} ms, ${ratio.toFixed(2)}`)
  return { who, name, few, many, ratio, met: ratio <= atMost }
}

function report(measures) {
  const machine = machineOf(stage)
  console.log(`\n${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${machine.database}\n`)
  const head = ['page', 'for', `${options.few} keys`, `${options.many} keys`, 'ratio', 'met']
  const rows = measures.map(({ who, name, few, many, ratio, met }) => [
    name,
    who,
    `${few.toFixed(1)} ms`,
    `${many.toFixed(1)} ms`,
    ratio.toFixed(2),
    met ? 'yes' : 'NO',
  ])
  printTable([head, ...rows])
  mkdirSync(path.dirname(options.json), { recursive: true })
  writeFileSync(options.json, `${JSON.stringify({ machine, measures }, null, 2)}\n`)
  if (options.strict && measures.some(({ met }) => !met)) process.exitCode = 1
}
