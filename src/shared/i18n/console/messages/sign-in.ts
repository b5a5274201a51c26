/** The page on which an administrator signs in. */
export interface SignInMessages {
  title: string
  lead(instanceName: string): string
  login: string
  password: string
  submit: string
  sending: string
  /** Login and password are not those of an account that may sign in here: more is not said. */
  failed: string
  hint: string
}
