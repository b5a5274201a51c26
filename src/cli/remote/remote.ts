import type { CommandTools } from '../command-tools'
import type { Api } from './api'

/** What commands work with that go over the API. */
export interface Remote extends Pick<CommandTools, 'terminal' | 'setExitCode' | 'startProgress'> {
  api: Api
  pause: (ms: number, signal?: AbortSignal) => Promise<void>
}

export interface Page<T> {
  items: T[]
  next: string | null
}

/** All pages of a list, up to so many items. */
export async function readPages<T>(
  { api }: Pick<Remote, 'api'>,
  path: string,
  { limit, ...query }: Readonly<Record<string, string | number | undefined>> & { limit: number },
): Promise<T[]> {
  const items: T[] = []
  let after = query['after']
  for (;;) {
    const page = await api.get<Page<T>>(path, { ...query, after, limit: Math.min(500, limit - items.length) })
    items.push(...page.items)
    if (page.next === null || items.length >= limit) return items
    after = page.next
  }
}
