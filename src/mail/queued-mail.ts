import type { MailKind, Recipient } from './outbox-store'

/** A mail of the outbox whose time has come. */
export interface QueuedMail {
  uid: string
  kind: MailKind
  to: Recipient
  language: string
  keyUid: string | undefined
  registrationUid: string | undefined
  askedBy: number | undefined
  /** As they were given; parse them. */
  facts: unknown
  sealedCode: Buffer | undefined
  createdAt: Date
}

/** A mail as it leaves. */
export interface ComposedMail {
  to: Mailbox
  replyTo?: Mailbox | undefined
  subject: string
  text: string
  html: string
}

export interface Mailbox {
  address: string
  name?: string | undefined
}

/** What is sent, or why nothing is to be sent any more: `key-ended`, `too-late`. */
export type Composition = { send: ComposedMail } | { withdraw: string }

/** Puts a mail together at the moment it is sent, from what is then true. */
export type ComposeMail = (mail: QueuedMail) => Promise<Composition>
