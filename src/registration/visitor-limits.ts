import { type NewEvent, type Origin, recordEvent } from '../audit'
import { addressBlock } from '../shared/address-block'
import type { Clock } from '../shared/clock'
import type { Config } from '../shared/config'
import type { Db } from '../shared/db'
import { TooManyRequests, TooManyUnproven } from '../shared/errors'
import type { Logger } from '../shared/log'
import type { Random } from '../shared/random'
import type { Limit, Tallies } from '../shared/tallies'

/**
 * What one network address may do before it has to wait. An address may be a school's or a company's, so no limit ever
 * stands between a good code or a good form and what it opens, but for the number of codes looked up in a minute; and
 * none is a matter of the key alone: whoever attacks it from elsewhere takes nothing from the people it is for.
 */
export interface VisitorLimits {
  /**
   * Before a code or the secret of a mailed link is looked up.
   *
   * @throws {TooManyRequests}
   */
  lookUp(from: Origin): void
  /**
   * After it was none. With 130 bits of chance in a code no number of guesses finds one: this is for the quiet of the
   * server and its log.
   *
   * @throws {TooManyRequests} in place of the reason
   */
  wrongCode(from: Origin): void
  /** Counts a form that was not accepted. @returns for how many seconds no reasons are told; undefined: they are */
  failedForm(from: Origin, keyUid: string): number | undefined
  /**
   * A form without the proof of work that was asked for: from a browser without JavaScript, or a program.
   *
   * @throws {TooManyRequests}
   */
  unprovenForm(from: Origin): void
  /** For administrators: once a day for each key and account. */
  takenAccount(from: Origin, taken: TakenAccount): void
  /** Waits for what is being written down. */
  close(): Promise<void>
}

/** Somebody typed what an account in GLPI is known by. */
export interface TakenAccount {
  keyUid: string
  reason: 'login-taken' | 'email-taken'
  usersId: number
}

export interface VisitorLimitsDeps {
  db: Db
  clock: Clock
  random: Random
  log: Logger
  tallies: Tallies
}

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
/** Kept in mind so that an attack is one event an hour; the log has every request. */
const mostEventsAnHour = 100

export function createVisitorLimits(
  deps: VisitorLimitsDeps,
  config: Pick<
    Config,
    'lookUpsPerMinute' | 'wrongCodes' | 'failedForms' | 'failedFormsPerKey' | 'formsWithoutAltcha'
  >,
): VisitorLimits {
  const { tallies, clock } = deps
  const limits = {
    lookUps: { name: 'look-ups', kind: 'window', points: config.lookUpsPerMinute, ms: minute },
    wrongCodes: { name: 'wrong-codes', kind: 'drip', points: config.wrongCodes, ms: 10 * second },
    failedForms: { name: 'failed-forms', kind: 'window', points: config.failedForms, ms: 3 * minute },
    ofKey: { name: 'failed-forms-of-key', kind: 'window', points: config.failedFormsPerKey, ms: hour },
    unproven: {
      name: 'forms-without-altcha',
      kind: 'window',
      points: config.formsWithoutAltcha,
      ms: 10 * minute,
    },
  } as const satisfies Record<string, Limit>
  const noted = new Set<string>()
  const writing = new Set<Promise<void>>()
  let notedSince = 0

  /** Once in each span of time, on whatever server it was seen first. */
  function note(name: string, subject: string, spanMs: number, event: NewEvent): void {
    const now = clock.now().getTime()
    if (now - notedSince >= hour) {
      noted.clear()
      notedSince = now
    }
    const mark = `${name} ${subject}`
    if (noted.has(mark) || noted.size >= mostEventsAnHour) return
    noted.add(mark)
    const work = tallies
      .isFirst(`noted-${name}`, subject, new Date(now + spanMs))
      .then((isFirst) => (isFirst ? recordEvent(deps.db, deps, event) : undefined))
      .catch((error: unknown) => deps.log.warn({ err: error }, 'what strangers did could not be recorded'))
      .finally(() => writing.delete(work))
    writing.add(work)
  }

  function noteLimit(limit: Limit, subject: string, from: Origin, keyUid?: string): void {
    const details = { reason: limit.name }
    note(limit.name, subject, hour, {
      kind: 'abuse.limited',
      actor: { kind: 'stranger' },
      keyUid,
      details,
      from,
    })
  }

  function take(limit: Limit, from: Origin, reason: string, Problem = TooManyRequests): void {
    const subject = addressBlock(from.ip)
    const ms = tallies.fullFor(limit, subject)
    if (ms === undefined) {
      tallies.add(limit, subject)
      return
    }
    noteLimit(limit, subject, from)
    throw new Problem(secondsOf(ms), reason)
  }

  return {
    lookUp: (from) => {
      take(limits.lookUps, from, 'too many codes were looked up from one address')
    },
    wrongCode: (from) => {
      take(limits.wrongCodes, from, 'too many codes that nobody has came from one address')
    },
    unprovenForm: (from) => {
      take(
        limits.unproven,
        from,
        'too many forms without a proof of work came from one address',
        TooManyUnproven,
      )
    },
    failedForm: (from, keyUid) => {
      const address = addressBlock(from.ip)
      const counted = [
        { limit: limits.failedForms, subject: address },
        { limit: limits.ofKey, subject: `${address} ${keyUid}` },
      ]
      const waits = counted.flatMap(({ limit, subject }) => {
        const ms = tallies.fullFor(limit, subject)
        if (ms !== undefined) noteLimit(limit, subject, from, keyUid)
        return ms ?? []
      })
      for (const { limit, subject } of counted) tallies.add(limit, subject)
      return waits.length === 0 ? undefined : secondsOf(Math.max(...waits))
    },
    takenAccount: (from, { keyUid, reason, usersId }) => {
      const details = { reason, usersId }
      note(reason, `${keyUid} ${usersId}`, day, {
        kind: 'registration.taken',
        actor: { kind: 'invitee' },
        keyUid,
        details,
        from,
      })
    },
    close: async () => {
      await Promise.all(writing)
    },
  }
}

const secondsOf = (ms: number): number => Math.max(1, Math.ceil(ms / second))
