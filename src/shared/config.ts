import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type BrandConfig, brandConfigFrom, brandFields } from './brand-settings'
import type { DatabaseAddress } from './db'
import { AppError } from './errors'
import { findFormProblems, type FormConfig, formConfigFrom, formFields } from './form-settings'
import { type Language, languageFrom, languages } from './i18n'
import { logLevels } from './log'
import {
  findMailProblems,
  type MailConfig,
  mailConfigFrom,
  mailFields,
  mailSecretNames,
} from './mail-settings'
import { isTimeZone, parseDuration } from './time'
import { type WebhookConfig, webhookFields } from './webhook-settings'
import { parseWorkDays, type WorkDays } from './work-days'
import { maxUsesCeiling } from './max-uses'

export type Env = Readonly<Record<string, string | undefined>>

/** The settings that may also be given as the path of a file, by the same name with `_FILE`. */
const secretNames = [
  'DATABASE_URL',
  'MIGRATION_DATABASE_URL',
  'SESSION_SECRET',
  'TERMS_TEXT',
  ...mailSecretNames,
  'REDIS_URL',
] as const

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

const DatabaseUrl = z
  .url({ protocol: /^(mysql|mariadb)$/, error: 'must look like mysql://user:password@host:3306/database' })
  .refine(isDecodable, 'has a % that is not followed by two hexadecimal digits: a % itself is written %25')
  .transform((text, context): DatabaseAddress => {
    const url = new URL(text)
    const database = decodeURIComponent(url.pathname.slice(1))
    if (database === '') {
      context.addIssue({ code: 'custom', message: 'names no database after the host' })
      return z.NEVER
    }
    return {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port || 3306),
      socketPath: url.searchParams.get('socket') ?? undefined,
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      database,
      tls: url.searchParams.get('tls') === 'true',
    }
  })

const HttpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an address that starts with https:// or http://' })
  .transform((text) => text.replace(/\/+$/, ''))
  .refine((text) => !/[?#]/.test(text), 'must not have a query or a fragment')

const SecretList = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((secret) => secret !== ''))
  .refine((secrets) => secrets.length > 0 && secrets.every((secret) => secret.length >= 32), {
    error: 'must be at least 32 random characters; several, newest first, are separated by spaces',
  })

const TimeZone = z.string().refine(isTimeZone, 'must be a time zone such as Europe/Paris')
const Duration = z.string().transform((text, context): number => {
  const ms = parseDuration(text)
  if (ms === undefined) context.addIssue({ code: 'custom', message: 'must look like 30m, 12h or 7d' })
  return ms ?? z.NEVER
})
const YesNo = z.enum(['true', 'false'], 'must be true or false').transform((text) => text === 'true')
const Addresses = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,;]+/).filter((address) => address !== ''))
  .pipe(z.array(z.email('must be e-mail addresses, separated by commas')))
const Count = (min: number, max: number) => z.coerce.number().int().min(min).max(max)

const dayMs = 86_400_000

