import type { Explanation } from '../explanation'

/** What is read between the form and the account, where the address has to be confirmed. */
export interface HoldMessages {
  /** After the form. */
  waiting: {
    title: string
    titleWithErrors: string
    /** Before the address, which stands on a line of its own. */
    lead: string
    todo: string
    /** `until` is a day and a time. */
    until(until: string): string
    /** After it was asked for again, or for another address. */
    sentAgain: string
    nothingCame: string
    hints: readonly string[]
    again: string
    otherAddress: string
    otherAddressHint: string
    address: string
    change: string
    /** `minutes` from now on. */
    throttled(minutes: number): string
  }
  /** Behind the mailed link. */
  confirm: {
    title: string
    titleWithErrors: string
    /** Before the address, which stands on a line of its own. */
    lead: string
    password: string
    passwordHint: string
    submit: string
    sending: string
    notYou: string
    throttled(minutes: number): string
  }
  released: Record<
    'lapsed' | 'revoked' | 'login-taken' | 'not-unique' | 'account-exists' | 'erased',
    Explanation
  >
  /** `field` is what the form calls it: somebody else in GLPI has the same. */
  fieldTaken: { heading: string; reason(field: string): string; advice: string }
}
