import type { ListedKeyDescription } from '../../keys'
import type { ExportOptions } from '../definitions/lists'
import { printKeys } from '../export-view'
import { filterFrom } from './many-keys-actions'
import type { Page, Remote } from './remote'

const keysAtOnce = 500

/** `keys export` over the API: what the owner of the token may see. */
export async function exportKeys(remote: Remote, options: ExportOptions): Promise<void> {
  const filter = await filterFrom(remote, options)
  await printKeys(remote.terminal, pagesOf(remote, filter), options.json)
}

async function* pagesOf(
  { api }: Remote,
  filter: Readonly<Record<string, string | undefined>>,
): AsyncGenerator<ListedKeyDescription[]> {
  let after: string | undefined
  do {
    const query = { ...filter, sort: 'newest', after, limit: keysAtOnce }
    const { items, next } = await api.get<Page<ListedKeyDescription>>('/keys', query)
    yield items
    after = next ?? undefined
  } while (after !== undefined)
}
