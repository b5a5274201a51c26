import { recordEvent } from '../audit'
import type { Context } from '../context'
import { countMails, type FailedMail, sendDueMails, type Tally } from '../mail'
import type { Db } from '../shared/db'
import type { Job } from './job'

/** Sends the mails whose time has come. Without a mail server they wait; nothing else needs one. */
export const postJob: Job = {
  name: 'post',
  everyMs: 5_000,
  everywhere: true,
  run: async (context, stop = new AbortController().signal) => {
    if (context.config.smtpUrl !== undefined) {
      const { createComposer } = await import('./compose-mail.js') // a server that sends nothing does without it
      return describe(
        await sendDueMails(
          {
            ...context,
            compose: createComposer(context),
            recordFailure: (trx, mail) => recordFailure(trx, context, mail),
          },
          stop,
        ),
      )
    }
    const waiting = await countMails(context.db, 'waiting')
    return waiting === 0 ? undefined : `${waiting} mail(s) wait: there is no mail server (SMTP_URL)`
  },
}

function recordFailure(
  trx: Db,
  context: Context,
  { uid, kind, keyUid, registrationUid, reason }: FailedMail,
): Promise<void> {
  return recordEvent(trx, context, {
    kind: 'mail.failed',
    actor: { kind: 'system' },
    keyUid,
    registrationUid,
    details: { mail: uid, mailKind: kind, reason },
  })
}

const words: Record<keyof Tally, string> = {
  sent: 'sent',
  postponed: 'to be tried again',
  failed: 'failed for good',
  withdrawn: 'no longer wanted',
}

function describe(tally: Tally): string | undefined {
  const parts = Object.entries(tally).filter(([, count]) => count > 0)
  return parts.length === 0
    ? undefined
    : `mails: ${parts.map(([fate, count]) => `${count} ${words[fate as keyof Tally]}`).join(', ')}`
}
