import type { OutgoingMail } from './mail-server'
import type { ComposedMail, Mailbox } from './queued-mail'

export interface Sender {
  mailFrom: { address: string; name: string | undefined } | undefined
  publicUrl: string
  /** Stands before the address where MAIL_FROM has no name. */
  instanceName: string
}

/** The mail with its headers. Every attempt has the same Message-ID, so that a second copy is seen to be one. */
export function addressMail(
  { mailFrom, publicUrl, instanceName }: Sender,
  uid: string,
  { to, replyTo, subject, text, html }: ComposedMail,
  now: Date,
): OutgoingMail {
  if (mailFrom === undefined) throw new Error('MAIL_FROM is always set where SMTP_URL is')
  return {
    messageId: messageIdOf(uid, publicUrl),
    date: now,
    from: mailbox({ address: mailFrom.address, name: mailFrom.name ?? instanceName }),
    to: mailbox(to),
    ...(replyTo === undefined ? {} : { replyTo: mailbox(replyTo) }),
    envelope: { from: mailFrom.address, to: [to.address] },
    subject: inOneLine(subject),
    text,
    html,
    headers: {
      'Auto-Submitted': 'auto-generated', // RFC 3834 §5
      'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply', // Exchange; a report of failure is welcome
    },
  }
}

export const messageIdOf = (uid: string, publicUrl: string): string =>
  `<${uid}@${new URL(publicUrl).hostname}>`

const mailbox = ({ address, name }: Mailbox): { address: string; name: string } => ({
  address,
  name: inOneLine(name ?? ''),
})

/** What people typed cannot begin a header of its own. */
const inOneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
