import { type GlpiSide, type Issuer, readMailboxes } from '../glpi'
import { type NewMail, queueMails, takeNotice } from '../mail'
import type { Clock } from '../shared/clock'
import type { Config } from '../shared/config'
import type { Db } from '../shared/db'
import { languageFrom } from '../shared/i18n'
import type { Random } from '../shared/random'

export interface TellApproversDeps {
  clock: Clock
  random: Random
  config: Pick<Config, 'defaultLanguage' | 'adminMail'>
}

/** Of thirty pupils who register in one lesson the teacher hears twice. */
const hourMs = 60 * 60_000

/**
 * Tells the issuer, and the addresses of ADMIN_MAIL, that somebody waits: of the first in an hour at once, of the others
 * at its end, all together. What the mail lists is read when it leaves.
 */
export async function tellApprovers(
  trx: Db,
  deps: TellApproversDeps,
  { side, issuer }: { side: GlpiSide; issuer: Issuer },
): Promise<void> {
  const now = deps.clock.now()
  const { adminMail, defaultLanguage } = deps.config
  const mails: NewMail[] = []
  if (issuer.kind === 'user') {
    const { usersId } = issuer
    const dueAt = await nextTelling(trx, { usersId }, now)
    const to = dueAt && (await readMailboxes(trx, side, [usersId], now)).get(usersId)
    if (to !== undefined)
      mails.push({
        kind: 'approval-asked',
        to,
        language: languageFrom(to.language) ?? defaultLanguage,
        dueAt,
      })
  }
  if (adminMail.length > 0) {
    const dueAt = await nextTelling(trx, undefined, now)
    if (dueAt !== undefined)
      for (const address of adminMail)
        mails.push({ kind: 'approval-asked', to: { address }, language: defaultLanguage, dueAt })
  }
  if (mails.length > 0) await queueMails(trx, deps, mails)
}

/** When whoever is told of this one hears of it by a mail of their own; undefined: one that waits will tell it. */
async function nextTelling(
  trx: Db,
  subject: { usersId: number } | undefined,
  now: Date,
): Promise<Date | undefined> {
  const hour = new Date(Math.floor(now.getTime() / hourMs) * hourMs)
  const isUntold = (occasion: Date) => takeNotice(trx, { kind: 'approval-asked', subject, occasion }, now)
  if (await isUntold(hour)) return now
  // Another instant of the same hour stands for its second mail, and its last.
  const others = new Date(hour.getTime() + hourMs / 2)
  return (await isUntold(others)) ? new Date(hour.getTime() + hourMs) : undefined
}
