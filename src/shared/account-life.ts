const units = {
  d: { kind: 'days', times: 1 },
  w: { kind: 'days', times: 7 },
  mo: { kind: 'months', times: 1 },
  y: { kind: 'months', times: 12 },
} as const

/** How long an account lives after joining: `30d`, `2w`, `6mo` or `1y`; undefined for anything else. */
export function readAccountLife(text: string): { kind: 'days' | 'months'; count: number } | undefined {
  const [, number, unit] = /^(\d{1,5})(d|w|mo|y)$/i.exec(text.trim()) ?? []
  if (unit === undefined) return undefined
  const { kind, times } = units[unit.toLowerCase() as keyof typeof units]
  return { kind, count: Number(number) * times }
}
