import { z } from 'zod'
import { getKeyInScope, sendInvitation, tryMailAgain } from '../../keys'
import { type DeliveryDescription, describeDeliveries } from '../../mail'
import { maskAddress } from '../../shared/email-address'
import type { Caller } from '../caller'
import { Instant, Uid, UidParams } from '../common-schemas'
import { changes, type Operation, reads } from '../operation'

const Delivery = z
  .strictObject({
    uid: Uid,
    kind: z.string().meta({ description: 'invitation, reissued, expiring, …' }),
    state: z.string().meta({ description: 'waiting, sent, failed or withdrawn' }),
    email: z.string().nullable().meta({ description: 'Null once it is forgotten' }),
    queuedAt: Instant,
    sentAt: Instant.nullable(),
    attempts: z.int(),
    reason: z.string().nullable().meta({ description: 'Why it has not left, or was taken back' }),
    answer: z.string().nullable().meta({ description: 'What the mail server said' }),
  })
  .meta({ id: 'Delivery' }) satisfies z.ZodType<DeliveryDescription>

const mails = z.int().meta({ description: 'How many mails are on their way' })

/** Mails about a key. */
export const keyMailOperations: Operation[] = [
  reads({
    operationId: 'listKeyDeliveries',
    tag: 'Keys',
    summary: 'What became of the mails about a key, the newest first',
    description: 'The last hundred of them.',
    path: '/keys/{uid}/deliveries',
    scope: 'keys:read',
    permission: 'see-keys',
    params: UidParams,
    answer: z.strictObject({ items: z.array(Delivery) }),
    read: async (context, { caller, params }) => {
      const { uid } = await getKeyInScope(context.db, params.uid, caller.actor.scope)
      return { items: (await describeDeliveries(context, uid)).map((one) => asSeenBy(caller, one)) }
    },
  }),
  changes({
    operationId: 'sendKey',
    tag: 'Keys',
    summary: 'Send the link of a key by mail, again if need be',
    description:
      'To those of its addresses that have not joined with it; what waits to go to them is replaced. For whoever could make this very key now.',
    method: 'post',
    path: '/keys/{uid}/deliveries',
    status: 201,
    scope: 'keys:manage',
    permission: 'create-keys',
    params: UidParams,
    refs: z.object({ mails: z.int() }),
    answer: z.strictObject({ mails }),
    perform: async (context, { caller, params }) => {
      const { uid } = await getKeyInScope(context.db, params.uid, caller.actor.scope)
      return { refs: { mails: (await sendInvitation(context, caller.keeper, uid)).length } }
    },
    present: (_context, _call, refs) => Promise.resolve(refs),
  }),
  changes({
    operationId: 'retryDelivery',
    tag: 'Keys',
    summary: 'Retry a mail that failed, as it was',
    method: 'post',
    path: '/keys/{uid}/deliveries/{mail}/attempts',
    status: 201,
    scope: 'keys:manage',
    permission: 'create-keys',
    params: z.strictObject({ uid: Uid, mail: Uid }),
    refs: z.object({ mails: z.int() }),
    answer: z.strictObject({ mails }),
    perform: async (context, { caller, params }) => {
      const { uid } = await getKeyInScope(context.db, params.uid, caller.actor.scope)
      await tryMailAgain(context, caller.keeper, { keyUid: uid, mailUid: params.mail })
      return { refs: { mails: 1 } }
    },
    present: (_context, _call, refs) => Promise.resolve(refs),
  }),
]

/** Who may only look sees enough of an address to tell it from others. */
function asSeenBy({ actor: { permissions } }: Caller, delivery: DeliveryDescription): DeliveryDescription {
  if (delivery.email === null || permissions.has('create-keys') || permissions.has('update-keys'))
    return delivery
  return { ...delivery, email: maskAddress(delivery.email) }
}
