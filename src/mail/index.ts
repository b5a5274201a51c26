export { checkMailServer } from './check-mail-server'
export { GoneIssuer, ToldKeys } from './facts'
export { type MailKind, mailKinds, type NewMail, queueMails, type Recipient } from './outbox-store'
export type { ComposedMail, ComposeMail, Composition, Mailbox, QueuedMail } from './queued-mail'
