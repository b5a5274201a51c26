import type { z } from 'zod'
import type { Context } from '../../context'
import { describeKey, getKey, revealCode } from '../../keys'
import type { CodeOf } from '../operation'
import type { KeyWithLink } from './key-schemas'

/** A key that was just made or got a new code, with its link if that can be shown. */
export async function showWithLink(
  context: Context,
  keyUid: string,
  codeOf: CodeOf,
): Promise<z.output<typeof KeyWithLink>> {
  const code = await codeOf(keyUid)
  const secret = code === undefined ? { code: null, link: null } : revealCode(context, code)
  return { ...(await describeKey(context, await getKey(context.db, keyUid))), ...secret }
}
