/** One line that was pasted, cut into cells. */
export interface Line {
  number: number
  /** As it stood there. */
  typed: string
  /** Without the quotes of CSV; at least one. */
  cells: string[]
  /** It was not cut into cells. */
  isTooLong?: true
}

/**
 * Lines and cells of pasted text. Tabs part cells when there are any, since a spreadsheet puts them there; else
 * semicolons, else commas. A cell in double quotes may hold all of these, line breaks too, and a doubled quote for one.
 */
export function readLines(text: string): Line[] {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const separator = ['\t', ';', ','].find((one) => plain.includes(one)) ?? ','
  return records(plain)
    .map(({ number, typed }) => ({ number, ...readRecord(typed.trim(), typed, separator) }))
    .filter(({ cells }) => cells.length > 0)
}

/** Far above any name and address. What is longer is not read: it could only be made to take long. */
const longestRecord = 2_000

function readRecord(tidy: string, typed: string, separator: string): Omit<Line, 'number'> {
  if (tidy.length <= longestRecord) return { typed: tidy, cells: cellsOf(typed, separator) }
  return { typed: tidy, cells: [tidy.slice(0, longestRecord)], isTooLong: true }
}

const longestCell = 5

/** Lines, but for line breaks inside quotes; a quote that nobody closes soon does not swallow the rest. */
function records(text: string): { number: number; typed: string }[] {
  const lines = text.split('\n')
  const found: { number: number; typed: string }[] = []
  for (let at = 0; at < lines.length;) {
    const length = recordLength(lines, at)
    found.push({ number: at + 1, typed: lines.slice(at, at + length).join('\n') })
    at += length
  }
  return found
}

function recordLength(lines: readonly string[], at: number): number {
  for (let length = 1; length <= longestCell; length += 1) {
    if (!isOpen(lines.slice(at, at + length).join('\n'))) return length
  }
  return 1
}

/** A quote opens at the start of a cell only: inches and nicknames stand elsewhere. */
const isOpen = (text: string): boolean =>
  /(^|[\t;,])[^\S\t]*"/.test(text) && (text.split('"').length - 1) % 2 === 1

function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at)
    if (quoted) {
      if (character !== '"') cell += character
      else if (line.charAt(at + 1) === '"') cell += line.charAt((at += 1))
      else quoted = false
    } else if (character === '"' && cell.trim() === '' && line.includes('"', at + 1)) {
      quoted = true
      cell = ''
    } else if (character === separator) {
      cells.push(cell)
      cell = ''
    } else cell += character
  }
  cells.push(cell)
  return cells.some((one) => one.trim() !== '') ? trimEnd(cells) : []
}

/** A spreadsheet's empty columns at the right, and the separator after a mail program's last recipient. */
function trimEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '')
  return cells.slice(0, last + 1).map((cell) => cell.trim())
}
