import type { ImportColumn, RowProblem } from '../../csv'
import type { ImportRow, NotChanged, RowOutcome } from '../../imports'
import type { ImportOptions } from '../definitions/lists'
import { defaultsFrom } from '../import/defaults'
import type { ImportPort } from '../import/port'
import type { Page, Remote } from './remote'

/** What became of rows, as the API tells it. */
interface Imported {
  isDone: boolean
  rows: {
    line: number
    outcome: RowOutcome['outcome']
    keyUid: string | null
    columns: ImportColumn[]
    why: NotChanged | null
    problems: { column: ImportColumn | null; code: string; message: string | null }[]
  }[]
}

/** Lists go over the API: a piece is one request, done once however often it is sent. */
export function importPort({ api }: Pick<Remote, 'api'>, options: ImportOptions): ImportPort {
  const { source, update, atomic, send, batch } = options
  const asked = { source, defaults: defaultsFrom(options), update, send }
  const post = (rows: readonly ImportRow[], more: object) =>
    api.post<Imported>('/imports', { ...asked, ...more, rows: rows.map(rowForApi) })

  return {
    send: async (rows, { number }) => {
      const label = batch === undefined || number === 1 ? batch : `${batch} (${number})`
      const { isDone, rows: told } = await post(rows, { atomic, dryRun: options.dryRun, batch: label })
      const explained = await withMessages(told, (lines) =>
        post(
          rows.filter(({ line }) => lines.includes(line)),
          { dryRun: true },
        ),
      )
      return { isDone, rows: explained.map(outcomeFrom) }
    },
    listKeys: async (after) => {
      const path = `/import-sources/${encodeURIComponent(source ?? 'default')}/keys`
      const { items, next } = await api.get<Page<string>>(path, { after })
      return { keyUids: items, next: next ?? undefined }
    },
    revoke: async (uids, dryRun) => {
      const body = { uids, dryRun, reason: 'no longer in the imported list' }
      const { keys, revoked } = await api.post<{ keys: number; revoked: number }>('/key-revocations', body)
      return dryRun ? keys : revoked
    },
  }
}

const rowForApi = ({ line, cells, problems = [] }: ImportRow) => ({
  line,
  cells,
  ...(problems.length === 0
    ? {}
    : { problems: problems.map((one) => ({ ...one, column: one.column ?? null })) }),
})

/**
 * An answer that is asked for again has no texts, since those may name people. Why rows were refused is then asked once
 * more, without doing anything.
 */
async function withMessages(
  rows: Imported['rows'],
  askAgain: (lines: readonly number[]) => Promise<Imported>,
): Promise<Imported['rows']> {
  const mute = rows.filter(({ problems }) => problems.some(({ message }) => message === null))
  if (mute.length === 0) return rows
  const again = await askAgain(mute.map(({ line }) => line))
  const said = new Map(
    again.rows.flatMap(({ line, problems }) => (problems.length === 0 ? [] : [[line, problems]])),
  )
  return rows.map((row) =>
    mute.includes(row) ? { ...row, problems: said.get(row.line) ?? row.problems } : row,
  )
}

function outcomeFrom({
  line,
  outcome,
  columns,
  why,
  problems,
  ...row
}: Imported['rows'][number]): RowOutcome {
  const keyUid = row.keyUid ?? undefined
  if (outcome === 'created') return { line, outcome, keyUid }
  if (outcome === 'refused') return { line, outcome, keyUid, problems: problems.map(problemFrom) }
  const known = { line, keyUid: keyUid ?? '' }
  if (outcome === 'unchanged') return { ...known, outcome }
  return outcome === 'updated'
    ? { ...known, outcome, columns }
    : { ...known, outcome, columns, why: why ?? 'not-asked' }
}

const problemFrom = ({
  column,
  code,
  message,
}: Imported['rows'][number]['problems'][number]): RowProblem => ({
  column: column ?? undefined,
  code,
  message: message ?? code,
})
