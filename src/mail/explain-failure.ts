import { z } from 'zod'
import type { FailureReason, MailFailure } from './failure'

/** What a failed attempt means for the mail, and for the others that wait. */
export interface Explanation {
  failure: MailFailure
  /** Trying again would not help. */
  isFinal: boolean
  /** The server lets nobody in, so that the next mail would fare no better. */
  isTroubleOfServer: boolean
}

const NodemailerError = z.object({
  code: z.string().optional(),
  /** Node's own, where nodemailer says ESOCKET. */
  originalCode: z.string().optional(),
  responseCode: z.number().optional(),
  response: z.string().optional(),
  command: z.string().optional(),
  name: z.string().optional(),
})
type NodemailerError = z.output<typeof NodemailerError>

/**
 * Reads nodemailer's error. Of what the server said only the codes are kept: its words may repeat ours.
 *
 * RFC 5321 §4.2.1: 4xx may be tried again, 5xx may not. But a 5xx to anything before the recipient is about us and our
 * settings, which somebody can mend, and not about this mail.
 */
export function explainFailure(error: unknown): Explanation {
  const found = NodemailerError.safeParse(error).data ?? {}
  const explain = (reason: FailureReason, kind: 'final' | 'later' | 'trouble'): Explanation => ({
    failure: { reason, answer: answerOf(found) },
    isFinal: kind === 'final',
    isTroubleOfServer: kind === 'trouble',
  })
  const { code, responseCode, command } = found
  if (code === 'EAUTH' || code === 'EOAUTH2' || code === 'ENOAUTH' || isAboutSigningIn(responseCode)) {
    return explain('sign-in-refused', 'trouble')
  }
  if (isAboutPrivacy(error)) return explain('not-private', 'trouble')
  if (responseCode !== undefined && responseCode >= 500) {
    if (command === 'RCPT TO') return explain('recipient-refused', 'final')
    if (command === 'DATA') return explain('message-refused', 'final')
    return explain(command === 'MAIL FROM' ? 'sender-refused' : 'no-connection', 'trouble')
  }
  if (responseCode !== undefined && responseCode >= 400) {
    return explain('server-busy', isBeforeMail(command) ? 'trouble' : 'later')
  }
  if (code === 'EENVELOPE') return explain('address-invalid', 'final') // before the server was asked
  if (isSilence(found)) return explain('no-answer', isBeforeMail(command) ? 'trouble' : 'later')
  return explain('no-connection', isBeforeMail(command) ? 'trouble' : 'later')
}

/** No encryption to be had, or a certificate that is not known, not of that name or too old. */
export function isAboutPrivacy(error: unknown): boolean {
  const { code, originalCode = '' } = NodemailerError.safeParse(error).data ?? {}
  return code === 'ETLS' || /CERT|SIGNED|ERR_TLS|ERR_SSL|EPROTO/.test(originalCode)
}

/** RFC 4954 §6. */
const isAboutSigningIn = (responseCode: number | undefined): boolean =>
  responseCode !== undefined && [530, 534, 535, 538].includes(responseCode)

const isSilence = ({ code, name }: NodemailerError): boolean =>
  code === 'ETIMEDOUT' || code === 'EABORT' || name === 'AbortError' || name === 'TimeoutError'

const isBeforeMail = (command: string | undefined): boolean =>
  command === undefined || ['CONN', 'EHLO', 'HELO', 'STARTTLS', 'API'].includes(command)

/** `550 5.1.1` (RFC 3463). */
function answerOf({ responseCode, response = '' }: NodemailerError): string | undefined {
  if (responseCode === undefined) return undefined
  const [, extended] = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response) ?? []
  return extended === undefined ? String(responseCode) : `${responseCode} ${extended}`
}
