import type { Context } from '../context'
import { describeListedKeys, eachKey, type KeyOfList, type ListedKeyDescription } from '../keys'
import { scopeOf } from './act-as'
import type { CommandTools } from './command-tools'
import type { ExportOptions } from './definitions/lists'
import { printKeys } from './export-view'
import { filterFrom } from './which-keys'

const keysAtOnce = 500

export async function exportKeys(
  tools: CommandTools,
  context: Context,
  options: ExportOptions,
): Promise<void> {
  const asked = {
    scope: await scopeOf(context, options.as),
    filter: await filterFrom(context, options),
    sort: 'newest',
    now: context.clock.now(),
  } as const
  await printKeys(tools.terminal, inPieces(context, eachKey(context.db, asked)), options.json)
}

async function* inPieces(
  context: Context,
  keys: AsyncIterable<KeyOfList>,
): AsyncGenerator<ListedKeyDescription[]> {
  let some: KeyOfList[] = []
  for await (const key of keys) {
    some.push(key)
    if (some.length < keysAtOnce) continue
    yield await describeListedKeys(context, some)
    some = []
  }
  yield await describeListedKeys(context, some)
}
