import type { z } from 'zod'
import type { Context } from '../../context'
import { describeKey, getKeyInScope, type KeyDescription, revealCode } from '../../keys'
import type { Call, CodeOf } from '../operation'
import type { KeyWithLink } from './key-schemas'

/** A key after something was done to it, to whoever may see it still. */
export const showKey = async (context: Context, { caller }: Call, keyUid: string): Promise<KeyDescription> =>
  describeKey(context, await getKeyInScope(context.db, keyUid, caller.actor.scope))

/** A key that was just made or got a new code, with its link if that can be shown. */
export async function showWithLink(
  context: Context,
  call: Call,
  keyUid: string,
  codeOf: CodeOf,
): Promise<z.output<typeof KeyWithLink>> {
  const code = await codeOf(keyUid)
  const secret = code === undefined ? { code: null, link: null } : revealCode(context, code)
  return { ...(await showKey(context, call, keyUid)), ...secret }
}
