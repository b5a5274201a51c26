import type { Context } from '../context'
import { readMailboxes } from '../glpi'
import { type NewMail, queueMails, takeNotice } from '../mail'
import { inTransaction } from '../shared/db'
import { statedEnd } from '../shared/ends'
import { languageFrom } from '../shared/i18n'
import { digestMoment } from './digest-moment'
import { usableKeys } from './digest-store'
import { eachEndingKey, type EndingKey } from './ending-keys-store'
import type { Job } from './job'
import { listedAtMost, toldKeys } from './told-keys'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const aheadMs = 14 * dayMs
const mostGraceMs = 7 * dayMs + hourMs
/** What could not be told for so long waits for next week. */
const lateMs = 2 * dayMs

/**
 * Once a week, in the morning of the first working day: which keys end within the next fourteen days, to each issuer
 * theirs, and all of them to the addresses of ADMIN_MAIL. Who has none hears nothing.
 */
export const digestJob: Job = {
  name: 'digest',
  everyMs: 15 * 60_000,
  run: async (context, stop) => {
    const now = context.clock.now()
    const occasion = digestMoment(now, context.config)
    if (now.getTime() - occasion.getTime() > lateMs) return 'not due before next week'
    const { all, byIssuer } = await gather(context, now)
    let told = (await tellAdmins(context, all, { occasion, now })) ? 1 : 0
    for (const [usersId, keys] of byIssuer) {
      if (stop?.aborted === true) break
      if (await tellIssuer(context, usersId, keys, { occasion, now })) told += 1
    }
    return `${told} told`
  },
}

/** The first few keys, and how many there are. */
class Ending {
  readonly keys: EndingKey[] = []
  total = 0

  add(key: EndingKey): void {
    this.total += 1
    if (this.keys.length < listedAtMost) this.keys.push(key)
  }
}

async function gather(
  { db, config }: Context,
  now: Date,
): Promise<{ all: Ending; byIssuer: Map<number, Ending> }> {
  const until = new Date(now.getTime() + aheadMs)
  const all = new Ending()
  const byIssuer = new Map<number, Ending>()
  const sought = { after: now, upTo: new Date(until.getTime() + mostGraceMs), where: usableKeys }
  for await (const keys of eachEndingKey(db, sought)) {
    for (const key of keys) {
      const end = statedEnd(key, config.timeZone)
      if (end > until) continue
      all.add(key)
      if (key.issuersId === undefined) continue
      const own = byIssuer.get(key.issuersId) ?? new Ending()
      byIssuer.set(key.issuersId, own)
      own.add(key)
    }
  }
  return { all, byIssuer }
}

interface When {
  occasion: Date
  now: Date
}

async function tellAdmins(
  context: Context,
  { keys, total }: Ending,
  { occasion, now }: When,
): Promise<boolean> {
  const { adminMail, defaultLanguage } = context.config
  if (total === 0 || adminMail.length === 0) return false
  return inTransaction(context.db, async (trx) => {
    if (!(await takeNotice(trx, { kind: 'keys-ending', subject: undefined, occasion }, now))) return false
    const mails = adminMail.map((address): NewMail => ({
      kind: 'keys-ending',
      to: { address },
      language: defaultLanguage,
      ...toldKeys(keys, total),
    }))
    await queueMails(trx, context, mails)
    return true
  })
}

async function tellIssuer(
  context: Context,
  usersId: number,
  { keys, total }: Ending,
  { occasion, now }: When,
): Promise<boolean> {
  const side = await context.glpi.side()
  return inTransaction(context.db, async (trx) => {
    if (!(await takeNotice(trx, { kind: 'keys-ending', subject: { usersId }, occasion }, now))) return false
    const to = (await readMailboxes(trx, side, [usersId], now)).get(usersId)
    if (to === undefined) return false
    const language = languageFrom(to.language) ?? context.config.defaultLanguage
    await queueMails(trx, context, [{ kind: 'keys-ending', to, language, ...toldKeys(keys, total) }])
    return true
  })
}
