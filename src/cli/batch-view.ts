import type { BatchDescription, KeySummary } from '../keys'
import type { KeyOfBatch } from './batch-table'
import { tellQueued } from './mail-words'
import { print, table, type Terminal } from './output'

export interface ShownBatch extends BatchDescription {
  /** How many have an address and can still join, and how many of them were sent their link. */
  invited: number
  mailed: number
  keys: readonly KeyOfBatch[]
}

export const linesOfBatches = (batches: readonly BatchDescription[]): string[] =>
  batches.length === 0
    ? ['There are no batches. "glpi-invite keys import" makes one of a list with --batch.']
    : table([
        ['BATCH', 'KEYS', 'MADE', 'LABEL'],
        ...batches.map(({ uid, size, createdAt, label }) => [uid, String(size), createdAt, label]),
      ])

/** What writes tables for spreadsheets is loaded when somebody asks for one. */
export async function printBatch(
  terminal: Terminal,
  { csv, json, links }: { csv: boolean; json: boolean; links: boolean },
  batch: ShownBatch,
): Promise<void> {
  if (csv) {
    const { tableOf } = await import('./batch-table.js')
    terminal.out(tableOf(batch.keys, links))
  } else {
    print(terminal, json, batch, () => linesOfBatch(batch, links))
  }
}

/** As the API says it of a request: which links there are for each key. */
export function withLinks(
  keys: readonly KeySummary[],
  shown: readonly { uid: string; code: string | null; link: string | null }[],
): KeyOfBatch[] {
  const byUid = new Map(shown.map(({ uid, code, link }) => [uid, { code, link }] as const))
  return keys.map((key) => ({ ...key, ...(byUid.get(key.uid) ?? { code: null, link: null }) }))
}

export const linesOfSent = (smtpUrl: unknown, mails: number): string[] =>
  mails === 0 ? ['Everybody was sent theirs: --all sends them again.'] : tellQueued(smtpUrl, mails)

const linesOfBatch = ({ keys, ...batch }: ShownBatch, links: boolean): string[] => [
  `Batch    ${batch.uid}`,
  `Label    ${batch.label}`,
  `Made     ${batch.createdAt}`,
  `Keys     ${batch.size}`,
  `Mails    ${batch.mailed} of ${batch.invited} who have an address and can still join`,
  ...table([
    ['KEY', 'STATE', 'USES', 'HINT', 'LABEL', ...(links ? ['LINK'] : [])],
    ...keys.map((key) => [
      key.uid,
      key.state,
      `${key.usesCompleted}/${key.maxUses ?? '∞'}`,
      key.hint,
      key.label,
      ...(links ? [key.link ?? ''] : []),
    ]),
  ]),
]
