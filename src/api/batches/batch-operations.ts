import { z } from 'zod'
import {
  type BatchDescription,
  countBatchMails,
  describeBatch,
  getBatch,
  listBatches,
  listKeys,
  sendBatch,
  showBatch,
  summariseKey,
} from '../../keys'
import { Cursor, Instant, pageLimit, pageOf, Uid, UidParams } from '../common-schemas'
import { KeySummarySchema } from '../keys/key-schemas'
import { MadeTogether, showTogether, TogetherRefs } from '../keys/made-together'
import { changes, type Operation, reads } from '../operation'
import { cutPage, ensureCursorOfKeys } from '../pages'

const batch = {
  uid: Uid,
  label: z.string(),
  size: z.int().meta({ description: 'How many keys were made together' }),
  createdAt: Instant,
}
const Batch = z.strictObject(batch).meta({ id: 'Batch' }) satisfies z.ZodType<BatchDescription>

const WholeBatch = z
  .strictObject({
    ...batch,
    invited: z.int().meta({ description: 'How many have an address and can still join' }),
    mailed: z.int().meta({ description: 'How many of them were sent their link' }),
    keys: pageOf(KeySummarySchema),
  })
  .meta({ id: 'BatchWithKeys' })

const tag = 'Batches'

/** Keys that were made together; a batch is there for whoever looks after all of its keys. */
export const batchOperations: Operation[] = [
  reads({
    operationId: 'listBatches',
    tag,
    summary: 'List batches, the newest first',
    path: '/batches',
    scope: 'keys:read',
    permission: 'see-keys',
    query: z.strictObject({ after: Uid.optional(), limit: pageLimit(50, 500) }),
    answer: pageOf(Batch),
    read: async ({ db }, { caller, query: { after, limit } }) => {
      const found = await listBatches(db, caller.actor.scope, { after, limit: limit + 1 })
      return cutPage(found.map(describeBatch), limit, ({ uid }) => uid)
    },
  }),
  reads({
    operationId: 'getBatch',
    tag,
    summary: 'A batch with its keys, the oldest first',
    path: '/batches/{uid}',
    scope: 'keys:read',
    permission: 'see-keys',
    params: UidParams,
    query: z.strictObject({ after: Cursor.optional(), limit: pageLimit(100, 500) }),
    answer: WholeBatch,
    read: async (context, { caller, params, query: { after, limit } }) => {
      ensureCursorOfKeys('oldest', after)
      const found = await getBatch(context.db, params.uid, caller.actor.scope)
      const { keys, next } = await listKeys(context.db, {
        scope: caller.actor.scope,
        filter: { batchUid: found.uid },
        sort: 'oldest',
        page: { after },
        limit,
        now: context.clock.now(),
      })
      const items = keys.map((key) => summariseKey(key, key.hint, context))
      const mails = await countBatchMails(context, found.uid)
      return { ...describeBatch(found), ...mails, keys: { items, next: next ?? null } }
    },
  }),
  changes({
    operationId: 'viewBatchLinks',
    tag,
    summary: 'See the links of a batch once more, without those of revoked keys',
    description: 'For whoever could make these very keys now. Recorded for each key, so it is a POST.',
    method: 'post',
    path: '/batches/{uid}/link-views',
    status: 201,
    scope: 'links:reveal',
    permission: 'create-keys',
    params: UidParams,
    refs: TogetherRefs,
    answer: MadeTogether,
    perform: async (context, { caller, params }) => {
      const { uid } = await getBatch(context.db, params.uid, caller.actor.scope)
      const { keys } = await showBatch(context, caller.keeper, { batchUid: uid, scope: caller.actor.scope })
      return {
        refs: { batchUid: uid, keyUids: keys.map((key) => key.uid) },
        codes: new Map(keys.map((key) => [key.uid, key.code])),
      }
    },
    present: (context, call, refs, codeOf) => showTogether(context, call, refs, codeOf),
  }),
  changes({
    operationId: 'sendBatch',
    tag,
    summary: 'Mail the links of a batch to those who can still join',
    description: 'To all of them or, when that were too many, to none.',
    method: 'post',
    path: '/batches/{uid}/deliveries',
    status: 201,
    scope: 'keys:manage',
    permission: 'create-keys',
    params: UidParams,
    body: z.strictObject({
      to: z
        .enum(['all', 'rest'])
        .default('rest')
        .meta({ description: 'rest: those who were not sent their link yet' }),
    }),
    refs: z.object({ mails: z.int() }),
    answer: z.strictObject({ mails: z.int().meta({ description: 'How many mails are on their way' }) }),
    perform: async (context, { caller, params, body: { to } }) => {
      const { uid } = await getBatch(context.db, params.uid, caller.actor.scope)
      const { scope } = caller.actor
      return { refs: { mails: await sendBatch(context, caller.keeper, { batchUid: uid, scope, to }) } }
    },
    present: (_context, _call, refs) => Promise.resolve(refs),
  }),
]
