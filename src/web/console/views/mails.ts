/** The mails about a key, as its page shows them. */
export interface MailsView {
  rows: MailRow[]
  /** Finished: why mails wait. */
  waits: string | undefined
  /** For who may send it, while there is something to send. */
  send: { text: string } | undefined
  /** Why it cannot be sent, for who might have looked for a button. */
  hint: string | undefined
  /** Why something that was just asked for was not done. */
  problem: string | undefined
}

export interface MailRow {
  uid: string
  kind: string
  to: string
  state: string
  className: string
  /** Finished sentences: why, when next. */
  details: string[]
  when: string
  iso: string
  /** What a button says to those who do not see the row. */
  retryLabel: string | undefined
}
