import { z } from 'zod'
import {
  countKeys,
  createKey,
  describeListedKeys,
  type KeyFilter,
  keySorts,
  listKeys,
  readKeyFilter,
  readKeySort,
  understandKeys,
} from '../../keys'
import { InputInvalid } from '../../shared/errors'
import { Cursor, pageLimit, pageOf, Uid, UidParams } from '../common-schemas'
import { changes, type Operation, reads } from '../operation'
import { KeySchema, KeyWithLink, ListedKeySchema, NewKeySchema } from './key-schemas'
import { ensureCursorOfKeys } from '../pages'
import { pointingInto } from '../pointing-into'
import { filterFields } from './filter-fields'
import { showKey, showWithLink } from './show-key'

const CountQuery = z.strictObject(filterFields).partial()
const ListQuery = CountQuery.extend({
  sort: z
    .enum(keySorts)
    .optional()
    .meta({ description: 'Left out: the newest first, or what ends first where ends are asked for' }),
  after: Cursor.optional().meta({ description: '`next` of the page before' }),
  limit: pageLimit(50, 500),
})

export const keyOperations: Operation[] = [
  reads({
    operationId: 'listKeys',
    tag: 'Keys',
    summary: 'List keys, the newest first',
    path: '/keys',
    scope: 'keys:read',
    permission: 'see-keys',
    query: ListQuery,
    answer: pageOf(ListedKeySchema),
    read: async (context, { caller, query }) => {
      const { sort, after, limit, ...asked } = query
      const filter = filterFrom(asked, context.config)
      const order = readKeySort(sort, filter)
      ensureCursorOfKeys(order, after)
      const { keys, next } = await listKeys(context.db, {
        scope: caller.actor.scope,
        filter,
        sort: order,
        page: { after },
        limit,
        now: context.clock.now(),
      })
      return { items: await describeListedKeys(context, keys), next: next ?? null }
    },
  }),
  reads({
    operationId: 'countKeys',
    tag: 'Keys',
    summary: 'How many keys a list has',
    path: '/key-count',
    scope: 'keys:read',
    permission: 'see-keys',
    query: CountQuery,
    answer: z.strictObject({
      count: z.int(),
      isMore: z.boolean().meta({ description: 'There are more than that: counting stops there' }),
    }),
    read: ({ db, clock, config }, { caller, query }) =>
      countKeys(db, { scope: caller.actor.scope, filter: filterFrom(query, config), now: clock.now() }),
  }),
  reads({
    operationId: 'getKey',
    tag: 'Keys',
    summary: 'One key, with what it grants and carries',
    path: '/keys/{uid}',
    scope: 'keys:read',
    permission: 'see-keys',
    params: UidParams,
    answer: KeySchema,
    read: (context, call) => showKey(context, call, call.params.uid),
  }),
  changes({
    operationId: 'createKey',
    tag: 'Keys',
    summary: 'Make a key',
    description: 'The answer has its link: note it down, or see it again with the scope links:reveal.',
    method: 'post',
    path: '/keys',
    status: 201,
    scope: 'keys:create',
    permission: 'create-keys',
    body: NewKeySchema,
    refs: z.object({ keyUid: Uid }),
    answer: KeyWithLink,
    perform: async (context, { caller, body }) => {
      const [understood] = await understandKeys(context, { ...caller, scope: caller.actor.scope }, [body])
      if (understood === undefined || 'problems' in understood)
        throw new InputInvalid(understood?.problems ?? [])
      const by = { issuer: caller.issuer, actor: caller.eventActor }
      const { key, code } = await pointingInto(body, () => createKey(context, by, understood.key))
      return { refs: { keyUid: key.uid }, codes: new Map([[key.uid, code]]) }
    },
    present: (context, call, { keyUid }, codeOf) => showWithLink(context, call, keyUid, codeOf),
  }),
]

/** @throws {InputInvalid} */
function filterFrom(query: z.output<typeof CountQuery>, { timeZone }: { timeZone: string }): KeyFilter {
  const { filter, unread } = readKeyFilter(query, timeZone)
  if (unread.length === 0) return filter
  throw new InputInvalid(unread.map((field) => ({ pointer: `/${field}`, reason: 'not such a value' })))
}
