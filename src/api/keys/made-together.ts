import { z } from 'zod'
import type { Context } from '../../context'
import { listTheseKeys, revealCode, summariseKey } from '../../keys'
import { Uid } from '../common-schemas'
import type { Call, CodeOf } from '../operation'
import { KeySummarySchema } from './key-schemas'

const KeySummaryWithLink = KeySummarySchema.extend({
  code: z.string().nullable().meta({ description: 'Null when it cannot be shown again' }),
  link: z.string().nullable(),
}).meta({ id: 'KeySummaryWithLink' })

export const MadeTogether = z
  .strictObject({
    batch: Uid.nullable().meta({ description: 'Null: they are in none' }),
    keys: z.array(KeySummaryWithLink),
  })
  .meta({ id: 'KeysMadeTogether' })

export const TogetherRefs = z.object({ batchUid: Uid.nullable(), keyUids: z.array(Uid) })

/** Keys in the order in which they were made, with their links where those may be shown. */
export async function showTogether(
  context: Context,
  { caller }: Call,
  { batchUid, keyUids }: z.output<typeof TogetherRefs>,
  codeOf: CodeOf,
): Promise<z.output<typeof MadeTogether>> {
  const keys: z.output<typeof KeySummaryWithLink>[] = []
  for (const key of await listTheseKeys(context.db, caller.actor.scope, keyUids)) {
    const code = await codeOf(key.uid)
    const secret = code === undefined ? { code: null, link: null } : revealCode(context, code)
    keys.push({ ...summariseKey(key, key.hint, context), ...secret })
  }
  return { batch: batchUid, keys }
}
