import {
  type GlpiSide,
  languagesLike,
  normaliseEmail,
  normaliseLogin,
  normaliseName,
  normalisePhone,
  problemOfEmail,
  problemOfLogin,
  problemOfName,
  problemOfNumber,
  problemOfPhone,
  readGlpiLanguage,
} from '../glpi'
import { AppError, type Problem, type ProblemCode } from '../shared/errors'
import { readableText } from '../shared/readable-text'
import { accountDatesOf } from './account-dates'
import { isAllowed, isDomain, normaliseDomain } from './bindings'
import type { AccountValidity, Carried, KeyField, KeyFieldName } from './carried'
import { ensureModesPossible } from './form-modes'

/** Every registration with the key reads them all. */
export const domainsAtMost = 50
/** In characters. */
export const messageLength = 2_000
/** How long an account may live, at most. */
export const accountCeilings = { days: 3_650, months: 120 } as const

/**
 * What keys carry, in the form in which it is kept.
 *
 * @throws {AppError} INPUT_INVALID that names what is wrong
 */
export function soundCarried(side: GlpiSide, asked: Carried): Carried {
  const { end } = asked.accountValidity
  ensureModesPossible(asked.form)
  if (end?.kind === 'days') ensureCount(end.days, accountCeilings.days, 'days')
  if (end?.kind === 'months') ensureCount(end.months, accountCeilings.months, 'months')
  return {
    ...asked,
    domains: soundDomains(asked.domains),
    language: asked.language === undefined ? undefined : soundLanguage(asked.language),
    fields: soundFields(side, asked.fields),
    message: soundMessage(asked.message),
  }
}

function soundDomains(asked: readonly string[]): string[] {
  const domains = Array.from(new Set(asked.map(normaliseDomain)))
  const wrong = domains.filter((domain) => !isDomain(domain))
  if (wrong.length > 0) {
    throw invalid(
      '/domains',
      `not a domain: ${wrong.join(', ')}. Write example.org, or *.example.org for all that are below it`,
    )
  }
  if (domains.length > domainsAtMost)
    throw invalid('/domains', `a key is for at most ${domainsAtMost} domains`)
  return domains
}

function soundLanguage(asked: string): string {
  const language = readGlpiLanguage(asked)
  if (language !== undefined) return language
  const like = languagesLike(asked)
  const hint = like.length > 0 ? `it has ${like.join(', ')}` : 'try fr_FR or en_GB'
  throw invalid('/language', `not a language of GLPI: ${asked}; ${hint}`)
}

/** A person's own values are looked at with those that all have. */
export function soundFields(side: GlpiSide, asked: readonly KeyField[]): KeyField[] {
  const fields = asked
    .map(({ field, value, isLocked }) => ({ field, value: normalisers[field](value), isLocked }))
    .filter(({ value }) => value !== '')
  for (const [index, { field, value }] of fields.entries()) {
    if (fields.findIndex((one) => one.field === field) !== index)
      throw invalid('/fields', `there are two values for the field ${field}`)
    const problem = problemOfField(side, field, value)
    if (problem !== undefined)
      throw invalid('/fields', `${field} cannot be ${value}: ${reasons[problem.code] ?? problem.code}`)
  }
  return fields
}

export const normalisers: Record<KeyFieldName, (typed: string) => string> = {
  login: normaliseLogin,
  firstname: normaliseName,
  realname: normaliseName,
  email: normaliseEmail,
  phone: normalisePhone,
  mobile: normalisePhone,
  registrationNumber: normaliseName,
}

/** What the form would say of this value. */
export function problemOfField(side: GlpiSide, field: KeyFieldName, value: string): Problem | undefined {
  return checks[field](side, value)
}

const checks: Record<KeyFieldName, (side: GlpiSide, value: string) => Problem | undefined> = {
  login: (_, value) => problemOfLogin(value),
  firstname: problemOfName,
  realname: problemOfName,
  email: problemOfEmail,
  phone: problemOfPhone,
  mobile: problemOfPhone,
  registrationNumber: problemOfNumber,
}

const reasons: Partial<Record<ProblemCode, string>> = {
  'too-long': 'it is too long',
  'login-characters': "a login has letters, digits, spaces and . - _ @ ' only, or is an e-mail address",
  'name-characters': 'a name holds no address of a page and no invisible character',
  'email-invalid': 'it is no e-mail address',
  'phone-characters': 'it is no telephone number',
  'number-characters': 'it holds no address of a page and no invisible character',
}

function soundMessage(asked = ''): string | undefined {
  const message = readableText(asked)
  if (message === '') return undefined
  if (Array.from(message).length > messageLength)
    throw invalid('/message', `the message has more than ${messageLength} characters`)
  return message
}

/**
 * Makes sure that whoever uses the key, as soon as it begins and as long as it works, gets an account with dates that
 * GLPI can hold.
 *
 * @throws {AppError} ACCOUNT_END_PAST, ACCOUNT_END_TOO_LATE
 */
export function ensureDatesFit(
  validity: AccountValidity,
  { notBefore, expiresAt }: { notBefore: Date | undefined; expiresAt: Date | undefined },
  now: Date,
  timeZone: string,
): void {
  accountDatesOf(validity, notBefore !== undefined && notBefore > now ? notBefore : now, timeZone)
  const isCounted = validity.end !== undefined && validity.end.kind !== 'date'
  if (isCounted && expiresAt !== undefined) accountDatesOf(validity, expiresAt, timeZone)
}

/**
 * Makes sure that the values fit whom the key is for: an address that could not be sent, or a login for several people,
 * would be found out by the invited.
 *
 * @throws {AppError} INPUT_INVALID
 */
export function ensureFieldsFit(
  fields: readonly KeyField[],
  binding: { addresses: readonly string[]; domains: readonly string[] },
  maxUses: number | undefined,
): void {
  ensureFieldsFitFew({ fields, maxUses })
  const email = fields.find(({ field }) => field === 'email')
  const isBound = binding.addresses.length > 0 || binding.domains.length > 0
  if (email !== undefined && !isAllowed({ ...binding, isBound }, email.value))
    throw invalid('/fields', `the key is not for the address that would stand in its form: ${email.value}`)
}

/** @throws {AppError} INPUT_INVALID */
export function ensureFieldsFitFew({
  fields,
  maxUses,
}: {
  fields: readonly KeyField[]
  maxUses: number | undefined
}): void {
  const personal = fields.find(({ field, isLocked }) => isLocked && (field === 'login' || field === 'email'))
  if (personal !== undefined && maxUses !== 1)
    throw invalid('/fields', `a locked ${personal.field} fits one person: the key must be for one use`)
}

function ensureCount(count: number, ceiling: number, unit: 'days' | 'months'): void {
  if (Number.isInteger(count) && count >= 1 && count <= ceiling) return
  throw invalid(`/account/${unit}`, `an account lives from 1 to ${ceiling} ${unit} after joining`)
}

const invalid = (pointer: string, reason: string) => new AppError('INPUT_INVALID', reason, { pointer })
