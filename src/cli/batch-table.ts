import { csvOptions } from '../csv'
import type { KeySummary } from '../keys'
import { firstCells, firstColumns, written } from './export-view'

export type KeyOfBatch = KeySummary & { code?: string | null; link?: string | null }

/** The keys of a batch for spreadsheets, in the columns that `keys export` has, too. */
export const tableOf = (keys: readonly KeyOfBatch[], links: boolean): string =>
  written(
    [[...columns, ...(links ? ['link', 'code'] : [])], ...keys.map((key) => cellsOf(key, links))],
    csvOptions,
  )

const columns = [...firstColumns, 'expiresAt'] as const

const cellsOf = (key: KeyOfBatch, links: boolean): string[] => [
  ...firstCells(key),
  key.expiresAt ?? 'never',
  ...(links ? [key.link ?? '', key.code ?? ''] : []),
]
