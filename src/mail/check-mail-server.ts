import { z } from 'zod'
import { AppError } from '../shared/errors'

const patienceMs = 5_000

/**
 * Connects, signs in if the address holds an account, and leaves again; no mail is sent.
 *
 * @NOTE The failure carries no cause: its message repeats what the server said, which may be what we sent.
 *
 * @throws {AppError} CONFIG_INVALID with a sentence that holds neither the account nor its password
 */
export async function checkMailServer(smtpUrl: string): Promise<void> {
  const { createTransport } = await import('nodemailer') // the server, which never calls this, does without it
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
  })
  try {
    await transport.verify()
  } catch (error) {
    throw new AppError('CONFIG_INVALID', `the mail server at ${placeOf(smtpUrl)} ${describe(error)}`)
  } finally {
    transport.close()
  }
}

const SmtpError = z.object({ code: z.string().optional(), responseCode: z.number().optional() })

function describe(error: unknown): string {
  const { code = 'no reason given', responseCode } = SmtpError.safeParse(error).data ?? {}
  const reason = responseCode === undefined ? code : `${code}, answer ${responseCode}`
  return sentences[code]?.(reason) ?? `cannot be used (${reason}): check SMTP_URL`
}

const sentences: Readonly<Record<string, (reason: string) => string>> = {
  EAUTH: (reason) => `refuses the account (${reason}): check the user and the password in SMTP_URL`,
  EDNS: (reason) => `has a name nobody knows (${reason}): check the host in SMTP_URL`,
  ETIMEDOUT: (reason) =>
    `does not answer (${reason}): check the host and the port in SMTP_URL, and the firewall`,
  ETLS: (reason) =>
    `cannot be spoken to in private (${reason}): check its certificate, and that SMTP_URL says smtps:// where the port expects it`,
  ESOCKET: (reason) =>
    `cannot be reached (${reason}): check the host and the port in SMTP_URL, its certificate, and the firewall`,
}

function placeOf(smtpUrl: string): string {
  const { protocol, hostname, port } = new URL(smtpUrl)
  return `${hostname}:${port || (protocol === 'smtps:' ? '465' : '587')}`
}
