import type { Context } from '../context'
import { countKeysToProve } from '../keys'
import { checkMailServer, countMails } from '../mail'
import { type Finding, ok, warn } from './finding'

const most = 10_000

/** Whether the mail server takes our mails, and whether something waits for one. */
export async function checkMail({ config, db, clock }: Context): Promise<Finding> {
  const { smtpUrl } = config
  if (smtpUrl !== undefined) {
    await checkMailServer({ ...config, smtpUrl }, clock)
    return ok('the mail server lets us in')
  }
  // Where the database cannot be asked, the line about it says why.
  const waiting = await countMails(db, 'waiting', most).catch(() => 0)
  const toProve = await countKeysToProve(db, { now: clock.now(), limit: most }).catch(() => 0)
  const troubles = [
    ...(waiting === 0
      ? []
      : [
          `${many(waiting, 'mail waits', 'mails wait')} and no mail server is configured: set SMTP_URL and MAIL_FROM, or copy the links`,
        ]),
    ...(toProve === 0
      ? []
      : [
          `${many(toProve, 'key asks', 'keys ask')} for proof of the address, which takes a mail server: set SMTP_URL and MAIL_FROM`,
        ]),
  ]
  return troubles.length === 0
    ? ok('no mail server configured; links can be copied')
    : warn(troubles.join('; '))
}

function many(n: number, one: string, several: string): string {
  if (n === 1) return `1 ${one}`
  return `${n === most ? 'ten thousand or more' : n} ${several}`
}
