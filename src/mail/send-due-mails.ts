import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../shared/clock'
import type { Db } from '../shared/db'
import type { Logger } from '../shared/log'
import type { MailConfig } from '../shared/mail-settings'
import { newUid, type Random } from '../shared/random'
import { explainServer } from './check-mail-server'
import { claimMail, type HeldMail, listDueMails } from './claimed-mails-store'
import { deliverMail, type FailedMail, type Outcome } from './deliver-mail'
import { connections, type MailServer, openMailServer } from './mail-server'
import { takeTurn } from './pace-store'
import type { ComposeMail } from './queued-mail'

export interface SendMailsDeps {
  db: Db
  clock: Clock
  random: Random
  log: Logger
  config: MailConfig & { publicUrl: string; instanceName: string }
  compose: ComposeMail
  recordFailure(trx: Db, mail: FailedMail): Promise<void>
  /** Until the next turn, when the pace is limited; ends early when asked to stop. */
  pause?: (ms: number, stop: AbortSignal) => Promise<void>
}

/** How many mails went which way. */
export type Tally = Record<Outcome['fate'], number>

/** Longer than the longest attempt, so that what is leased is either being sent or of somebody who died. */
export const mailLeaseMs = 300_000

/** So many in a row that the server let nobody in: the others need not try. */
const mostTroubles = 10

/**
 * Sends the mails whose time has come, until there is none or it is asked to stop, several at once. Any number of
 * processes may do so: a mail is leased by a guarded UPDATE before it is sent.
 *
 * @throws {AppError} CONFIG_INVALID when the mail server let nobody in; nothing is lost, what waits goes on waiting
 */
export async function sendDueMails(deps: SendMailsDeps, stop: AbortSignal): Promise<Tally> {
  const tally: Tally = { sent: 0, withdrawn: 0, postponed: 0, failed: 0 }
  const { smtpUrl } = deps.config
  if (smtpUrl === undefined || (await listDueMails(deps.db, deps.clock.now(), 1)).length === 0) return tally

  const server = await openMailServer({ ...deps.config, smtpUrl }, deps.clock)
  const halt = new AbortController()
  const both = AbortSignal.any([stop, halt.signal])
  let troubles = 0
  let trouble: unknown
  const note = (outcome: Outcome) => {
    tally[outcome.fate] += 1
    trouble = outcome.trouble
    troubles = trouble === undefined ? 0 : troubles + 1
    if (troubles >= mostTroubles) halt.abort()
  }
  const lanes = Array.from({ length: connections }, () =>
    sendOneByOne(deps, server, both, note).catch((error: unknown) => {
      halt.abort()
      throw error
    }),
  )
  try {
    await Promise.allSettled(lanes)
    await Promise.all(lanes)
  } finally {
    server.close()
  }
  if (trouble !== undefined && (tally.sent === 0 || troubles >= mostTroubles))
    throw explainServer(smtpUrl, trouble)
  return tally
}

async function sendOneByOne(
  deps: SendMailsDeps,
  server: MailServer,
  stop: AbortSignal,
  note: (outcome: Outcome) => void,
): Promise<void> {
  while (!stop.aborted) {
    if (!(await waitForTurn(deps, stop))) return
    const held = await claimNext(deps)
    if (held === undefined) return
    note(await deliverMail(deps, server, held))
  }
}

/** @returns false when there is nothing to take a turn for, or no time left */
async function waitForTurn(
  { db, clock, config, pause = sleepUntil }: SendMailsDeps,
  stop: AbortSignal,
): Promise<boolean> {
  if (config.smtpRate === undefined) return true
  while (!stop.aborted) {
    if ((await listDueMails(db, clock.now(), 1)).length === 0) return false
    const waitMs = await takeTurn(db, config.smtpRate, clock.now())
    if (waitMs === 0) return true
    await pause(waitMs, stop)
  }
  return false
}

const sleepUntil = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined)

const lookedAt = 50

/** One of the first that are due: which one is left to chance, so that workers rarely reach for the same. */
async function claimNext(deps: SendMailsDeps): Promise<HeldMail | undefined> {
  const { db, clock, random } = deps
  for (;;) {
    const now = clock.now()
    const due = await listDueMails(db, now, lookedAt)
    if (due.length === 0) return undefined
    const first = random.bytes(2).readUInt16BE() % due.length
    for (const uid of [...due.slice(first), ...due.slice(0, first)]) {
      const lease = newUid(deps)
      const until = new Date(now.getTime() + mailLeaseMs)
      if (await claimMail(db, uid, { lease, now, until })) return { uid, lease }
    }
  }
}
