/** Why a key cannot be used, as told to the holder of its code. */
export const refusalCodes = [
  'KEY_MALFORMED',
  'KEY_UNKNOWN',
  'KEY_OF_OTHER_INSTANCE',
  'KEY_OF_TEST_INSTANCE',
  'KEY_REVOKED',
  'KEY_PAUSED',
  'KEY_NOT_YET_VALID',
  'KEY_EXPIRED',
  'KEY_REISSUED',
  'KEY_USED_UP',
  'KEY_HELD_UP',
  'KEY_ISSUER_REFUSED',
  'KEY_GRANT_REFUSED',
  /** The account that the key gives would have ended already. */
  'ACCOUNT_END_PAST',
  /** It would end after the last date GLPI can hold. */
  'ACCOUNT_END_TOO_LATE',
  'REDEMPTION_STOPPED',
  'GLPI_MAINTENANCE',
  'GLPI_CHANGED',
  'SERVER_BUSY',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

export const isRefusal = (code: ErrorCode): code is RefusalCode =>
  (refusalCodes as readonly ErrorCode[]).includes(code)

/** Every failure we foresaw. Stable: clients and exit codes depend on these names. */
export type ErrorCode =
  | RefusalCode
  | 'FORM_INVALID'
  | 'FORM_UNREADABLE'
  | 'SIGN_IN_FAILED'
  | 'SIGN_IN_REFUSED'
  | 'SIGN_IN_THROTTLED'
  | 'CONSOLE_LINK_SPENT'
  | 'TOKEN_MALFORMED'
  | 'TOKEN_REFUSED'
  | 'SCOPE_MISSING'
  | 'CONFIRMATION_UNKNOWN'
  | 'HOLD_THROTTLED'
  | 'TOO_MANY_REQUESTS'
  | 'DECISION_REFUSED'
  | 'NOT_FOUND'
  | 'NOT_ALLOWED'
  | 'METHOD_NOT_ALLOWED'
  | 'SENDING_LIMITED'
  | 'POLICY_EXCEEDED'
  | 'INPUT_INVALID'
  | 'BODY_UNREADABLE'
  | 'BODY_TOO_LARGE'
  /** The Idempotency-Key of another request. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The same request is still being worked on. */
  | 'IDEMPOTENCY_KEY_BUSY'
  | 'CONFIG_INVALID'
  | 'GLPI_UNSUPPORTED'
  | 'DATABASE_UNAVAILABLE'
  | 'SCHEMA_OUT_OF_DATE'
  | 'INTERNAL'

export interface AppErrorOptions extends ErrorOptions {
  /** Which part of what was asked for it is about, where it is about one (RFC 6901): `/expiresAt`. */
  pointer?: string | undefined
}

/** A failure we foresaw: a stable code for the client, a reason for the log. The reason holds no secret. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly pointer: string | undefined

  constructor(
    readonly code: ErrorCode,
    reason: string,
    options?: AppErrorOptions,
  ) {
    super(reason, options)
    this.pointer = options?.pointer
  }
}

/** One thing that was asked for and cannot be had so. */
export interface InputProblem {
  /** Where it stands in what was asked for (RFC 6901): `/expiresAt`. */
  pointer: string
  /** A sentence that says what would do. */
  reason: string
}

/** Everything that is wrong with what a program asked for, at once. */
export class InputInvalid extends AppError {
  constructor(readonly problems: readonly InputProblem[]) {
    super('INPUT_INVALID', problems.map(({ pointer, reason }) => `${pointer}: ${reason}`).join('; '))
  }
}

/** The fields of the registration form, in the order in which they stand there. */
export const formFields = [
  'firstname',
  'realname',
  'email',
  'phone',
  'mobile',
  'registrationNumber',
  'title',
  'category',
  'location',
  'language',
  'login',
  'password',
  'terms',
] as const
export type FormField = (typeof formFields)[number]

/** What can be wrong with one field of the form. */
export const problemCodes = [
  'required',
  'too-long',
  'login-characters',
  'login-taken',
  /** The key fills it in, and it cannot be changed. */
  'locked-login-taken',
  'name-characters',
  'email-invalid',
  'email-taken',
  /** By a registration that waits to be confirmed. */
  'email-held',
  'email-not-invited',
  /** `endings` says what is allowed. */
  'email-not-in-domains',
  'not-unique',
  'phone-characters',
  'number-characters',
  /** It was chosen from a list that has it no more. */
  'choice-gone',
  /** What was typed is not in the list. */
  'choice-unknown',
  'terms-not-accepted',
  /** Others than those that were read. */
  'terms-changed',
  'password-too-short',
  'password-too-long',
  'password-too-many-bytes',
  'password-zero-byte',
  'password-weak',
  /** In the lists of those that are tried first. */
  'password-common',
  'password-needs-number',
  'password-needs-lowercase',
  'password-needs-uppercase',
  'password-needs-symbol',
  /** Not the one that was chosen in the form. */
  'password-wrong',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** Somebody's account that stands in the way. What there is to do about it depends on what kind it is. */
export const accountStandings = [
  'usable',
  'passwordless',
  'directory',
  'mail-server',
  'disabled',
  'deleted',
] as const
export type AccountStanding = (typeof accountStandings)[number]

export interface Problem {
  code: ProblemCode
  /** The number a message needs: a length in characters, or in bytes for `password-too-many-bytes`. */
  limit?: number
  /** How an address may end, for `email-not-in-domains`. */
  endings?: readonly string[]
  /** Whose it is, for what is taken by an account in GLPI. */
  account?: { usersId: number; standing: AccountStanding }
}

export type FieldProblems = Partial<Record<FormField, Problem>>

/** The form as a whole was understood and is not acceptable; nothing was spent. */
export class FormError extends AppError {
  constructor(readonly problems: FieldProblems) {
    super('FORM_INVALID', `fields not accepted: ${describe(problems)}`)
  }
}

function describe(problems: FieldProblems): string {
  return Object.entries(problems)
    .map(([field, problem]) => `${field} ${problem.code}`)
    .join(', ')
}

/** Why somebody whose password was right, or for whom somebody else vouched, does not come in. */
export const signInRefusals = [
  'no-account',
  'inactive',
  'outside-dates',
  'password-expired',
  'two-factor',
  'grants-missing',
  'no-authorisation',
  'no-right',
] as const
export type SignInRefusal = (typeof signInRefusals)[number]

/** Told only to whom the account belongs. */
export class SignInRefused extends AppError {
  constructor(
    readonly refusal: SignInRefusal,
    reason: string,
  ) {
    super('SIGN_IN_REFUSED', reason)
  }
}

export class SignInThrottled extends AppError {
  constructor(readonly retryAfterSeconds: number) {
    super('SIGN_IN_THROTTLED', 'too many failed attempts to sign in')
  }
}

/** Too much came from one network address, which may be many people's; nothing is wrong with what was sent. */
export class TooManyRequests extends AppError {
  constructor(
    readonly retryAfterSeconds: number,
    reason: string,
    /** What of a form can be mended meanwhile. */
    readonly problems: FieldProblems = {},
  ) {
    super('TOO_MANY_REQUESTS', reason)
  }
}

/** A form came without the proof of work that was asked for, after too many others like it. */
export class TooManyUnproven extends TooManyRequests {}
