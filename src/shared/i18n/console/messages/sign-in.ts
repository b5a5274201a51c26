import type { SignInRefusal } from '../../../errors'

/** The page on which an administrator signs in. */
export interface SignInMessages {
  title: string
  lead(instanceName: string): string
  login: string
  password: string
  submit: string
  /** On a link, for whom a proxy has signed in already. */
  as(user: string): string
  sending: string
  /** Login and password are not those of an account that may sign in here: more is not said. */
  failed: string
  /** Told to whom the account belongs: what is in the way, and what to do. */
  refusals: Record<SignInRefusal, string>
  throttled(minutes: number): string
  hint: string
  /** The page of a link that was made on the server. */
  link: {
    title: string
    lead: string
    submit: string
    spent: string
    /** A way on for whom the link does not help. */
    instead: string
  }
}
