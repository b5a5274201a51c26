import type { Context } from '../context'
import {
  chooseBatchIssuer,
  countBatchMails,
  describeBatch,
  eachKey,
  getBatch,
  type KeyKeeper,
  type KeySummary,
  listBatches,
  revealCode,
  sendBatch,
  showBatch,
  summariseKey,
} from '../keys'
import { scopeOf } from './act-as'
import { linesOfBatches, linesOfSent, printBatch, withLinks } from './batch-view'
import type { CommandTools } from './command-tools'
import type { BatchActions, ShowBatchOptions } from './definitions/batches'
import { print } from './output'

const everywhere = { kind: 'all' } as const

/** The commands below `batches`, on the server. */
export const batchActions = (tools: CommandTools): BatchActions => ({
  list: ({ limit, before, as, json }) =>
    tools.withContext(async (context) => {
      const found = await listBatches(context.db, await scopeOf(context, as), { after: before, limit })
      const shown = found.map(describeBatch)
      print(tools.terminal, json, shown, () => linesOfBatches(shown))
    }),
  show: (uid, options) => tools.withContext((context) => show(tools, context, uid, options)),
  send: (uid, { all, as, json }) =>
    tools.withContext(async (context) => {
      const { uid: batchUid } = await getBatch(context.db, uid, everywhere)
      const by = await keeperFor(tools, context, batchUid, as)
      const to = all ? 'all' : 'rest'
      const mails = await sendBatch(context, by, { batchUid, scope: everywhere, to })
      print(tools.terminal, json, { mails }, () => linesOfSent(context.config.smtpUrl, mails))
    }),
})

async function show(
  tools: CommandTools,
  context: Context,
  uid: string,
  options: ShowBatchOptions,
): Promise<void> {
  const { links, as } = options
  // Whoever may give all that its keys give looks after it.
  const batch = await getBatch(context.db, uid, links ? everywhere : await scopeOf(context, as))
  const shown = links ? await linksOf(tools, context, uid, as) : undefined
  const keys: KeySummary[] = []
  const asked = { scope: everywhere, filter: { batchUid: uid }, now: context.clock.now() }
  for await (const key of eachKey(context.db, { ...asked, sort: 'oldest' }))
    keys.push(summariseKey(key, key.hint, context))

  await printBatch(tools.terminal, options, {
    ...describeBatch(batch),
    ...(await countBatchMails(context, uid)),
    keys: shown === undefined ? keys : withLinks(keys, shown),
  })
}

async function linksOf(
  tools: CommandTools,
  context: Context,
  batchUid: string,
  as: string | undefined,
): Promise<{ uid: string; code: string; link: string }[]> {
  const by = await keeperFor(tools, context, batchUid, as)
  const { keys } = await showBatch(context, by, { batchUid, scope: everywhere })
  return keys.map(({ uid, code }) => ({ uid, ...revealCode(context, code) }))
}

/** The server itself, or somebody in GLPI under that authorisation of theirs which lets them make all these keys. */
async function keeperFor(
  { actor }: CommandTools,
  context: Context,
  batchUid: string,
  as: string | undefined,
): Promise<KeyKeeper> {
  if (as === undefined) return { actor, issuer: { kind: 'system' }, mayMake: true }
  const issuer = await chooseBatchIssuer(context, as, batchUid)
  return { actor: { ...actor, kind: 'user', usersId: issuer.usersId }, issuer, mayMake: true }
}
