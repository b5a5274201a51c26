import type { Context } from '../context'
import { readMailboxes } from '../glpi'
import { endGraceMs } from '../keys'
import { queueMails, takeNotices } from '../mail'
import { inTransaction } from '../shared/db'
import { languageFrom } from '../shared/i18n'
import { eachEndingKey, type EndingKey } from './ending-keys-store'
import type { Job } from './job'
import { endedUnused } from './lapsed-store'
import { toldKeys } from './told-keys'

const dayMs = 86_400_000
/** After a stand-still nobody hears of what is older. */
const lookBackMs = 7 * dayMs
/** The rest is for the next run. */
const keysAtMost = 20_000

/**
 * Tells inviters which of their invitations ended and nobody had used them: one mail for all that a run finds. It waits
 * until the forms that were opened in time can no longer be sent.
 */
export const lapsedJob: Job = {
  name: 'lapsed',
  everyMs: 10 * 60_000,
  run: async (context, stop) => {
    const now = context.clock.now()
    const byIssuer = await gather(context, now)
    let told = 0
    for (const [issuersId, keys] of byIssuer) {
      if (stop?.aborted === true) break
      told += await tell(context, issuersId, keys, now)
    }
    return `${told} invitations that ended unused`
  },
}

async function gather({ db }: Context, now: Date): Promise<Map<number, EndingKey[]>> {
  const byIssuer = new Map<number, EndingKey[]>()
  const sought = {
    after: new Date(now.getTime() - lookBackMs),
    upTo: new Date(now.getTime() - endGraceMs),
    where: endedUnused,
  }
  let found = 0
  for await (const keys of eachEndingKey(db, sought)) {
    for (const key of keys) {
      if (key.issuersId === undefined) continue
      const known = byIssuer.get(key.issuersId)
      if (known === undefined) byIssuer.set(key.issuersId, [key])
      else known.push(key)
    }
    found += keys.length
    if (found >= keysAtMost) break
  }
  return byIssuer
}

/**
 * Whoever cannot be written to counts as told: an address that is entered days later is no reason for a heap of old
 * news.
 *
 * @returns of how many keys they were told
 */
async function tell(context: Context, issuersId: number, keys: EndingKey[], now: Date): Promise<number> {
  const side = await context.glpi.side()
  return inTransaction(context.db, async (trx) => {
    const notices = keys.map((key) => ({
      ...key,
      kind: 'lapsed' as const,
      subject: key.uid,
      occasion: key.expiresAt,
    }))
    const untold = await takeNotices(trx, notices, now)
    const to = (await readMailboxes(trx, side, [issuersId], now)).get(issuersId)
    if (to === undefined || untold.length === 0) return 0
    const language = languageFrom(to.language) ?? context.config.defaultLanguage
    await queueMails(trx, context, [{ kind: 'lapsed', to, language, ...toldKeys(untold) }])
    return untold.length
  })
}
