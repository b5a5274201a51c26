/** The mails about a key: what became of them, and sending them. */
export interface MailsMessages {
  title: string
  none: string
  columns: Record<'kind' | 'to' | 'state' | 'when' | 'again', string>
  kinds: Record<MailKindName, string>
  states: Record<'waiting' | 'sent' | 'failed' | 'withdrawn', string>
  /** Why it did not leave. */
  failures: Record<MailFailureName, string>
  /** What it waits for, where that is known. */
  notComposed: Record<NotComposedName, string>
  /** The codes that the mail server answered with. */
  answer(codes: string): string
  /** Why it was taken back; `other` for what this version does not know. */
  withdrawals: Record<WithdrawalName, string>
  nextAttempt(when: string): string
  attempts(n: number): string
  noServer: string
  /** In place of an address that was erased. */
  erased: string
  send: string
  sendAgain: string
  sendHint: string
  retry: string
  retryLabel(kind: string, address: string): string
  /** Why there is nothing to send. */
  problems: Record<SendingProblemName, string>
  limitedForAddress(limit: number): string
  limitedForYou(limit: number): string
  possibleAt(when: string): string
  tooManyAtOnce: string
  noLongerFailed: string
  notYours: string
  sent(n: number): string
  /** The same without a mail server. */
  queued(n: number): string
  retried: string
  batch: {
    title: string
    /** How many of those who have an address were sent their link. */
    summary(invited: number, mailed: number): string
    sendRest(n: number): string
    sendAll(n: number): string
    nobody: string
  }
  /** In the forms that make keys. */
  /** In the list of keys. */
  list: Record<'failed' | 'waiting', string>
  home: {
    failed(n: number, written: string): string
    failedHint: string
    waiting(n: number, written: string): string
    waitingHint: string
    lastFailed(when: string): string
  }
}

export type MailKindName =
  | 'invitation'
  | 'reminder'
  | 'reissued'
  | 'confirmation'
  | 'account-exists'
  | 'welcome'
  | 'joined'
  | 'lapsed'
  | 'key-in-trouble'
  | 'link-requested'
  | 'keys-ending'
  | 'issuer-gone'
  | 'webhook-gone'
  | 'approval-waiting'
  | 'not-approved'
  | 'approval-asked'
  | 'approval-reminder'

export type MailFailureName =
  | 'address-invalid'
  | 'recipient-refused'
  | 'message-refused'
  | 'sender-refused'
  | 'sign-in-refused'
  | 'not-private'
  | 'server-busy'
  | 'no-connection'
  | 'no-answer'
  | 'not-composed'

export type NotComposedName = 'paused' | 'would-be-refused' | 'no-key-ring' | 'other-key-ring' | 'no-code'

export type WithdrawalName =
  | 'revoked'
  | 'expired'
  | 'used-up'
  | 'joined'
  | 'renewed'
  | 'reissued'
  | 'address-changed'
  | 'sent-again'
  | 'key-ended'
  | 'too-late'
  | 'hold-ended'
  | 'decided'
  | 'other'

export type SendingProblemName =
  'revoked' | 'paused' | 'expired' | 'used-up' | 'no-address' | 'all-joined' | 'code-gone'
