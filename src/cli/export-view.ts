import { stringify } from 'csv-stringify/sync'
import { csvOptions } from '../csv'
import type { ListedKeyDescription } from '../keys'
import type { Terminal } from './output'

/** Prints keys as they come, piece by piece: there may be more of them than the memory holds. */
export async function printKeys(
  terminal: Terminal,
  pieces: AsyncIterable<readonly ListedKeyDescription[]>,
  json: boolean,
): Promise<void> {
  if (!json) terminal.out(written([columns], csvOptions))
  for await (const keys of pieces) {
    if (keys.length === 0) continue
    terminal.out(
      json
        ? keys.map((key) => JSON.stringify(key)).join('\n')
        : written(keys.map(cellsOf), { ...csvOptions, bom: false }),
    )
  }
}

/** Whoever prints it ends the last line. */
export const written = (
  rows: readonly (readonly string[])[],
  options: Parameters<typeof stringify>[1],
): string =>
  stringify(
    rows.map((row) => [...row]),
    options,
  ).replace(/\n$/, '')

/** With which every table of keys begins: which key it is, and how far it is used. */
export const firstColumns = ['key', 'label', 'hint', 'state', 'maxUses', 'used', 'held', 'left'] as const

type OfFirstColumns = Pick<
  ListedKeyDescription,
  'uid' | 'label' | 'hint' | 'state' | 'maxUses' | 'usesCompleted' | 'usesHeld' | 'usesLeft'
>

export const firstCells = (key: OfFirstColumns): string[] => [
  key.uid,
  key.label,
  key.hint,
  key.state,
  key.maxUses === null ? 'unlimited' : String(key.maxUses),
  String(key.usesCompleted),
  String(key.usesHeld),
  key.usesLeft === null ? 'unlimited' : String(key.usesLeft),
]

const columns = [
  ...firstColumns,
  'profile',
  'entity',
  'issuer',
  'made',
  'notBefore',
  'expiresAt',
  'revoked',
  'reason',
  'batch',
  'problem',
] as const

function cellsOf(key: ListedKeyDescription): string[] {
  const { issuer } = key
  const each = (kind: 'profile' | 'entity'): string =>
    Array.from(new Set(key.authorisations.map(({ [kind]: { id, name } }) => name ?? `#${id}`))).join('; ')
  return [
    ...firstCells(key),
    each('profile'),
    each('entity'),
    issuer.kind === 'system' ? 'system' : (key.issuerName ?? `#${issuer.usersId}`),
    key.createdAt,
    key.notBefore ?? '',
    key.expiresAt ?? 'never',
    key.revokedAt ?? '',
    key.revokedReason ?? '',
    key.batch ?? '',
    key.problem ?? '',
  ]
}
