/** The words of mails about registrations that wait for an administrator. */
export interface ApprovalMailMessages {
  /** To the person who registers. */
  approvalWaiting: {
    subject(instance: string): string
    heading: string
    lead(instance: string): string
    /** `until` is a day and a time. */
    until(until: string): string
    why(instance: string): string
    ignore: string
  }
  notApproved: {
    subject(instance: string): string
    heading: Record<'rejected' | 'undecided' | 'revoked', string>
    lead(instance: string): Record<'rejected' | 'undecided' | 'revoked', string>
    /** Above what whoever rejected it has written. */
    reason: string
    next: string
    why(instance: string): string
    ignore: string
  }
  /** To those who decide. */
  approvalAsked: {
    subject(n: number, instance: string): string
    heading(n: number): string
    lead(n: number): string
    login(login: string): string
    address(address: string, isProven: boolean): string
    key(key: string): string
    until(until: string): string
    next: string
    button(n: number): string
    why: string
  }
  approvalReminder: {
    subject(n: number, instance: string): string
    heading(n: number): string
    lead(n: number): string
  }
}
