import { z } from 'zod'
import {
  adviceOnDecision,
  approveRegistration,
  decidedAtMost,
  type DecidedRegistration,
  type Decider,
  decideOnSeveral,
  decisionProblems,
  describeRegistration,
  describeRegistrations,
  type RegistrationDescription,
  registrationStates,
  rejectionLength,
  rejectRegistration,
} from '../../registration'
import { releaseReasons } from '../../keys'
import type { Caller } from '../caller'
import { Instant, pageLimit, pageOf, Uid, UidParams } from '../common-schemas'
import { changes, type Operation, reads } from '../operation'
import { cutPage } from '../pages'
import { readSpan } from '../../shared/read-span'

const Registration = z
  .strictObject({
    uid: Uid,
    keyUid: Uid,
    keyLabel: z.string(),
    keyHint: z.string(),
    state: z.enum(registrationStates),
    login: z.string().nullable().meta({ description: 'Null once the details were forgotten' }),
    email: z.string().nullable(),
    firstname: z.string().nullable().meta({ description: 'While it waits; afterwards GLPI has it' }),
    realname: z.string().nullable(),
    addressProven: z.boolean(),
    askedAt: Instant,
    until: Instant.nullable().meta({ description: 'While it waits' }),
    completedAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    endReason: z.enum(releaseReasons).nullable().meta({ description: 'Why there is no account' }),
    usersId: z.int().nullable().meta({ description: 'The account in GLPI' }),
    decidedBy: z.int().nullable().meta({ description: 'Who approved or rejected it, in GLPI' }),
    why: z.string().nullable().meta({ description: 'What the person was told' }),
    acceptedTerms: z.string().nullable().meta({ description: 'Which version of the terms of use' }),
    acceptedTermsAt: Instant.nullable(),
  })
  .meta({ id: 'Registration' }) satisfies z.ZodType<RegistrationDescription>

const ListQuery = z.strictObject({
  state: z
    .enum([...registrationStates, 'waiting'])
    .optional()
    .meta({ description: 'waiting: for either of the two' }),
  key: Uid.optional().meta({ description: 'Made with this key' }),
  email: z
    .string()
    .min(1)
    .max(255)
    .optional()
    .meta({ description: 'Of whoever registered, the whole of it' }),
  login: z.string().min(1).max(255).optional().meta({ description: 'The same, as they chose it' }),
  from: z.string().min(1).max(64).optional().meta({ description: 'Asked for since; ISO 8601' }),
  to: z.string().min(1).max(64).optional().meta({ description: 'A bare date: to the end of that day' }),
  after: Uid.optional().meta({ description: '`next` of the page before' }),
  limit: pageLimit(50, 500),
})

const reason = z
  .string()
  .trim()
  .min(1)
  .max(rejectionLength)
  .meta({ description: 'The person reads it', example: 'Please register with the address of your school.' })
const uids = z.array(Uid).min(1).max(decidedAtMost)

const Decisions = z
  .strictObject({
    items: z.array(
      z.strictObject({
        registration: z.union([Registration, z.null()]).meta({ description: 'As it is now' }),
        uid: Uid,
        problem: z
          .enum([...decisionProblems, 'not-found'])
          .nullable()
          .meta({ description: 'Why it stayed as it was; null: it is done' }),
        detail: z.string().nullable().meta({ description: 'What to do about that' }),
      }),
    ),
  })
  .meta({ id: 'Decisions' })

const DecisionRefs = z.object({
  decided: z.array(z.object({ uid: Uid, problem: z.enum([...decisionProblems, 'not-found']).nullable() })),
})

const waiting = ['awaiting-confirmation', 'awaiting-approval'] as const
const tag = 'Registrations'
const decides = { scope: 'registrations:approve', permission: 'update-keys' } as const

