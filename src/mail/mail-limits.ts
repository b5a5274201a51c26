import type { Config } from '../shared/config'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import { listSentBy, listSentTo, takeMailMutexes } from './mail-limits-store'

export type MailLimits = Pick<Config, 'mailsPerAddress' | 'mailsPerAdmin'>

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Too much was sent to an address, or by an administrator. */
export class SendingLimited extends AppError {
  constructor(
    readonly by: { kind: 'address'; address: string } | { kind: 'admin' },
    readonly limit: number,
    /** When it is possible again; undefined: never, that many at once. */
    readonly possibleAt: Date | undefined,
    /** How many are possible now. */
    readonly left: number,
  ) {
    const what =
      by.kind === 'address'
        ? `${limit} invitations a day to one address`
        : `${limit} invitations an hour by one administrator`
    const when =
      possibleAt === undefined
        ? 'send fewer at a time'
        : `it is possible again from ${possibleAt.toISOString()} on`
    super('SENDING_LIMITED', `no more than ${what}: ${when}`)
  }
}

/**
 * Makes sure that nobody is flooded with invitations, nor floods others. Call it first in the transaction that queues
 * them: until its end, nobody else sends to these addresses.
 *
 * @param addresses one for each mail
 * @param askedBy undefined for the server itself, which is not limited
 * @throws {SendingLimited}
 */
export async function ensureMaySend(
  trx: Db,
  limits: MailLimits,
  { addresses, askedBy, now }: { addresses: readonly string[]; askedBy: number | undefined; now: Date },
): Promise<void> {
  if (addresses.length === 0) return
  await takeMailMutexes(trx, { addresses, askedBy })
  if (askedBy !== undefined) {
    const sent = await listSentBy(trx, askedBy, new Date(now.getTime() - hourMs))
    const { mailsPerAdmin: limit } = limits
    const possible = whenPossible(sent, addresses.length, limit, hourMs)
    if (possible !== 'now') throw new SendingLimited({ kind: 'admin' }, limit, possible, leftOf(limit, sent))
  }
  const wanted = countEach(addresses)
  const sent = await listSentTo(trx, Array.from(wanted.keys()), new Date(now.getTime() - dayMs))
  const { mailsPerAddress: limit } = limits
  for (const [address, n] of wanted) {
    const theirs = sent.get(address) ?? []
    const possible = whenPossible(theirs, n, limit, dayMs)
    if (possible !== 'now')
      throw new SendingLimited({ kind: 'address', address }, limit, possible, leftOf(limit, theirs))
  }
}

const leftOf = (limit: number, sent: readonly Date[]): number => Math.max(0, limit - sent.length)

/** @param sent within the last `windowMs`, the oldest first */
function whenPossible(
  sent: readonly Date[],
  wanted: number,
  limit: number,
  windowMs: number,
): Date | 'now' | undefined {
  const tooMany = sent.length + wanted - limit
  if (tooMany <= 0) return 'now'
  const last = wanted > limit ? undefined : sent[tooMany - 1]
  return last === undefined ? undefined : new Date(last.getTime() + windowMs)
}

function countEach(addresses: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const address of addresses) {
    const key = address.toLowerCase()
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
