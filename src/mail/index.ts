export { createDates } from './dates'
export { checkMailServer } from './check-mail-server'
export {
  countMails,
  type Delivery,
  findDelivery,
  listDeliveriesOf,
  type MailState,
  retryMail,
} from './deliveries-store'
export { type DeliveryDescription, describeDeliveries } from './describe-deliveries'
export type { FailedMail } from './deliver-mail'
export { sendDueMails, type Tally } from './send-due-mails'
export type { MailFailure } from './failure'
export { GoneIssuer, GoneWebhook, ToldJoins, ToldKeys, ToldRequests } from './facts'
export { type MailKind, mailKinds, type NewMail, queueMails } from './outbox-store'
export type { ComposedMail, ComposeMail, Composition, Mailbox, QueuedMail } from './queued-mail'
export { countMailsTo } from './mails-to-store'
export { ensureMaySend, type MailLimits, SendingLimited } from './mail-limits'
export { withdrawInvitations } from './withdrawals-store'
export { NotComposed, type NotComposedReason } from './not-composed'
export { plainWords } from './plain-words'
export { type RenderedMail, renderMail } from './render-mail'
export type { Invited, KeptKey, MailFrame, MailViews } from './views'
export { takeNotice, takeNotices } from './notices-store'
