import { z } from 'zod'
import type { Clock } from '../shared/clock'
import { AppError } from '../shared/errors'
import { isAboutPrivacy } from './explain-failure'
import { type MailServerSettings, openMailServer } from './mail-server'

const patienceMs = 5_000

/**
 * Connects, signs in if there is an account, and leaves again; no mail is sent.
 *
 * @throws {AppError} CONFIG_INVALID with a sentence that holds neither the account nor its password
 */
export async function checkMailServer(settings: MailServerSettings, clock: Clock): Promise<void> {
  const server = await openMailServer(settings, clock, patienceMs)
  try {
    await server.verify()
  } catch (error) {
    throw explainServer(settings.smtpUrl, error)
  } finally {
    server.close()
  }
}

const SmtpError = z.object({
  code: z.string().optional(),
  originalCode: z.string().optional(),
  responseCode: z.number().optional(),
})

/** @NOTE No cause is carried: its message repeats what the server said, which may be what we sent. */
export function explainServer(smtpUrl: string, error: unknown): AppError {
  if (error instanceof AppError) return error
  return new AppError('CONFIG_INVALID', `the mail server at ${placeOf(smtpUrl)} ${describe(error)}`)
}

function describe(error: unknown): string {
  const found = SmtpError.safeParse(error).data ?? {}
  const code = isAboutPrivacy(error) ? 'ETLS' : (found.code ?? 'no reason given')
  const named = code === 'ETLS' ? (found.originalCode ?? code) : code
  const reason = found.responseCode === undefined ? named : `${named}, answer ${found.responseCode}`
  return sentences[code]?.(reason) ?? `cannot be used (${reason}): check SMTP_URL`
}

const sentences: Readonly<Record<string, (reason: string) => string>> = {
  EAUTH: (reason) => `refuses the account (${reason}): check the user and the password in SMTP_URL`,
  EOAUTH2: (reason) => `refuses the account (${reason}): check the settings of SMTP_OAUTH`,
  EDNS: (reason) => `has a name nobody knows (${reason}): check the host in SMTP_URL`,
  EENVELOPE: (reason) =>
    `refuses our address (${reason}): check MAIL_FROM, and what that account may send as`,
  ETIMEDOUT: (reason) =>
    `does not answer (${reason}): check the host and the port in SMTP_URL, and the firewall`,
  ETLS: (reason) =>
    `cannot be spoken to in private (${reason}): check its certificate, that SMTP_URL says smtps:// where the port ` +
    'expects it, and SMTP_TLS',
  ESOCKET: (reason) =>
    `cannot be reached (${reason}): check the host and the port in SMTP_URL, and the firewall`,
}

function placeOf(smtpUrl: string): string {
  const { protocol, hostname, port } = new URL(smtpUrl)
  return `${hostname}:${port || (protocol === 'smtps:' ? '465' : '587')}`
}
