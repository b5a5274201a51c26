/** What a check found, and what to do next where it is not ok. */
export interface Finding {
  status: 'ok' | 'warn' | 'fail'
  message: string
}

export const ok = (message: string): Finding => ({ status: 'ok', message })
export const warn = (message: string): Finding => ({ status: 'warn', message })
export const fail = (message: string): Finding => ({ status: 'fail', message })

/** A few of many, for one line. */
export function fewOf(items: readonly string[], atMost = 5): string {
  const more = items.length - atMost
  return more > 0 ? `${items.slice(0, atMost).join(', ')} and ${more} more` : items.join(', ')
}
