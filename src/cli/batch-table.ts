import { csvOptions } from '../csv'
import type { KeySummary } from '../keys'
import { written } from './export-view'

export type KeyOfBatch = KeySummary & { code?: string | null; link?: string | null }

/** The keys of a batch for spreadsheets, in the columns that `keys export` has, too. */
export const tableOf = (keys: readonly KeyOfBatch[], links: boolean): string =>
  written(
    [[...columns, ...(links ? ['link', 'code'] : [])], ...keys.map((key) => cellsOf(key, links))],
    csvOptions,
  )

const columns = ['key', 'label', 'hint', 'state', 'maxUses', 'used', 'held', 'left', 'expiresAt'] as const

const cellsOf = (key: KeyOfBatch, links: boolean): string[] => [
  key.uid,
  key.label,
  key.hint,
  key.state,
  key.maxUses === null ? 'unlimited' : String(key.maxUses),
  String(key.usesCompleted),
  String(key.usesHeld),
  key.usesLeft === null ? 'unlimited' : String(key.usesLeft),
  key.expiresAt ?? 'never',
  ...(links ? [key.link ?? '', key.code ?? ''] : []),
]
