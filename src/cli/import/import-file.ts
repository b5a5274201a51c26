import { open } from 'node:fs/promises'
import { readTable, type Table, type TableRow } from '../../csv'
import type { RowOutcome } from '../../imports'
import { AppError } from '../../shared/errors'
import type { CommandTools, Progress } from '../command-tools'
import type { ImportOptions } from '../definitions/lists'
import { exitCode } from '../exit-codes'
import { failuresOf } from './failures'
import type { ImportPort } from './port'
import { readInput } from './read-input'
import { describeReport, describeRow, lineOfRow, linesOfReport, problemText } from './report'
import { type ImportReport, runImport } from './run-import'

type Tools = Pick<CommandTools, 'terminal' | 'setExitCode' | 'startProgress'>

/** How many rows can be all or nothing, and what to do with more of them. */
export interface AtomicLimit {
  rows: number
  remedy: string
}

/** The file as a table, before anything is asked of anybody. @throws {AppError} INPUT_INVALID */
export async function readImport(
  file: string,
  options: ImportOptions,
  atMost: AtomicLimit = { rows: 5_000, remedy: 'cut the file into several' },
): Promise<Table> {
  const { revokeMissing, source, atomic, delimiter, encoding, map, dates } = options
  if (revokeMissing && source === undefined)
    throw new AppError('INPUT_INVALID', 'say with --source of which list keys are revoked that are missing')
  const table = await readTable(await readInput(file), { delimiter, encoding, mappings: map, dates })
  if (atomic && table.rows.length > atMost.rows)
    throw new AppError('INPUT_INVALID', `all or none is possible for ${atMost.rows} rows: ${atMost.remedy}`)
  return table
}

/** Imports a table through a port, and tells what became of it. @throws what stopped it, when all is told */
export async function importTable(
  tools: Tools,
  port: ImportPort,
  table: Table,
  options: ImportOptions,
): Promise<void> {
  const { atomic, dryRun, json, revokeMissing, yes } = options
  const failed: { row: TableRow; problem: string }[] = []
  const progress = await tools.startProgress?.(table.rows.length)
  const missing = revokeMissing ? (yes ? 'revoke' : 'count') : 'keep'
  const report = await runImport(port, { table, atomic, dryRun, missing }, (row, outcome) => {
    tell(tools, progress, outcome, json)
    if (outcome.outcome === 'refused') failed.push({ row, problem: problemText(outcome.problems) })
  }).finally(() => progress?.stop())

  if (json) tools.terminal.out(JSON.stringify(describeReport(report)))
  else tools.terminal.out(linesOfReport(report, dryRun).join('\n'))
  if (options.failures !== undefined) await writeForOwner(options.failures, failuresOf(table, failed))
  if (report.stoppedBy !== undefined) throw report.stoppedBy
  if (isIncomplete(report)) tools.setExitCode(exitCode.rowsRefused)
}

/** It names people. A file that was there before keeps its mode unless it is given another; what is no file has none. */
async function writeForOwner(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w', 0o600)
  try {
    if ((await handle.stat()).isFile()) await handle.chmod(0o600)
    await handle.writeFile(text)
  } finally {
    await handle.close()
  }
}

const isIncomplete = ({ counts, missingUnknown }: ImportReport): boolean =>
  counts.refused > 0 || missingUnknown !== undefined

function tell({ terminal }: Tools, progress: Progress | undefined, outcome: RowOutcome, json: boolean): void {
  progress?.advance()
  if (json) {
    terminal.out(JSON.stringify(describeRow(outcome)))
    return
  }
  const line = lineOfRow(outcome)
  if (line !== undefined) terminal.out(line)
}
