/** What a file may be: above any list of people, below what would fill the memory. */
export const tableLimits = {
  bytes: 32 * 1024 * 1024,
  rows: 100_000,
  columns: 200,
  /** In characters: as many as a message may have, and some. */
  cell: 4_000,
} as const