const Settings = z.object({
  DATABASE_URL: DatabaseUrl,
  MIGRATION_DATABASE_URL: DatabaseUrl.optional(),
  GLPI_DATABASE: z.string().regex(/^[\w$-]{1,64}$/, 'must be the name of a database'),
  PUBLIC_URL: HttpUrl,
  PREVIOUS_PUBLIC_URLS: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((url) => url !== ''))
    .pipe(z.array(HttpUrl)),
  GLPI_URL: HttpUrl,
  ENVIRONMENT: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,31}$/, 'must be production, or another word in lower case')
    .default('production'),
  KEYRING_FILE: z.string().min(1),
  SESSION_SECRET: SecretList,
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: Count(0, 65_535).default(3000),
  ALLOW_HTTP: YesNo.default(false),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((address) => address !== '')),
  TIME_ZONE: TimeZone.default('UTC'),
  GLPI_TIME_ZONE: TimeZone.optional(),
  WORK_DAYS: z
    .string()
    .default('mon-sun')
    .transform((text, context): WorkDays => {
      const days = parseWorkDays(text)
      if (days === undefined)
        context.addIssue({ code: 'custom', message: 'must look like mon-fri or sun-thu' })
      return days ?? z.NEVER
    }),
  EXPIRY_GRACE: z
    .string()
    .regex(/^[0-7]d?$/, 'must be from 0 to 7 days, such as 2d')
    .default('0')
    .transform((text) => Number.parseInt(text, 10)),
  DEFAULT_LANGUAGE: z
    .string()
    .transform((text, context): Language => {
      const language = languageFrom(text)
      if (language === undefined)
        context.addIssue({ code: 'custom', message: `must be one of ${languages.join(', ')}` })
      return language ?? z.NEVER
    })
    .default('en'),
  INSTANCE_NAME: z.string().trim().min(1).max(60).default('GLPI'),
  ...brandFields,
  PASSWORD_ALGORITHM: z.enum(['argon2id', 'bcrypt']).default('argon2id'),
  REGISTRATIONS_AT_ONCE: Count(1, 10_000).default(200),
  LOOKUPS_PER_MINUTE: Count(0, 1_000_000).default(100),
  API_CALLS_PER_MINUTE: Count(0, 1_000_000).default(600),
  WRONG_CODES: Count(0, 1_000_000).default(10),
  FAILED_FORMS: Count(0, 1_000_000).default(10),
  FAILED_FORMS_PER_KEY: Count(0, 1_000_000).default(20),
  ALTCHA: z
    .enum(['on', 'off'], 'must be on or off')
    .default('off')
    .transform((text) => text === 'on'),
  ALTCHA_COST: Count(1_000, 10_000_000).default(100_000),
  FORMS_WITHOUT_ALTCHA: Count(0, 1_000_000).default(10),
  SESSION_IDLE: Duration.default(60 * 60_000),
  SESSION_LIFETIME: Duration.default(12 * 60 * 60_000),
  MAX_USES: Count(1, maxUsesCeiling).default(100),
  MAX_LIFETIME: Duration.default(365 * 24 * 60 * 60_000),
  KEYS_PER_DAY: Count(1, 1_000_000).default(2_000),
  PENDING_INVITATIONS: Count(1, 1_000_000).default(5_000),
  ALLOW_UNLIMITED: YesNo.default(false),
  ALLOW_NEVER: YesNo.default(false),
  TOKEN_MAX_LIFETIME: Duration.refine((ms) => ms <= 366 * dayMs, 'must be 366d at most').default(366 * dayMs),
  SSO_HEADER: z
    .string()
    .regex(/^[\w-]+$/, 'must be the name of a header, such as X-Remote-User')
    .transform((name) => name.toLowerCase())
    .optional(),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'must look like redis://user:password@host:6379/0' })
    .optional(),
  ...mailFields,
  ADMIN_MAIL: Addresses,
  SUPPORT_CONTACT: z.string().trim().min(1).max(200).optional(),
  MAILS_PER_ADDRESS: Count(1, 1_000).default(5),
  MAILS_PER_ADMIN: Count(1, 100_000).default(1_000),
  WORKER: z
    .enum(['on', 'off'], 'must be on or off')
    .default('on')
    .transform((text) => text === 'on'),
  RETENTION_DETAILS: Duration.default(90 * 86_400_000),
  RETENTION_NETWORK: Duration.default(30 * 86_400_000),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  ...formFields,
  ...webhookFields,
})

