import type { AccountStanding } from '../../errors'

/** What is read by people who have to wait, or who have an account already. */
export interface LimitMessages {
  /** `when` is as in "in 3 minutes". */
  limits: {
    heading: string
    reason: string
    advice(when: string): string
    /** Above the form, which has all that was typed but the password. */
    form(when: string): string
    /** Above the form that came without the work that scripts do for it. */
    unproven(when: string): string
    /** Beside the box for a code. */
    code(when: string): string
  }
  taken: {
    /** Before the advice; of a login, the usual message stands there. */
    email: string
    advice: Record<AccountStanding, string>
  }
}
