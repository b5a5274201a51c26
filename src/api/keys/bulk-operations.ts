import { z } from 'zod'
import { type AskedKey, batchCeiling, createKeyList, labelLength, understandKeys } from '../../keys'
import { InputInvalid } from '../../shared/errors'
import { changes, type Operation } from '../operation'
import { NewKeySchema } from './key-schemas'
import { MadeTogether, showTogether, TogetherRefs } from './made-together'

const Bulk = z
  .strictObject({
    batch: z
      .string()
      .trim()
      .min(1)
      .max(labelLength)
      .optional()
      .meta({ description: 'What they are called together, to find, mail and revoke them as one' }),
    keys: z.array(NewKeySchema).min(1).max(batchCeiling),
  })
  .meta({
    id: 'NewKeys',
    example: {
      batch: 'Starting in December',
      keys: [{ emails: ['irene@example.org'] }, { emails: ['noah@example.org'], expiresIn: 'P14D' }],
    },
  })

export const bulkOperations: Operation[] = [
  changes({
    operationId: 'createKeys',
    tag: 'Keys',
    summary: `Make up to ${batchCeiling} keys: all of them or none`,
    description: 'What is wrong with any of them is told of all at once: `/keys/17/expiresAt`.',
    method: 'post',
    path: '/keys/bulk',
    status: 201,
    scope: 'keys:create',
    permission: 'create-keys',
    body: Bulk,
    refs: TogetherRefs,
    answer: MadeTogether,
    perform: async (context, { caller, body }) => {
      const understood = await understandKeys(context, { ...caller, scope: caller.actor.scope }, body.keys)
      const by = { issuer: caller.issuer, actor: caller.eventActor }
      const { batchUid, keys } = await pointingIntoKeys(body.keys, () =>
        createKeyList(context, by, understood, body.batch),
      )
      return {
        refs: { batchUid: batchUid ?? null, keyUids: keys.map(({ uid }) => uid) },
        codes: new Map(keys.map(({ uid, code }) => [uid, code])),
      }
    },
    present: (context, call, refs, codeOf) => showTogether(context, call, refs, codeOf),
  }),
]

/** As `pointingInto`, for each of the keys. */
async function pointingIntoKeys<T>(asked: readonly AskedKey[], work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof InputInvalid)) throw error
    throw new InputInvalid(
      error.problems.map(({ pointer, reason }) => ({ pointer: `/keys${asSaid(asked, pointer)}`, reason })),
    )
  }
}

/** Whoever said how long a key works did not say when it ends. */
function asSaid(asked: readonly AskedKey[], pointer: string): string {
  const [, index, field] = pointer.split('/')
  const key = asked[Number(index)]
  const isLife = field === 'expiresAt' && key?.expiresAt === undefined && key?.expiresIn !== undefined
  return isLife ? `/${index ?? ''}/expiresIn` : pointer
}
