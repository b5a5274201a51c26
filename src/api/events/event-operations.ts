import { z } from 'zod'
import { describeEvent, type EventDescription, eventKinds, listEventsAfter } from '../../audit'
import { Instant, orNull, pageLimit, Uid } from '../common-schemas'
import { type Operation, reads } from '../operation'

const Actor = z
  .strictObject({
    kind: z.enum(['user', 'system', 'invitee', 'stranger']),
    usersId: z.int().nullable().meta({ description: 'In GLPI, of a user' }),
    osUser: z.string().nullable().meta({ description: 'The account on the server, for what was done there' }),
    tokenUid: z.uuid().nullable().meta({ description: 'The API token it was done with' }),
  })
  .meta({ id: 'Actor' })

const Event = z
  .strictObject({
    position: z.int().min(1).meta({ description: 'Its place in the record: without gaps, and for good' }),
    uid: Uid,
    at: Instant,
    kind: z.string().meta({ description: 'Others may come', examples: ['key.made'] }),
    actor: Actor,
    keyUid: orNull(Uid),
    registrationUid: orNull(Uid),
    usersId: z.int().nullable().meta({ description: 'The account that a registration became, in GLPI' }),
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Event' }) satisfies z.ZodType<EventDescription>

const Position = z.string().regex(/^(0|[1-9]\d{0,14})$/, 'what `next` of an answer was')

const Query = z.strictObject({
  after: Position.default('0').meta({ description: '`next` of the answer before; left out: from the first' }),
  kinds: z
    .string()
    .min(1)
    .max(2000)
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(eventKinds)))
    .optional()
    .meta({
      description: 'Only these, separated by commas',
      example: 'key.made,key.revoked',
    }),
  key: Uid.optional().meta({ description: 'Only those of this key' }),
  limit: pageLimit(100, 1000),
})

export const eventOperations: Operation[] = [
  reads({
    operationId: 'listEvents',
    tag: 'Events',
    summary: 'The record of what happened, the oldest first',
    description:
      'For export: ids, no names and no addresses. Keep `next` and go on from it whenever you like: nothing is ever ' +
      'added before it. An answer may be empty and not the last: while `more` is true, ask again at once.',
    path: '/events',
    scope: 'events:read',
    permission: 'see-keys',
    query: Query,
    answer: z
      .strictObject({
        items: z.array(Event),
        next: z.string().meta({ description: 'Give it as `after` to go on, now or next week' }),
        more: z.boolean(),
      })
      .meta({ id: 'Events' }),
    read: async (context, { caller: { actor }, query }) => {
      const { usersId, scope, permissions } = actor
      const viewer = { usersId, scope, mayConfigure: permissions.has('configure') }
      const { limit, kinds, key: keyUid } = query
      const page = { position: Number(query.after), limit, kinds, keyUid }
      const { events, position, isMore } = await listEventsAfter(context.db, viewer, page)
      return { items: events.map(describeEvent), next: String(position), more: isMore }
    },
  }),
]
