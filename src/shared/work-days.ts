/** Monday is 1, as in ISO 8601. */
export type WorkDays = ReadonlySet<number>

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** `mon-fri`, `sun-thu`, `mon tue thu` or `mon,wed-fri`; undefined for anything else. */
export function parseWorkDays(text: string): WorkDays | undefined {
  const parts = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((part) => part !== '')
  const days = parts.map(daysOf)
  if (days.length === 0 || days.some((some) => some.length === 0)) return undefined
  return new Set(days.flat())
}

/** A range may run over the end of the week. */
function daysOf(part: string): number[] {
  const [from = '', to = from, ...rest] = part.split('-')
  const [first, last] = [names.indexOf(from), names.indexOf(to)]
  if (first < 0 || last < 0 || rest.length > 0) return []
  const count = ((last - first + names.length) % names.length) + 1
  return Array.from({ length: count }, (_, index) => ((first + index) % names.length) + 1)
}
