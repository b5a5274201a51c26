/** The browser went away while a table was sent: nobody's mistake. */
export const isGivenUp = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
