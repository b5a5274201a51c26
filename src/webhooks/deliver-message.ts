import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../shared/clock'
import { type Db, retryTransient } from '../shared/db'
import type { Logger } from '../shared/log'
import type { Random } from '../shared/random'
import type { Sealer } from '../shared/sealing'
import {
  type ClaimedDelivery,
  type Failed,
  type HeldDelivery,
  markDelivered,
  markFailed,
  postpone,
  readClaimed,
} from './deliveries-store'
import { type DeliveryFailure, messageIdOf } from './delivery'
import { noteFailure, noteTaken } from './endpoints-store'
import { endGone, type EndGoneDeps } from './end-gone'
import { readToldEvent } from './events-store'
import { bodyOf, testBody } from './message-body'
import { type Answer, type PostDeps, postMessage } from './post-message'
import { pauseAfter } from './retry-pauses'
import { signedHeaders, unsealSecret } from './secrets'

export interface DeliverDeps extends PostDeps, EndGoneDeps {
  db: Db
  clock: Clock
  random: Random
  log: Logger
  sealer: Sealer
}

export type Fate = 'delivered' | 'postponed' | 'failed'

/** Sends a message that is held, and writes down what became of it. */
export async function deliverMessage(deps: DeliverDeps, held: HeldDelivery): Promise<Fate> {
  const claimed = await readClaimed(deps.db, held.uid)
  if (claimed === undefined) return giveUp(deps, held, { why: 'switched-off', status: undefined })
  const { delivery, isOff } = claimed
  const isTest = delivery.eventUid === undefined
  if (isOff && !isTest) return giveUp(deps, held, { why: 'switched-off', status: undefined })

  const answer = await send(deps, claimed)
  const now = deps.clock.now()
  const failed = failureOf(answer)
  if (failed === undefined) {
    const status = answer.kind === 'answer' ? answer.status : 0
    await remember(() => markDelivered(deps.db, held, { status, now }))
    await remember(() => noteTaken(deps.db, delivery.endpointUid, now))
    return 'delivered'
  }
  deps.log.info({ webhook: delivery.endpointUid, delivery: held.uid, ...failed }, 'a webhook was not taken')
  if (isTest) return giveUp(deps, held, failed)
  if (failed.why === 'gone') {
    await endGone(deps, delivery.endpointUid)
    return 'failed'
  }
  await retryTransient(() => noteFailure(deps.db, delivery.endpointUid, now))
  const wished = answer.kind === 'answer' ? answer.retryAfterMs : undefined
  const pauseMs = pauseAfter(delivery.attempts, deps.random, wished)
  if (pauseMs === undefined) return giveUp(deps, held, failed)
  await retryTransient(() => postpone(deps.db, held, failed, new Date(now.getTime() + pauseMs)))
  return 'postponed'
}

async function send(deps: DeliverDeps, claimed: ClaimedDelivery): Promise<Answer> {
  const { delivery, url, secret, former } = claimed
  const { db, clock, sealer } = deps
  const now = clock.now()
  const sealed = [secret, ...(former !== undefined && former.until > now ? [former.secret] : [])]
  const [current, ...others] = sealed.map((one) => unsealSecret(sealer, delivery.endpointUid, one))
  if (current === undefined) return none('secret-unreadable')
  const secrets = [current, ...others.filter((one) => one !== undefined)]

  const { eventUid } = delivery
  const event = eventUid === undefined ? undefined : await readToldEvent(db, eventUid)
  const body = eventUid === undefined ? testBody(delivery.createdAt) : event && bodyOf(event)
  if (body === undefined) return none('not-composed')
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'glpi-invite',
    ...signedHeaders({ id: messageIdOf(delivery), body }, secrets, now),
  }
  return postMessage(deps, { url, headers, body })
}

const none = (why: DeliveryFailure): Answer => ({ kind: 'none', why })

/** Undefined: it was taken. */
function failureOf(answer: Answer): Failed | undefined {
  if (answer.kind === 'none') return { why: answer.why, status: undefined }
  const { status } = answer
  if (status >= 200 && status < 300) return undefined
  return { why: status === 410 ? 'gone' : status >= 300 && status < 400 ? 'redirected' : 'answered', status }
}

async function giveUp({ db, clock, log }: DeliverDeps, held: HeldDelivery, failed: Failed): Promise<Fate> {
  log.warn({ delivery: held.uid, ...failed }, 'a webhook is given up')
  await retryTransient(() => markFailed(db, held, failed, clock.now()))
  return 'failed'
}

const pausesMs = [100, 500, 2_000, 10_000, 30_000]

/** What was taken must not be sent again, so a database that is away for a moment is waited for. */
async function remember(write: () => Promise<unknown>): Promise<void> {
  for (const pauseMs of pausesMs) {
    try {
      await retryTransient(write)
      return
    } catch {
      await sleep(pauseMs)
    }
  }
  await write()
}
