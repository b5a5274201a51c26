import type { RowProblem } from '../../csv'
import type { RowOutcome } from '../../imports'
import type { ImportReport } from './run-import'

/** What became of a row, for programs: one object a line. */
export function describeRow(outcome: RowOutcome): Record<string, unknown> {
  const { line, outcome: kind, keyUid = null } = outcome
  return {
    line,
    outcome: kind,
    key: keyUid,
    ...('columns' in outcome ? { columns: outcome.columns } : {}),
    ...('why' in outcome ? { why: outcome.why } : {}),
    ...('problems' in outcome
      ? { problems: outcome.problems.map(({ column = null, code, message }) => ({ column, code, message })) }
      : {}),
  }
}

/** What people have to know of a row; undefined where all is as it should be. */
export function lineOfRow(outcome: RowOutcome): string | undefined {
  if (outcome.outcome === 'refused') return `line ${outcome.line}: refused: ${problemText(outcome.problems)}`
  if (outcome.outcome === 'changed')
    return `line ${outcome.line}: ${outcome.columns.join(', ')} changed; ${reasons[outcome.why]}`
  return outcome.outcome === 'updated'
    ? `line ${outcome.line}: ${outcome.columns.join(', ')} updated`
    : undefined
}

const reasons = {
  'not-asked': 'the key stays as it is without --update',
  revoked: 'the key is revoked and stays as it is',
  'used-up': 'the key is used up and stays as it is',
  expired: 'the key has ended and stays as it is',
} as const

export const problemText = (problems: readonly RowProblem[]): string =>
  problems.map(({ column, message }) => (column === undefined ? message : `${column}: ${message}`)).join('; ')

export function describeReport(report: ImportReport): Record<string, unknown> {
  const { counts, isDone, notTried, missing, missingUnknown } = report
  return {
    done: isDone,
    ...counts,
    notTried,
    missing: missing?.keys ?? null,
    missingRevoked: missing?.revoked === true,
    missingUnknown: missingUnknown ?? null,
  }
}

export function linesOfReport(report: ImportReport, dryRun: boolean): string[] {
  const { counts, isDone, notTried, missing, missingUnknown } = report
  const told = Object.entries(counts).flatMap(([kind, n]) => (n === 0 ? [] : [`${n} ${kind}`]))
  const would = isDone ? '' : dryRun ? 'Would be: ' : 'Nothing was done. It would have been: '
  return [
    `${would}${told.join(', ') || 'no rows'}.`,
    ...(notTried === 0 ? [] : [`${notTried} row(s) were not tried: run the same again.`]),
    ...(missing === undefined ? [] : [missingLine(missing)]),
    ...(missingUnknown === undefined ? [] : [`No key was revoked for being missing: ${missingUnknown}.`]),
  ]
}

const missingLine = ({ keys, revoked }: NonNullable<ImportReport['missing']>): string =>
  revoked
    ? `${keys} key(s) not in the file were revoked.`
    : `${keys} key(s) not in the file would be revoked${keys === 0 ? '' : ', with --revoke-missing --yes'}.`