export const registrationOperations: Operation[] = [
  reads({
    operationId: 'listRegistrations',
    tag,
    summary: 'List registrations, the newest first',
    path: '/registrations',
    scope: 'registrations:read',
    permission: 'see-keys',
    query: ListQuery,
    answer: pageOf(Registration),
    read: async (context, { caller, query }) => {
      const { state, key: keyUid, email, login, from, to, after, limit } = query
      const states = state === undefined ? undefined : state === 'waiting' ? waiting : [state]
      const span = readSpan({ from, to }, context.config.timeZone)
      const filter = { scope: caller.actor.scope, states, keyUid, email, login, ...span }
      const found = await describeRegistrations(context, filter, { after, limit: limit + 1 })
      return cutPage(found, limit, ({ uid }) => uid)
    },
  }),
  reads({
    operationId: 'getRegistration',
    tag,
    summary: 'One registration',
    path: '/registrations/{uid}',
    scope: 'registrations:read',
    permission: 'see-keys',
    params: UidParams,
    answer: Registration,
    read: (context, { caller, params }) => describeRegistration(context, params.uid, caller.actor.scope),
  }),
  changes({
    operationId: 'approveRegistration',
    tag,
    summary: 'Approve a registration: make the account that waits for it',
    description: 'What is in the way is told with 409, and the registration goes on waiting.',
    method: 'post',
    path: '/registrations/{uid}/approval',
    ...decides,
    params: UidParams,
    refs: z.object({ uid: Uid }),
    answer: Registration,
    perform: async (context, { caller, params: { uid } }) => {
      await approveRegistration(context, deciderOf(caller), uid)
      return { refs: { uid } }
    },
    present: (context, { caller }, { uid }) => describeRegistration(context, uid, caller.actor.scope),
  }),
  changes({
    operationId: 'rejectRegistration',
    tag,
    summary: 'Reject a registration: turn the person away',
    description: 'The use is given back, what was typed forgotten, and the person told why.',
    method: 'post',
    path: '/registrations/{uid}/rejection',
    ...decides,
    params: UidParams,
    body: z.strictObject({ reason }).meta({ id: 'Rejection' }),
    refs: z.object({ uid: Uid }),
    answer: Registration,
    perform: async (context, { caller, params: { uid }, body }) => {
      await rejectRegistration(context, deciderOf(caller), { uid, why: body.reason })
      return { refs: { uid } }
    },
    present: (context, { caller }, { uid }) => describeRegistration(context, uid, caller.actor.scope),
  }),
  changes({
    operationId: 'approveRegistrations',
    tag,
    summary: `Approve up to ${decidedAtMost} registrations`,
    description: 'Each by itself: what is in the way of one is not in the way of the others.',
    method: 'post',
    path: '/registration-approvals',
    ...decides,
    body: z.strictObject({ uids }).meta({ id: 'Approvals' }),
    refs: DecisionRefs,
    answer: Decisions,
    perform: async (context, { caller, body }) => ({
      refs: {
        decided: await decideOnSeveral(inOrder(body.uids), (uid) =>
          approveRegistration(context, deciderOf(caller), uid),
        ),
      },
    }),
    present: (context, { caller }, { decided }) => tell(context, caller, decided),
  }),
  changes({
    operationId: 'rejectRegistrations',
    tag,
    summary: `Reject up to ${decidedAtMost} registrations, for the same reason`,
    method: 'post',
    path: '/registration-rejections',
    ...decides,
    body: z.strictObject({ uids, reason }).meta({ id: 'Rejections' }),
    refs: DecisionRefs,
    answer: Decisions,
    perform: async (context, { caller, body }) => ({
      refs: {
        decided: await decideOnSeveral(inOrder(body.uids), (uid) =>
          rejectRegistration(context, deciderOf(caller), { uid, why: body.reason }),
        ),
      },
    }),
    present: (context, { caller }, { decided }) => tell(context, caller, decided),
  }),
]

const deciderOf = ({ actor, eventActor, issuer }: Caller): Decider => ({
  actor: eventActor,
  issuer,
  scope: actor.scope,
})

/** All in one transaction, whose locks everybody takes in the same order. */
const inOrder = (asked: readonly string[]): string[] => [...asked].sort()

async function tell(
  context: Parameters<typeof describeRegistration>[0],
  { actor: { scope } }: Caller,
  decided: readonly DecidedRegistration[],
): Promise<z.output<typeof Decisions>> {
  const items: z.output<typeof Decisions>['items'] = []
  for (const { uid, problem } of decided) {
    const isThere = problem !== 'not-found'
    const registration = isThere ? await describeRegistration(context, uid, scope) : null
    items.push({ uid, registration, problem, detail: problem && adviceOnDecision(problem) })
  }
  return { items }
}
