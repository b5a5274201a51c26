import type { SendMailOptions, SMTPPoolOptions } from 'nodemailer'
import type { Clock } from '../shared/clock'
import type { MailConfig } from '../shared/mail-settings'
import { createTokenSource } from './oauth-token'

/** A mail with all its headers. */
export type OutgoingMail = Pick<
  SendMailOptions,
  'messageId' | 'date' | 'from' | 'to' | 'replyTo' | 'envelope' | 'subject' | 'text' | 'html' | 'headers'
>

export interface MailServer {
  /** Answers when the server has taken the mail; what goes wrong is nodemailer's error, for `explainFailure`. */
  send(mail: OutgoingMail): Promise<void>
  /** Connects, signs in if there is an account, and leaves it at that. */
  verify(): Promise<void>
  /** What is being sent is sent. */
  close(): void
}

export type MailServerSettings = Pick<MailConfig, 'smtpTls' | 'smtpOAuth' | 'dkim'> & { smtpUrl: string }

/** How many mails leave at once from one process. */
export const connections = 5

/** A server may trickle its answers, which no time-out of a socket notices: this is for the whole mail. */
const mailPatienceMs = 90_000

/**
 * Knows how to reach the mail server, and connects when the first mail leaves. nodemailer is loaded here and now: a
 * server that sends nothing does without it.
 */
export async function openMailServer(
  settings: MailServerSettings,
  clock: Clock,
  patienceMs = 30_000,
): Promise<MailServer> {
  const { createTransport } = await import('nodemailer')
  const { dkim } = settings
  const transport = createTransport({
    ...connectionOptions(settings, clock),
    pool: true,
    maxConnections: connections,
    maxRequeues: 1, // of a connection that was closed before a byte of the mail had left; more is for the outbox
    connectionTimeout: Math.min(patienceMs, 10_000),
    greetingTimeout: Math.min(patienceMs, 10_000),
    dnsTimeout: Math.min(patienceMs, 10_000),
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim === undefined
      ? {}
      : { dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.privateKey } }),
  })
  return {
    send: async (mail) => {
      await transport.sendMail({ ...mail, xMailer: false, signal: AbortSignal.timeout(mailPatienceMs) })
    },
    verify: async () => {
      await transport.verify()
    },
    close: () => transport.close(),
  }
}

function connectionOptions(
  { smtpUrl, smtpTls, smtpOAuth }: MailServerSettings,
  clock: Clock,
): SMTPPoolOptions {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl)
  const host = hostname.replace(/^\[|\]$/g, '')
  const user = decodeURIComponent(username)
  return {
    host,
    port: Number(port) || (protocol === 'smtps:' ? 465 : 587),
    ...encryption(protocol, smtpTls ?? (isThisMachine(host) ? 'off' : 'required')),
    ...(smtpOAuth !== undefined
      ? { auth: { type: 'OAuth2', user, provisionCallback: provide(createTokenSource(smtpOAuth, clock)) } }
      : user === ''
        ? {}
        : { auth: { user, pass: decodeURIComponent(password) } }),
  }
}

function encryption(protocol: string, wish: NonNullable<MailConfig['smtpTls']>): SMTPPoolOptions {
  if (protocol === 'smtps:') return { secure: true, tls: { rejectUnauthorized: wish === 'required' } }
  if (wish === 'off') return { ignoreTLS: true }
  if (wish === 'required') return { requireTLS: true }
  return { opportunisticTLS: true, tls: { rejectUnauthorized: false } } // RFC 7435: better than in clear
}

const isThisMachine = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1)$/.test(host)

type Provided = (error: Error | null, token?: string) => void

/** The way nodemailer wants to be told: it asks, and keeps no token longer than a connection. */
const provide =
  (token: (isRefused: boolean) => Promise<string>) =>
  (_user: string, isRefused: boolean, done: Provided): void => {
    token(isRefused).then(
      (given) => done(null, given),
      (error: unknown) => done(error instanceof Error ? error : new Error('no token')),
    )
  }
