import os from 'node:os'

export const machineOf = ({ databaseVersion }) => ({
  cpu: os.cpus()[0]?.model.trim() ?? 'unknown',
  cores: os.availableParallelism(),
  memoryGib: Math.round(os.totalmem() / 2 ** 30),
  node: process.version,
  database: databaseVersion,
})

/** A target that is at least, or at most, so much. Without one, the measure is there for orientation. */
export function judge({ atLeast, atMost, ...measure }) {
  const value = measure.ratio ?? measure.ours
  const target = atLeast ?? atMost
  if (target === undefined || value === undefined) return { ...measure, target: undefined, met: undefined }
  const met = atLeast === undefined ? value <= atMost : value >= atLeast
  return { ...measure, target: `${atLeast === undefined ? '≤' : '≥'} ${target}`, met }
}

export function printReport({ machine, measures }) {
  console.log(`\n${machine.cpu}, ${machine.cores} cores, ${machine.memoryGib} GiB`)
  console.log(`Node ${machine.node}, ${machine.database}\n`)
  printTable([
    ['measure', 'ours', 'bare', 'ratio', 'target', 'met'],
    ...measures.map(({ name, unit, ours, bare, ratio, target, met }) => [
      name,
      withUnit(ours, unit),
      withUnit(bare, unit),
      ratio?.toFixed(2) ?? '',
      target ?? '',
      met === undefined ? '' : met ? 'yes' : 'NO',
    ]),
  ])
}

function withUnit(value, unit) {
  if (value === undefined) return ''
  return `${value.toFixed(value < 10 ? 2 : value < 1000 ? 1 : 0)} ${unit}`
}

export function printTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('   ')
        .trimEnd(),
    )
  }
}
