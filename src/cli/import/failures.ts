import { stringify } from 'csv-stringify/sync'
import { csvOptions, type Table, type TableRow } from '../../csv'

/** What failed, as it stood in the file, with the reason: to be mended and imported again. */
export function failuresOf(
  { header, delimiter }: Pick<Table, 'header' | 'delimiter'>,
  failed: readonly { row: TableRow; problem: string }[],
): string {
  const known = header.findIndex((name) => name.trim().toLowerCase() === 'problem')
  const without = (cells: readonly string[]) => cells.filter((_, index) => index !== known)
  const filled = (cells: readonly string[]) => [
    ...cells,
    ...Array.from({ length: Math.max(0, header.length - cells.length) }, () => ''),
  ]
  return stringify(
    [
      [...without(header), 'problem'],
      ...failed.map(({ row, problem }) => [...without(filled(row.original)), problem]),
    ],
    { ...csvOptions, delimiter },
  )
}
