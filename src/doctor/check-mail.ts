import type { Context } from '../context'
import { checkMailServer, countMails } from '../mail'
import { type Finding, ok, warn } from './finding'

/** Whether the mail server takes our mails, and whether some wait for one. */
export async function checkMail({ config, db, clock }: Context): Promise<Finding> {
  const { smtpUrl } = config
  if (smtpUrl !== undefined) {
    await checkMailServer({ ...config, smtpUrl }, clock)
    return ok('the mail server lets us in')
  }
  const most = 10_000
  const waiting = await countMails(db, 'waiting', most).catch(() => 0) // the line about the database says why
  if (waiting === 0) return ok('no mail server configured; links can be copied')
  const many =
    waiting === most
      ? 'ten thousand or more mails wait'
      : waiting === 1
        ? '1 mail waits'
        : `${waiting} mails wait`
  return warn(`${many} and no mail server is configured: set SMTP_URL and MAIL_FROM, or copy the links`)
}
