/**
 * How all our tables for spreadsheets are written (OWASP, CSV injection). Excel takes them for UTF-8 by the mark at the
 * beginning. No cell runs as a formula: not as it stands, nor cut in two, since spreadsheets of some languages take a
 * semicolon inside a cell for the end of it.
 */
export const csvOptions = {
  bom: true,
  escape_formulas: true,
  record_delimiter: 'windows',
  cast: { string: (text: string): string => text.replace(/([;,\t\r\n]\s*)(?=[=+\-@])/g, "$1'") },
} as const

/** A cell as it was before it was written so: our own files can be mended and read again. */
export const unguarded = (cell: string): string =>
  cell.replace(/^'(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/, '').replace(/([;,\t\r\n]\s*)'(?=[=+\-@])/g, '$1')
