import type { Explanation } from '../explanation'

/** What is read between the form and the account, where an administrator has to approve it. */
export interface ApprovalMessages {
  /** After the form, and whenever the person comes back. */
  approval: {
    title: string
    lead(instance: string): string
    /** Before the address, which stands on a line of its own. */
    mail: string
    /** `until` is a day and a time. */
    until(until: string): string
    close: string
    /** The key is for several people, who may share a device. */
    another: string
    anotherLink: string
  }
  declined: Record<'undecided' | 'rejected', Explanation> & {
    /** What whoever rejected it has written. */
    because(why: string): string
  }
}
