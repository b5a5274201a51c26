import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../shared/clock'
import { type Db, inTransaction } from '../shared/db'
import type { Logger } from '../shared/log'
import { addressMail } from './address-mail'
import { type HeldMail, markFailed, markSent, markWithdrawn, postpone, readMail } from './claimed-mails-store'
import { explainFailure } from './explain-failure'
import type { MailFailure } from './failure'
import type { MailServer } from './mail-server'
import type { ComposedMail, ComposeMail, Composition, QueuedMail } from './queued-mail'
import { NotComposed, type NotComposedReason } from './not-composed'
import { pauseAfter } from './retry-pauses'
import { isSendableAddress } from './sendable-address'

export interface DeliverDeps {
  db: Db
  clock: Clock
  log: Logger
  config: Parameters<typeof addressMail>[0]
  compose: ComposeMail
  /** Notes down, in the transaction of that, that a mail will never arrive. */
  recordFailure(trx: Db, mail: FailedMail): Promise<void>
}

export interface FailedMail
  extends Pick<QueuedMail, 'uid' | 'kind' | 'keyUid' | 'registrationUid'>, MailFailure {}

export interface Outcome {
  fate: 'sent' | 'withdrawn' | 'postponed' | 'failed'
  /** The mail server lets nobody in, and this is what it answered. */
  trouble?: unknown
}

/** Puts a mail together, sends it, and writes down what became of it. */
export async function deliverMail(deps: DeliverDeps, server: MailServer, held: HeldMail): Promise<Outcome> {
  const claimed = await readMail(deps.db, held.uid)
  if (claimed === undefined) return withdraw(deps, held, 'erased')
  const { mail, attempts } = claimed
  const giveUpOn = (failure: MailFailure) => giveUp(deps, held, { ...mail, ...failure })
  const later = (failure: MailFailure) => tryLater(deps, held, attempts, { failure, giveUpOn })

  const composition = await compose(deps, mail)
  if ('why' in composition) return later({ reason: 'not-composed', answer: composition.why })
  if ('withdraw' in composition) return withdraw(deps, held, composition.withdraw)
  if (!isSendableAddress(composition.send.to.address)) {
    return giveUpOn({ reason: 'address-invalid', answer: undefined })
  }
  return send(deps, server, held, composition.send, { later, giveUpOn })
}

/** What is foreseen says why it has to wait; anything else is told in the log alone. */
async function compose(
  { compose, log }: DeliverDeps,
  mail: QueuedMail,
): Promise<Composition | { why: NotComposedReason | undefined }> {
  try {
    return await compose(mail)
  } catch (error) {
    if (error instanceof NotComposed) return { why: error.why }
    log.error({ mail: mail.uid, err: error }, 'a mail could not be put together')
    return { why: undefined }
  }
}

async function send(
  deps: DeliverDeps,
  server: MailServer,
  held: HeldMail,
  mail: ComposedMail,
  { later, giveUpOn }: Record<'later' | 'giveUpOn', (failure: MailFailure) => Promise<Outcome>>,
): Promise<Outcome> {
  try {
    await server.send(addressMail(deps.config, held.uid, mail, deps.clock.now()))
  } catch (error) {
    const { failure, isFinal, isTroubleOfServer } = explainFailure(error)
    if (isFinal) return giveUpOn(failure)
    const outcome = await later(failure)
    return isTroubleOfServer ? { ...outcome, trouble: error } : outcome
  }
  await remember(() => markSent(deps.db, held, deps.clock.now()))
  return { fate: 'sent' }
}

async function withdraw({ db }: DeliverDeps, held: HeldMail, why: string): Promise<Outcome> {
  await markWithdrawn(db, held, why)
  return { fate: 'withdrawn' }
}

async function giveUp(deps: DeliverDeps, held: HeldMail, mail: FailedMail): Promise<Outcome> {
  const { reason, answer } = mail
  deps.log.warn({ mail: held.uid, reason, answer }, 'a mail cannot be delivered')
  await inTransaction(deps.db, async (trx) => {
    if (await markFailed(trx, held, { reason, answer })) await deps.recordFailure(trx, mail)
  })
  return { fate: 'failed' }
}

async function tryLater(
  deps: DeliverDeps,
  held: HeldMail,
  attempts: number,
  { failure, giveUpOn }: { failure: MailFailure; giveUpOn: (failure: MailFailure) => Promise<Outcome> },
): Promise<Outcome> {
  const pauseMs = pauseAfter(attempts)
  if (pauseMs === undefined) return giveUpOn(failure)
  deps.log.info({ mail: held.uid, attempts, ...failure }, 'a mail is tried again later')
  await postpone(deps.db, held, failure, new Date(deps.clock.now().getTime() + pauseMs))
  return { fate: 'postponed' }
}

const pausesMs = [100, 500, 2_000, 10_000, 30_000]

/** A mail that has left must not leave again, so a database that is away for a moment is waited for. */
async function remember(write: () => Promise<unknown>): Promise<void> {
  for (const pauseMs of pausesMs) {
    try {
      await write()
      return
    } catch {
      await sleep(pauseMs)
    }
  }
  await write()
}
