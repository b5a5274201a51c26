/** Where a command speaks: results on `out`, everything else on `err`. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
}

/** A result: one JSON value for programs, or lines for people. */
export function print(terminal: Terminal, json: boolean, value: unknown, lines: () => string[]): void {
  terminal.out(json ? JSON.stringify(value, null, 2) : lines().join('\n'))
}

/** Columns as wide as their longest cell. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, cell.length)))
  }
  return rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
