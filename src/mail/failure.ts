/** Why a mail did not leave. For programs and dictionaries: a reason never changes its meaning. */
export const failureReasons = [
  /** It is none, so that no mail server was asked. */
  'address-invalid',
  'recipient-refused',
  /** Its content, as junk filters do. */
  'message-refused',
  'sender-refused',
  'sign-in-refused',
  /** Encryption was wanted and could not be had. */
  'not-private',
  /** It asked to come back later. */
  'server-busy',
  'no-connection',
  'no-answer',
  /** It could not be put together, as without the key ring. */
  'not-composed',
] as const
export type FailureReason = (typeof failureReasons)[number]

export interface MailFailure {
  reason: FailureReason
  /**
   * The mail server's codes (`550 5.1.1`, RFC 5321 and 3463), and nothing of its words: they repeat ours. Of a mail that
   * could not be put together, the reason for that.
   */
  answer: string | undefined
}

/** As the column `failure` has it. */
export const writeFailure = ({ reason, answer }: MailFailure): string =>
  answer === undefined ? reason : `${reason} ${answer}`

/** Undefined for what is not a failure, as the reason for which a mail was withdrawn. */
export function readFailure(text: string): MailFailure | undefined {
  const [word = '', ...rest] = text.split(' ')
  const reason = failureReasons.find((known) => known === word)
  return reason === undefined ? undefined : { reason, answer: rest.length === 0 ? undefined : rest.join(' ') }
}
