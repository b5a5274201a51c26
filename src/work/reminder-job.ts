import { DateTime } from 'luxon'
import type { Context } from '../context'
import { listAddressesOfRegistered } from '../keys'
import { queueMails, takeNotice } from '../mail'
import { inTransaction } from '../shared/db'
import { statedEnd } from '../shared/ends'
import { languageFrom } from '../shared/i18n'
import { eachEndingKey, type EndingKey } from './ending-keys-store'
import type { Job } from './job'
import { listMailedAddresses, mayNeedReminder } from './reminders-store'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** So long before the stated end. */
const leadMs = 2 * dayMs
/** A key that lives for less needs no reminder: its invitation is no older than one. */
const leastLifeDays = 4
/** The most that a key may work beyond its stated end, and the hour by which that differs when clocks are changed. */
const mostGraceMs = 7 * dayMs + hourMs

/**
 * Reminds people of invitations that they were mailed and have not used, 48 hours before the end that they were told.
 * Once for each end: a key that is renewed has another. Whoever was sent the link again within these 48 hours has been
 * reminded by that. What changes until the mail leaves is seen when it is put together.
 */
export const reminderJob: Job = {
  name: 'reminders',
  everyMs: 5 * 60_000,
  run: async (context, stop) => {
    const now = context.clock.now()
    const sought = {
      after: now,
      upTo: new Date(now.getTime() + leadMs + mostGraceMs),
      where: mayNeedReminder,
    }
    let reminded = 0
    for await (const keys of eachEndingKey(context.db, sought)) {
      for (const key of keys) if (isNear(context, key, now)) reminded += await remind(context, key, now)
      if (stop?.aborted === true) break
    }
    return `${reminded} reminded`
  },
}

function isNear({ config: { timeZone } }: Context, key: EndingKey, now: Date): boolean {
  const end = statedEnd(key, timeZone)
  const timeLeft = end.getTime() - now.getTime()
  if (timeLeft <= 0 || timeLeft > leadMs) return false
  const { createdAt, notBefore } = key
  const begin = notBefore !== undefined && notBefore > createdAt ? notBefore : createdAt
  // Days of the calendar: four of them have 95 hours when summer time begins.
  return (
    DateTime.fromJSDate(begin, { zone: timeZone }).plus({ days: leastLifeDays }) <= DateTime.fromJSDate(end)
  )
}

async function remind(context: Context, key: EndingKey, now: Date): Promise<number> {
  const { db, config } = context
  const since = new Date(statedEnd(key, config.timeZone).getTime() - leadMs)
  return inTransaction(db, async (trx) => {
    const joined = await listAddressesOfRegistered(trx, key.uid)
    const mailed = await listMailedAddresses(trx, key.uid)
    const forgotten = mailed.filter(
      ({ address, lastAt, wasSent }) => wasSent && lastAt < since && !joined.has(address.toLowerCase()),
    )
    if (forgotten.length === 0) return 0
    const notice = { kind: 'reminder' as const, subject: key.uid, occasion: key.expiresAt }
    if (!(await takeNotice(trx, notice, now))) return 0
    await queueMails(
      trx,
      context,
      forgotten.map(({ address }) => ({
        kind: 'reminder',
        to: { address },
        language: languageFrom(key.language) ?? config.defaultLanguage,
        keyUid: key.uid,
      })),
    )
    return forgotten.length
  })
}
