import type { BatchDescription, KeySummary } from '../../keys'
import { linesOfBatches, linesOfSent, printBatch, type ShownBatch, withLinks } from '../batch-view'
import type { BatchActions } from '../definitions/batches'
import { print } from '../output'
import { type Page, readPages, type Remote } from './remote'

/** The commands below `batches`, over the API. */
export const batchActions = (remote: Remote): BatchActions => {
  const { api, terminal } = remote
  return {
    async list({ limit, before, json }) {
      const found = await readPages<BatchDescription>(remote, '/batches', { after: before, limit })
      print(terminal, json, found, () => linesOfBatches(found))
    },
    async show(uid, options) {
      const batch = await wholeBatch(remote, uid)
      if (!options.links) return printBatch(terminal, options, batch)
      const shown = await api.post<{ keys: { uid: string; code: string | null; link: string | null }[] }>(
        `/batches/${uid}/link-views`,
      )
      await printBatch(terminal, options, { ...batch, keys: withLinks(batch.keys, shown.keys) })
    },
    async send(uid, { all, json }) {
      const sent = await api.post<{ mails: number }>(`/batches/${uid}/deliveries`, {
        to: all ? 'all' : 'rest',
      })
      print(terminal, json, sent, () => linesOfSent('there', sent.mails))
    },
  }
}

async function wholeBatch({ api }: Remote, uid: string): Promise<ShownBatch> {
  const read = (after: string | undefined) =>
    api.get<Omit<ShownBatch, 'keys'> & { keys: Page<KeySummary> }>(`/batches/${uid}`, { after, limit: 500 })
  const { keys, ...batch } = await read(undefined)
  const { items } = keys
  for (let { next } = keys; next !== null;) {
    const more = await read(next)
    items.push(...more.keys.items)
    next = more.keys.next
  }
  return { ...batch, keys: items }
}
