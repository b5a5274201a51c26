import type { Request } from 'express'
import type { Context } from '../context'
import { readCode } from '../keys'
import { getRegistration } from '../registration'
import { AppError, type ErrorCode } from '../shared/errors'
import type { HoldHandles, OwnHold } from './hold-handles'

/** Where these are the answer, somebody who has registered already hears of their registration instead. */
const answered: ReadonlySet<ErrorCode> = new Set([
  'KEY_HELD_UP',
  'KEY_USED_UP',
  'KEY_EXPIRED',
  'KEY_PAUSED',
  'KEY_REISSUED',
])

/**
 * The registration that this browser has made with this very code, while it is what whoever opens the link again wants
 * to know of: it waits, or it has become the only account that the key was for.
 */
export async function findOwnHold(
  context: Context,
  holds: HoldHandles,
  req: Request,
  { typedCode, error }: { typedCode: string; error: unknown },
): Promise<OwnHold | undefined> {
  const own = holds.remembered(req)
  if (own === undefined || !(error instanceof AppError) || !answered.has(error.code)) return undefined
  const key = (await context.findKey(readCode(context.home, typedCode)))?.key
  if (key?.uid !== own.keyUid) return undefined
  const { state } = await getRegistration(context, own.registrationUid)
  if (state === 'released') return undefined
  return state === 'completed' && key.maxUses !== 1 ? undefined : own
}

/** Whether this browser has sent a form with a good key, which now waits for somebody to approve it. */
export async function isWaitingForApproval(context: Context, own: OwnHold, keyUid: string): Promise<boolean> {
  if (own.keyUid !== keyUid) return false
  return (await getRegistration(context, own.registrationUid)).state === 'awaiting-approval'
}
