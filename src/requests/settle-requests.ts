import { recordEvent } from '../audit'
import { accountDatesOf, type DetailedKey, getKey, mailNewLink, reissueKey, stateOf } from '../keys'
import type { Logger } from '../shared/log'
import { AppError } from '../shared/errors'
import type { AnswerDeps } from './answer-request'
import type { LinkRequest } from './link-request'
import { canBeReissued, renewalFor } from './new-life'
import { listAsked, markMailed, markWaiting, wasInvitedByMail } from './requests-store'

const atOnce = 100
/** How long after its end a key may be brought back by whom it was for. */
const afterEndMs = 14 * 24 * 60 * 60_000
const mailsAtMost = 2

/**
 * Looks at what was asked since: whom the key was mailed to, and who has not used it, gets a new link at once. All else
 * waits for somebody who looks after the key.
 *
 * @returns how many new links go out
 */
export async function settleRequests(deps: AnswerDeps & { log: Logger }): Promise<number> {
  let mailed = 0
  for (;;) {
    const requests = await listAsked(deps.db, atOnce)
    for (const request of requests) if (await settle(deps, request)) mailed += 1
    if (requests.length < atOnce) return mailed
  }
}

async function settle(deps: AnswerDeps & { log: Logger }, request: LinkRequest): Promise<boolean> {
  try {
    const key = await getKey(deps.db, request.keyUid)
    if (await isTheirsBeyondDoubt(deps, key, request)) {
      await mailByItself(deps, key, request)
      return true
    }
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'DATABASE_UNAVAILABLE') throw error
    // As where the issuer may not grant it any more: then somebody has to decide who may.
    deps.log.info(
      { key: request.keyUid, code: error.code },
      'a new link was asked for, and waits for somebody',
    )
  }
  await markWaiting(deps.db, request.uid)
  return false
}

/** The link goes to an address that it went to before, of a key that nobody else could use: so who asks may be anybody. */
async function isTheirsBeyondDoubt(
  { db, clock }: AnswerDeps,
  key: DetailedKey,
  { address, mailed }: LinkRequest,
): Promise<boolean> {
  const now = clock.now()
  const endedAt = key.expiresAt
  return (
    mailed < mailsAtMost &&
    stateOf(key, now) === 'expired' &&
    endedAt !== undefined &&
    now.getTime() - endedAt.getTime() <= afterEndMs &&
    key.usesCompleted + key.usesHeld === 0 &&
    canBeReissued(key, address, now) &&
    (await wasInvitedByMail(db, { keyUid: key.uid, address }))
  )
}

/** In the issuer's name, and within what they may grant now. */
async function mailByItself(deps: AnswerDeps, key: DetailedKey, request: LinkRequest): Promise<void> {
  const now = deps.clock.now()
  accountDatesOf(key.accountValidity, now, deps.config.timeZone)
  const actor = { kind: 'system' } as const
  await reissueKey(deps, { actor, issuer: key.issuer, mayMake: true }, key.uid, {
    overlapMs: 0,
    renewal: renewalFor(key, deps.config, now),
    also: async (trx, reissued) => {
      if (!(await markMailed(trx, request.uid, key.uid, now)))
        throw new AppError('INPUT_INVALID', 'another process has looked at the request')
      await mailNewLink(deps, trx, actor, reissued)
      const details = { request: request.uid, by: 'itself' }
      await recordEvent(trx, deps, { kind: 'link.granted', actor, keyUid: key.uid, details })
    },
  })
}
