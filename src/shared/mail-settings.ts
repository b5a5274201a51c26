import { createPrivateKey } from 'node:crypto'
import { z } from 'zod'

/** `required`: encrypted, with a certificate that is checked; `if-offered`: encrypted where it can be; `off`: never. */
export const smtpTlsWishes = ['required', 'if-offered', 'off'] as const

export interface OAuthSettings {
  tokenUrl: string
  clientId: string
  clientSecret: string | undefined
  /** Without it the client asks for itself (RFC 6749 §4.4), as Microsoft 365 wants it. */
  refreshToken: string | undefined
  scope: string | undefined
}

export interface DkimSettings {
  domain: string
  selector: string
  privateKey: string
}

/** Those of them that may be given as files. */
export const mailSecretNames = [
  'SMTP_URL',
  'SMTP_OAUTH_CLIENT_SECRET',
  'SMTP_OAUTH_REFRESH_TOKEN',
  'DKIM_KEY',
] as const

/** `Helpdesk <helpdesk@example.org>`, or the address alone. */
const MailFrom = z.string().transform((text, context) => {
  const [, quoted, name, inBrackets, bare] =
    /^\s*(?:(?:"([^"\\<>\r\n]*)"|([^"<>\r\n]*?))\s*<([^\s<>@]+@[^\s<>@]+)>|([^\s<>@]+@[^\s<>@]+))\s*$/.exec(
      text,
    ) ?? []
  const address = inBrackets ?? bare
  if (address !== undefined) return { address, name: quoted ?? (name || undefined) }
  context.addIssue({
    code: 'custom',
    message: 'must look like helpdesk@example.org or Name <helpdesk@example.org>',
  })
  return z.NEVER
})

const SmtpUrl = z
  .url({ protocol: /^smtps?$/, error: 'must look like smtp://user:password@host:587' })
  .refine(
    hasReadableAccount,
    'has a % that is not followed by two hexadecimal digits: a % itself is written %25',
  )

const DkimKey = z.string().refine(isRsaKey, 'must be an RSA key in PEM form (openssl genrsa 2048)')
const hostName = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i

/** The settings of the post, for the one schema of all settings. */
export const mailFields = {
  SMTP_URL: SmtpUrl.optional(),
  SMTP_TLS: z.enum(smtpTlsWishes, 'must be required, if-offered or off').optional(),
  SMTP_RATE: z.coerce.number('must be a number of mails').int().min(1).max(60_000).optional(),
  SMTP_OAUTH_TOKEN_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address that starts with https://' })
    .optional(),
  SMTP_OAUTH_CLIENT_ID: z.string().optional(),
  SMTP_OAUTH_CLIENT_SECRET: z.string().optional(),
  SMTP_OAUTH_REFRESH_TOKEN: z.string().optional(),
  SMTP_OAUTH_SCOPE: z.string().optional(),
  MAIL_FROM: MailFrom.optional(),
  DKIM_DOMAIN: z.string().regex(hostName, 'must be a domain such as example.org').optional(),
  DKIM_SELECTOR: z.string().regex(hostName, 'must be the name before ._domainkey').optional(),
  DKIM_KEY: DkimKey.optional(),
}
type MailFields = z.output<z.ZodObject<typeof mailFields>>

export interface MailConfig {
  smtpUrl: string | undefined
  /** Undefined: `required`, but for a mail server on this very machine. */
  smtpTls: (typeof smtpTlsWishes)[number] | undefined
  /** Mails a minute that all workers together send. */
  smtpRate: number | undefined
  smtpOAuth: OAuthSettings | undefined
  /** Given whenever `smtpUrl` is. */
  mailFrom: { address: string; name: string | undefined } | undefined
  dkim: DkimSettings | undefined
}

export function mailConfigFrom(settings: MailFields): MailConfig {
  const { SMTP_OAUTH_TOKEN_URL: tokenUrl, SMTP_OAUTH_CLIENT_ID: clientId } = settings
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY: privateKey } = settings
  return {
    smtpUrl: settings.SMTP_URL,
    smtpTls: settings.SMTP_TLS,
    smtpRate: settings.SMTP_RATE,
    smtpOAuth:
      tokenUrl === undefined || clientId === undefined
        ? undefined
        : {
            tokenUrl,
            clientId,
            clientSecret: settings.SMTP_OAUTH_CLIENT_SECRET,
            refreshToken: settings.SMTP_OAUTH_REFRESH_TOKEN,
            scope: settings.SMTP_OAUTH_SCOPE,
          },
    mailFrom: settings.MAIL_FROM,
    dkim:
      domain === undefined || selector === undefined || privateKey === undefined
        ? undefined
        : { domain, selector, privateKey },
  }
}

/** What is wrong with the settings taken together. */
export function findMailProblems(values: Readonly<Record<string, string | undefined>>): string[] {
  const isSet = (name: string) => values[name] !== undefined
  const problems: string[] = []
  if (SmtpUrl.safeParse(values['SMTP_URL']).success && !isSet('MAIL_FROM')) {
    problems.push('MAIL_FROM is missing: SMTP_URL needs to know from which address mails come')
  }
  const dkim = ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_KEY']
  if (dkim.some(isSet) && !dkim.every(isSet)) {
    problems.push('DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY (or DKIM_KEY_FILE) are set together or not at all')
  }
  if (Object.keys(values).some((name) => name.startsWith('SMTP_OAUTH_')))
    problems.push(...findOAuthProblems(values))
  return problems
}

function findOAuthProblems(values: Readonly<Record<string, string | undefined>>): string[] {
  const isSet = (name: string) => values[name] !== undefined
  const needed = ['SMTP_OAUTH_TOKEN_URL', 'SMTP_OAUTH_CLIENT_ID'].filter((name) => !isSet(name))
  const url = values['SMTP_URL']
  return [
    ...needed.map((name) => `${name} is missing: the other settings of SMTP_OAUTH need it`),
    ...(isSet('SMTP_OAUTH_CLIENT_SECRET') || isSet('SMTP_OAUTH_REFRESH_TOKEN')
      ? []
      : [
          'SMTP_OAUTH_CLIENT_SECRET or SMTP_OAUTH_REFRESH_TOKEN is missing: without either no token is given',
        ]),
    ...(url !== undefined && URL.canParse(url) && new URL(url).username === ''
      ? ['SMTP_URL names no user, for whom SMTP_OAUTH could ask: smtp://helpdesk%40example.org@host:587']
      : []),
  ]
}

function isRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa'
  } catch {
    return false
  }
}

function hasReadableAccount(url: string): boolean {
  try {
    const { username, password } = new URL(url)
    decodeURIComponent(username + password)
    return true
  } catch {
    return false
  }
}
