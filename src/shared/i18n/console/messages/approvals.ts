/** Registrations that hold a use: where they are decided, and on the page of their key. */
export interface ApprovalsMessages {
  title: string
  lead: string
  /** For whoever may look and not decide. */
  leadReader: string
  none: string
  caption: string
  columns: Record<'select' | 'person' | 'address' | 'key' | 'asked' | 'until' | 'state', string>
  selectOf(name: string): string
  selectAll: string
  chosen: string
  reviewSelected: string
  reviewOf(name: string): string
  confirmed: string
  notConfirmed: string
  more: string
  newest: string
  reviewing: {
    title(n: number): string
    /** Of the facts of each person. */
    login: string
    address: string
    grant: string
    key: string
    asked: string
    until: string
    /** `when` is a day and a time. */
    accepted(version: string, when: string): string
    /** Nothing was chosen, or nothing is there. */
    nothing: string
    gone(n: number): string
    /** What became of those that do not wait any more: `when` is a day and a time. */
    approvedBy(name: string, by: string, when: string): string
    rejectedBy(name: string, by: string, when: string): string
    over(name: string): string
    unknownPerson: string
    system: string
    cannot: string
    approve(n: number): string
    approving: string
    approveHint: string
    approveSome(can: number, cannot: number): string
    rejectTitle: string
    reason: string
    reasonHint: string
    reasonMissing: string
    reasonTooLong(most: number): string
    reject(n: number): string
    rejecting: string
    back: string
    readOnly: string
  }
  /** What is in the way, and what to do about it. */
  problems: Record<ApprovalProblemName, string>
  notices: {
    approved(n: number): string
    rejected(n: number): string
    /** Somebody else was faster. */
    decidedMeanwhile(n: number): string
    refused(n: number): string
  }
  home: {
    heading(n: number, written: string): string
    hint: string
    until(day: string): string
  }
  /** On the page of a key. */
  onKey: {
    title: string
    states: Record<'awaiting-confirmation' | 'awaiting-approval', string>
    fact: string
    needed: string
  }
  making: {
    label: string
    hint: string
  }
}

export type ApprovalProblemName =
  | 'not-waiting'
  | 'login-taken'
  | 'email-taken'
  | 'not-unique'
  | 'key-paused'
  | 'redemption-stopped'
  | 'issuer'
  | 'approver'
  | 'grant'
  | 'account-dates'