export interface Config extends MailConfig, BrandConfig, FormConfig, WebhookConfig {
  /** Our database, as the account the server runs with. */
  database: DatabaseAddress
  /** The account that may change our tables; the server never uses it. */
  migrationDatabase: DatabaseAddress | undefined
  glpiDatabase: string
  /** Without a slash at the end. */
  publicUrl: string
  previousPublicUrls: readonly string[]
  /** Where people sign in afterwards. */
  glpiUrl: string
  environment: string
  /** Undefined when sealing is turned off (`KEYRING_FILE=off`). */
  keyRingFile: string | undefined
  sessionSecrets: readonly string[]
  host: string
  port: number
  trustedProxies: readonly string[]
  timeZone: string
  glpiTimeZone: string | undefined
  /** The days on which a key may be said to end. */
  workDays: WorkDays
  /** How many days a key still works after its stated end. */
  graceDays: number
  defaultLanguage: Language
  instanceName: string
  passwordAlgorithm: 'argon2id' | 'bcrypt'
  /** Forms worked on at once, most of them waiting for a core to hash on; the next is told that the server is busy. */
  registrationsAtOnce: number
  /** Calls of the API with one token; 0: as many as it likes. */
  apiCallsPerMinute: number
  /** What one network address may do; 0 in any of them: as often as it likes. Codes looked up in a minute, */
  lookUpsPerMinute: number
  /** codes tried that nobody has, before there is one in ten seconds, */
  wrongCodes: number
  /** forms sent that are not accepted, in three minutes, */
  failedForms: number
  /** and with one key, in an hour. */
  failedFormsPerKey: number
  /** Whether browsers are asked for a proof of work with the form, */
  altcha: boolean
  /** of so many hashes at the most, */
  altchaCost: number
  /** and how many forms without one are taken from one address in ten minutes; 0: any number. */
  formsWithoutAltcha: number
  /** An administrator's session that is silent for so long is over. */
  sessionIdleMs: number
  /** And so is one that is this old, whatever happens in it. */
  sessionLifetimeMs: number
  /** So many people a key may be for at most, */
  maxUses: number
  /** so long it may work, */
  maxLifetimeMs: number
  /** so many one administrator may make on a day, */
  keysPerDay: number
  /** and so many of theirs may be out that nobody has used yet. */
  pendingInvitations: number
  /** Whether there may be keys without a limit at all, for those with the right to `config`. */
  allowUnlimited: boolean
  /** And without an end. */
  allowNever: boolean
  /** An API token works so long at most. */
  tokenMaxLifetimeMs: number
  /** The header, in lower case, in which a trusted proxy names who has signed in there. */
  ssoHeader: string | undefined
  /** Takes sessions and counters; without it they are tables. */
  redisUrl: string | undefined
  /** Who hears of what concerns the whole instance. */
  adminMail: readonly string[]
  /** Whom people ask who do not get on: an address, or a sentence. */
  supportContact: string | undefined
  /** Invitations that one address is sent within a day, by whomever. */
  mailsPerAddress: number
  /** Invitations that one administrator sends within an hour. */
  mailsPerAdmin: number
  /** Whether the server does the work in the background, too. */
  worker: boolean
  /** Who registered, was invited or was written to is forgotten so long after it was over. */
  retentionDetailsMs: number
  /** And from which address people came, so long after they did. */
  retentionNetworkMs: number
  logLevel: (typeof logLevels)[number]
}

/**
 * The configuration, whole and frozen.
 *
 * @throws {AppError} CONFIG_INVALID that lists every problem at once, naming settings but never their values.
 */
export function parseConfig(env: Env): Config {
  const { values, problems } = withSecretFiles(env)
  if (isPlainHttpInTheOpen(values['PUBLIC_URL'] ?? '') && values['ALLOW_HTTP'] !== 'true') {
    problems.push(
      'PUBLIC_URL is plain http: use https, or set ALLOW_HTTP=true if you accept readable passwords',
    )
  }
  if (values['SSO_HEADER'] !== undefined && values['TRUSTED_PROXIES'] === undefined) {
    problems.push(
      'SSO_HEADER needs TRUSTED_PROXIES: anybody could send the header if no proxy is there to be believed',
    )
  }
  problems.push(...findMailProblems(values), ...findFormProblems(values))
  const parsed = Settings.safeParse(values)
  if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => describe(issue, values)))
  if (!parsed.success || problems.length > 0) throw invalid(problems)
  return Object.freeze(configFrom(parsed.data))
}

