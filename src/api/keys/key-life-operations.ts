import { z } from 'zod'
import type { Context } from '../../context'
import {
  changeKey,
  type DetailedKey,
  getKeyInScope,
  pauseKey,
  renewKey,
  resumeKey,
  revokeKey,
  understandChange,
  unrevokeKey,
} from '../../keys'
import { Uid, UidParams } from '../common-schemas'
import { type Call, changes, type Operation } from '../operation'
import { pointingInto } from '../pointing-into'
import { KeyChangeSchema, KeySchema, RenewalSchema } from './key-schemas'
import { showKey } from './show-key'

/** What happens to a key after it was made; each answers with the key as it is then. */
export const keyLifeOperations: Operation[] = [
  toKey({
    operationId: 'changeKey',
    summary: 'Change what a key is called, how far it reaches, whom it is for and what it carries',
    description: 'Whoever makes it reach further has to be able to make the key that it becomes.',
    method: 'patch',
    path: '/keys/{uid}',
    body: KeyChangeSchema,
    change: (context, { caller, body }, key) =>
      pointingInto(body, () =>
        changeKey(context, caller.keeper, key.uid, understandChange(context, key, body)),
      ),
  }),
  toKey({
    operationId: 'pauseKey',
    summary: 'Pause a key: put it on hold',
    description: 'Nobody can register with it until it is resumed. A revoked key stays as it is.',
    method: 'post',
    path: '/keys/{uid}/pause',
    change: (context, { caller }, key) => pauseKey(context, caller.eventActor, key.uid),
  }),
  toKey({
    operationId: 'resumeKey',
    summary: 'Resume a key that was paused: people can register with it again',
    method: 'delete',
    path: '/keys/{uid}/pause',
    change: (context, { caller }, key) => resumeKey(context, caller.eventActor, key.uid),
  }),
  toKey({
    operationId: 'revokeKey',
    summary: 'Revoke a key: end it for good',
    description:
      'Accounts made with it stay; registrations that wait are released. Once more is no error: the first reason stands.',
    method: 'post',
    path: '/keys/{uid}/revocation',
    body: z.strictObject({
      reason: z
        .string()
        .max(10_000)
        .optional()
        .meta({ description: 'For those who look at the key later', example: 'Starts elsewhere' }),
    }),
    change: (context, { caller, body }, key) => revokeKey(context, caller.eventActor, key.uid, body.reason),
  }),
  toKey({
    operationId: 'unrevokeKey',
    summary: 'Unrevoke a key: the link works again as it did before',
    description: 'For whoever could make this very key now.',
    method: 'delete',
    path: '/keys/{uid}/revocation',
    change: (context, { caller }, key) => unrevokeKey(context, caller.keeper, key.uid),
  }),
  toKey({
    operationId: 'renewKey',
    summary: 'Renew a key: a later end, or more people, under the same link',
    description: 'For whoever could make this very key now; they answer for it from then on.',
    method: 'post',
    path: '/keys/{uid}/renewals',
    body: RenewalSchema,
    change: (context, { caller, body }, key) =>
      pointingInto(body, () =>
        renewKey(context, caller.keeper, key.uid, understandChange(context, key, body)),
      ),
  }),
]

type KeyParams = z.output<typeof UidParams>

function toKey<Body>({
  change,
  ...operation
}: {
  operationId: string
  summary: string
  description?: string
  method: 'post' | 'patch' | 'delete'
  path: string
  body?: z.ZodType<Body>
  change: (context: Context, call: Call<KeyParams, unknown, Body>, key: DetailedKey) => Promise<DetailedKey>
}): Operation {
  return changes({
    ...operation,
    tag: 'Keys',
    scope: 'keys:manage',
    permission: 'update-keys',
    params: UidParams,
    refs: z.object({ keyUid: Uid }),
    answer: KeySchema,
    perform: async (context: Context, call: Call<KeyParams, unknown, Body>) => {
      const key = await getKeyInScope(context.db, call.params.uid, call.caller.actor.scope)
      return { refs: { keyUid: (await change(context, call, key)).uid } }
    },
    present: (context, call, { keyUid }) => showKey(context, call, keyUid),
  })
}
