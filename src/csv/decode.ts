import { type TableProblem, TableRefused } from './problems'

export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
] as const
export type Encoding = (typeof encodings)[number]

/**
 * The text of a file: in the encoding that is named, or in that of its byte-order mark, or in UTF-8. What is not UTF-8
 * is refused rather than guessed at: a wrong guess writes wrong names into GLPI.
 *
 * @throws {TableRefused}
 */
export function decode(bytes: Uint8Array, asked?: Encoding): string {
  const signature = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  const office = officeFiles.find(({ begins }) => signature.startsWith(begins))
  if (office !== undefined) throw refused('spreadsheet', office.message)
  const encoding = asked ?? marked(signature) ?? 'utf-8'
  const text = encoding === 'utf-8' ? decodeUtf8(bytes) : new TextDecoder(encoding).decode(bytes)
  if (text.includes('\0'))
    throw refused(
      'not-text',
      'this is no text: save the table as “CSV UTF-8”, which Excel and LibreOffice offer',
    )
  return text
}

const officeFiles = [
  {
    begins: '504b0304',
    message: 'this is an Excel or LibreOffice file: open it there and save it as “CSV UTF-8”',
  },
  { begins: 'd0cf11e0', message: 'this is an old Excel file: open it there and save it as “CSV UTF-8”' },
] as const

function marked(signature: string): Encoding | undefined {
  if (signature.startsWith('fffe')) return 'utf-16le'
  return signature.startsWith('feff') ? 'utf-16be' : undefined
}

/** The mark at the beginning is no part of the text. */
function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw wrongByte(bytes)
  }
}

const newline = 0x0a

/** No byte of another character is a line feed in UTF-8, so each line is right or wrong by itself. */
function wrongByte(bytes: Uint8Array): TableRefused {
  let line = 0
  for (let start = 0; start <= bytes.length; line += 1) {
    const found = bytes.indexOf(newline, start)
    const end = found === -1 ? bytes.length : found
    const one = bytes.subarray(start, end)
    if (!isUtf8(one)) return refused('not-utf-8', `${remedy}; it reads ${quoted(one)}`, line + 1)
    start = end + 1
  }
  return refused('not-utf-8', remedy)
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const remedy =
  'letters with accents are not UTF-8 here: in Excel save the file as “CSV UTF-8”, or name its encoding (windows-1252 is usual on Windows)'

const shownAtMost = 40

/** Around the first letter that cannot be read, so that it is found in the spreadsheet. */
function quoted(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replace(/\p{Cc}/gu, ' ')
  const at = text.indexOf('\ufffd')
  const start = Math.max(0, at - shownAtMost / 2)
  return JSON.stringify(text.slice(start, start + shownAtMost))
}

const refused = (code: TableProblem['code'], message: string, line?: number) =>
  new TableRefused([{ code, line, message }])