function configFrom(settings: z.output<typeof Settings>): Config {
  return {
    database: settings.DATABASE_URL,
    migrationDatabase: settings.MIGRATION_DATABASE_URL,
    glpiDatabase: settings.GLPI_DATABASE,
    publicUrl: settings.PUBLIC_URL,
    previousPublicUrls: settings.PREVIOUS_PUBLIC_URLS,
    glpiUrl: settings.GLPI_URL,
    environment: settings.ENVIRONMENT,
    keyRingFile: settings.KEYRING_FILE === 'off' ? undefined : settings.KEYRING_FILE,
    sessionSecrets: settings.SESSION_SECRET,
    host: settings.HOST,
    port: settings.PORT,
    trustedProxies: settings.TRUSTED_PROXIES,
    timeZone: settings.TIME_ZONE,
    glpiTimeZone: settings.GLPI_TIME_ZONE,
    workDays: settings.WORK_DAYS,
    graceDays: settings.EXPIRY_GRACE,
    defaultLanguage: settings.DEFAULT_LANGUAGE,
    instanceName: settings.INSTANCE_NAME,
    ...brandConfigFrom(settings),
    passwordAlgorithm: settings.PASSWORD_ALGORITHM,
    registrationsAtOnce: settings.REGISTRATIONS_AT_ONCE,
    lookUpsPerMinute: settings.LOOKUPS_PER_MINUTE,
    apiCallsPerMinute: settings.API_CALLS_PER_MINUTE,
    wrongCodes: settings.WRONG_CODES,
    failedForms: settings.FAILED_FORMS,
    failedFormsPerKey: settings.FAILED_FORMS_PER_KEY,
    altcha: settings.ALTCHA,
    altchaCost: settings.ALTCHA_COST,
    formsWithoutAltcha: settings.FORMS_WITHOUT_ALTCHA,
    sessionIdleMs: settings.SESSION_IDLE,
    sessionLifetimeMs: settings.SESSION_LIFETIME,
    maxUses: settings.MAX_USES,
    maxLifetimeMs: settings.MAX_LIFETIME,
    keysPerDay: settings.KEYS_PER_DAY,
    pendingInvitations: settings.PENDING_INVITATIONS,
    allowUnlimited: settings.ALLOW_UNLIMITED,
    allowNever: settings.ALLOW_NEVER,
    tokenMaxLifetimeMs: settings.TOKEN_MAX_LIFETIME,
    ssoHeader: settings.SSO_HEADER,
    redisUrl: settings.REDIS_URL,
    ...mailConfigFrom(settings),
    ...formConfigFrom(settings),
    webhookAllowPrivate: settings.WEBHOOK_ALLOW_PRIVATE,
    adminMail: settings.ADMIN_MAIL,
    supportContact: settings.SUPPORT_CONTACT,
    mailsPerAddress: settings.MAILS_PER_ADDRESS,
    mailsPerAdmin: settings.MAILS_PER_ADMIN,
    worker: settings.WORKER,
    retentionDetailsMs: settings.RETENTION_DETAILS,
    retentionNetworkMs: settings.RETENTION_NETWORK,
    logLevel: settings.LOG_LEVEL,
  }
}

/** The environment with empty settings left out (as in `NAME=` of a .env file) and `*_FILE` read. */
function withSecretFiles(env: Env): { values: Record<string, string>; problems: string[] } {
  const values: Record<string, string> = {}
  const problems: string[] = []
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && value !== '') values[name] = value
  }
  for (const name of secretNames) {
    const file = values[`${name}_FILE`]
    if (file === undefined) continue
    try {
      values[name] = readFileSync(file, 'utf8').trim()
    } catch {
      problems.push(`${name}_FILE names a file that cannot be read: ${file}`)
    }
  }
  return { values, problems }
}

function describe(issue: z.core.$ZodIssue, values: Record<string, string>): string {
  const name = String(issue.path[0])
  return values[name] === undefined ? `${name} is missing` : `${name} ${issue.message}`
}

function invalid(problems: readonly string[]): AppError {
  return new AppError('CONFIG_INVALID', ['The configuration has problems:', ...problems].join('\n  - '))
}

function isPlainHttpInTheOpen(publicUrl: string): boolean {
  if (!URL.canParse(publicUrl)) return false
  const { protocol, hostname } = new URL(publicUrl)
  return protocol === 'http:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}
