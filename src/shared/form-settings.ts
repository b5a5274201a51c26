import { z } from 'zod'

/** What a login may be made of. */
export const loginParts = ['firstname', 'realname', 'f', 'r', 'email', 'email-local'] as const

const patternOfParts = new RegExp(`\\{(?!(?:${loginParts.join('|')})\\})`)

const LoginPattern = z
  .string()
  .trim()
  .max(100)
  .refine(
    (pattern) => pattern === 'off' || /\{.+\}/.test(pattern),
    'must have a part such as {firstname}, or be off',
  )
  .refine(
    (pattern) => !patternOfParts.test(pattern),
    `can have the parts ${loginParts.map((one) => `{${one}}`).join(' ')}`,
  )
  .transform((pattern) => (pattern === 'off' ? undefined : pattern))

/** The settings of the form that new users fill in. */
export const formFields = {
  LOGIN_PATTERN: LoginPattern.default('{firstname}.{realname}'),
  TERMS_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address that starts with https://' })
    .optional(),
  TERMS_TEXT: z.string().trim().min(1).max(20_000).optional(),
  TERMS_VERSION: z
    .string()
    .regex(/^[\w.:-]{1,64}$/, 'must be letters, digits and . : - _ only, such as 2026-11')
    .optional(),
}

/** What people accept before they get an account: a page, or a text that the form shows. */
export interface TermsOfUse {
  url: string | undefined
  text: string | undefined
  version: string
}

export interface FormConfig {
  /** Of logins that are offered, as in `{firstname}.{realname}`; undefined: none are. */
  loginPattern: string | undefined
  /** For the forms that ask for it; undefined: there is nothing to accept. */
  termsOfUse: TermsOfUse | undefined
}

export function findFormProblems(values: Readonly<Record<string, string>>): string[] {
  const hasTerms = values['TERMS_URL'] !== undefined || values['TERMS_TEXT'] !== undefined
  const hasVersion = values['TERMS_VERSION'] !== undefined
  if (hasTerms && !hasVersion)
    return ['TERMS_VERSION is missing: what people accept has to be told from what others accept later']
  if (!hasTerms && hasVersion)
    return ['TERMS_VERSION needs TERMS_URL or TERMS_TEXT: there is nothing to accept']
  return []
}

export function formConfigFrom(settings: z.output<z.ZodObject<typeof formFields>>): FormConfig {
  const { TERMS_URL: url, TERMS_TEXT: text, TERMS_VERSION: version } = settings
  return {
    loginPattern: settings.LOGIN_PATTERN,
    termsOfUse: version === undefined ? undefined : { url, text, version },
  }
}
