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

/** The browser went away while a table was sent: nobody's mistake. */
export const isGivenUp = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
