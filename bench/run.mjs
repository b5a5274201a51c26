/**
 * How much of what the machine can do is left when the whole product is around it. Everything is a ratio within one
 * run: both sides in turn, on the same cores, with database and load generator.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startWorker } from './jobs.mjs'
import { measureChecks, measureRegistrations } from './measures.mjs'
import { median } from './rate.mjs'
import { judge, machineOf, printReport } from './report.mjs'
import { startServer } from './server.mjs'
import { setStage } from './stage.mjs'

const folder = path.join(import.meta.dirname, '../.bench')
const starts = 3
const inMib = { name: 'peak memory of the server', unit: 'MiB', atMost: 150 }
const inSeconds = { name: 'from start to first answer', unit: 's', atMost: 1 }

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    json: { type: 'string', default: path.join(folder, 'results.json') },
    strict: { type: 'boolean', default: false },
  },
})
const seconds = Number(options.seconds)
if (!(seconds >= 1 && seconds <= 600)) throw new Error('--seconds is the length of one measurement, 1 to 600')

// Leaving this way runs what was registered for the end, so no process stays behind.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

const report = await withStage(measure)
printReport(report)
writeReport(options.json)
if (options.strict && report.measures.some(({ met }) => met === false)) process.exitCode = 1

async function withStage(work) {
  const stage = await setStage(folder)
  const running = []
  try {
    return await work(stage, (started) => {
      running.unshift(started)
      return started
    })
  } finally {
    for (const one of running) await one.stop()
    await stage.close()
  }
}

async function measure(stage, keep) {
  const threads = { UV_THREADPOOL_SIZE: String(os.availableParallelism() + 4) } // as our server sets it
  const readiness = await timeStarts(stage)
  const server = keep(await startServer(stage))
  const load = keep(startWorker('load.mjs'))
  const hashing = keep(startWorker('hashing.mjs', threads))
  const bare = keep(startWorker('bare-server.mjs', threads))
  const bareUrl = await bare.ask('start', stage.addresses)

  const cast = { stage, load, hashing, bare, bareUrl, seconds }
  const registrations = await measureRegistrations(cast)
  const checks = await measureChecks(cast)
  const memory = server.peakMemoryMib()
  return {
    machine: machineOf(stage),
    seconds,
    measures: [...registrations, checks, { ...inMib, ours: memory }, { ...inSeconds, ours: readiness }].map(
      judge,
    ),
  }
}

async function timeStarts(stage) {
  const times = []
  for (let start = 0; start < starts; start += 1) {
    const server = await startServer(stage)
    times.push(server.secondsToReady)
    await server.stop()
  }
  return median(times)
}

function writeReport(file) {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
  console.log(`\nWritten to ${path.relative(process.cwd(), file)}.`)
}
