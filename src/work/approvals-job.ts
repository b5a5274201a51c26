import { readMailboxes } from '../glpi'
import { type NewMail, queueMails, takeNotice } from '../mail'
import { approvalMs } from '../registration'
import { inTransaction } from '../shared/db'
import { languageFrom } from '../shared/i18n'
import type { Job } from './job'
import { listUndecided, type Undecided } from './undecided-store'

const dayMs = 86_400_000
/** After the registration has waited for so long, and so long before it lapses. */
const occasions = [(until: Date) => at(until, 3 * dayMs - approvalMs), (until: Date) => at(until, -2 * dayMs)]
const atOnce = 5_000

/**
 * Reminds those who can decide of registrations that wait: each is a reason to do so twice. One mail to each issuer, and
 * one to each address of ADMIN_MAIL, for all that a run finds.
 */
export const approvalsJob: Job = {
  name: 'approvals',
  everyMs: 15 * 60_000,
  run: async (context) => {
    const now = context.clock.now()
    const side = await context.glpi.side()
    const { db, config } = context
    return inTransaction(db, async (trx) => {
      const due: Undecided[] = []
      for (const one of await listUndecided(trx, {
        now,
        upTo: at(now, approvalMs - 3 * dayMs),
        limit: atOnce,
      })) {
        const passed = occasions.map((of) => of(one.until)).filter((occasion) => occasion <= now)
        let isNew = false
        for (const occasion of passed) {
          const notice = { kind: 'approval-reminder' as const, subject: one.uid, occasion }
          isNew = (await takeNotice(trx, notice, now)) || isNew
        }
        if (isNew) due.push(one)
      }
      if (due.length === 0) return undefined
      const issuers = due.flatMap(({ issuersId }) => (issuersId === undefined ? [] : [issuersId]))
      const mailboxes = Array.from((await readMailboxes(trx, side, issuers, now)).values())
      const mails = [
        ...mailboxes.map((to): NewMail => ({
          kind: 'approval-reminder',
          to,
          language: languageFrom(to.language) ?? config.defaultLanguage,
        })),
        ...config.adminMail.map((address): NewMail => ({
          kind: 'approval-reminder',
          to: { address },
          language: config.defaultLanguage,
        })),
      ]
      await queueMails(trx, context, mails)
      return `${due.length} registrations that wait, ${mails.length} reminded`
    })
  },
}

const at = (instant: Date, ms: number): Date => new Date(instant.getTime() + ms)
