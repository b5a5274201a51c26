import { type Desk, button, facts, paragraph, quoteOf, titleOf, type Writers } from './letter-parts'
import type { Block } from './letter'
import { plainWords } from './plain-words'
import type { MailViews } from './views'

type Approvals = Pick<Writers, 'approval-waiting' | 'not-approved' | 'approval-asked' | 'approval-reminder'>

/** About registrations that wait for an administrator: to those who registered, and to those who decide. */
export const lettersOfApproval: Approvals = {
  'approval-waiting': (view, { t, dates, instance }) => ({
    subject: t.approvalWaiting.subject(instance),
    heading: t.approvalWaiting.heading,
    preview: t.approvalWaiting.until(dates.instant(view.until)),
    blocks: [
      paragraph(t.approvalWaiting.lead(instance)),
      paragraph(t.approvalWaiting.until(dates.instant(view.until))),
      facts([{ label: t.welcome.login, value: plainWords(view.login, 255) }]),
    ],
    why: t.approvalWaiting.why(instance),
    ignore: t.approvalWaiting.ignore,
  }),

  'not-approved': ({ outcome, why }, { t, instance }) => ({
    subject: t.notApproved.subject(instance),
    heading: t.notApproved.heading[outcome],
    preview: t.notApproved.lead(instance)[outcome],
    blocks: [
      paragraph(t.notApproved.lead(instance)[outcome]),
      ...quoteOf(why, t.notApproved.reason),
      paragraph(t.notApproved.next),
    ],
    why: t.notApproved.why(instance),
    ignore: t.notApproved.ignore,
  }),

  'approval-asked': (view, desk) => {
    const { approvalAsked: words } = desk.t
    return {
      subject: words.subject(view.total, desk.instance),
      heading: words.heading(view.total),
      ...waitingPart(view, desk, words.lead(view.total)),
    }
  },

  'approval-reminder': (view, desk) => {
    const { approvalReminder: words } = desk.t
    return {
      subject: words.subject(view.total, desk.instance),
      heading: words.heading(view.total),
      ...waitingPart(view, desk, words.lead(view.total)),
    }
  },
}

function waitingPart(
  { waiting, total, url }: MailViews['approval-asked'],
  { t, dates }: Desk,
  lead: string,
): { preview: string; blocks: Block[]; why: string } {
  const { approvalAsked: words } = t
  const items = waiting.map((one) => ({
    title: plainWords(one.name),
    details: [
      words.login(plainWords(one.login, 255)),
      words.address(plainWords(one.address, 255), one.isProven),
      words.key(titleOf(t, one.key)),
      words.until(dates.instant(one.until)),
    ],
    url: one.url,
  }))
  return {
    preview: items.map(({ title }) => title).join(', '),
    blocks: [
      paragraph(lead),
      { kind: 'list', items },
      ...(total > items.length ? [paragraph(t.more(total - items.length))] : []),
      paragraph(words.next),
      button(t, words.button(total), url),
    ],
    why: words.why,
  }
}
