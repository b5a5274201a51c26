import { type GlpiSide, type Grant, normaliseEmail, readGlpiLanguage } from '../../../glpi'
import {
  type AccountEnd,
  type AccountValidity,
  accountCeilings,
  type AskedCarried,
  domainsAtMost,
  ensureDatesFit,
  type FieldMode,
  fieldModes,
  type FormModes,
  type FormSettings,
  type FormTerms,
  isAllowed,
  isDomain,
  type KeyField,
  type KeyFieldName,
  keyFieldNames,
  messageLength,
  type ModedField,
  modedFields,
  normaliseDomain,
  possibleModes,
  problemOfField,
  valueOf,
} from '../../../keys'
import { AppError } from '../../../shared/errors'
import type { MakingProblem } from '../../../shared/i18n/console/messages/making'
import { dayForm, parseEnd, parseStart } from '../../../shared/time'
import { fills, type FormValues, hasLockBox } from './form-values'
import { type Problems, readCount } from './problems'

interface Rules {
  side: GlpiSide
  now: Date
  timeZone: string
  maxUses: number | undefined
  notBefore: Date | undefined
  expiresAt: Date | undefined
  grant: Grant
  settings: FormSettings
}

/** What the form asks for besides what is granted; what is wrong goes into `problems`. */
export function checkCarried(values: FormValues, rules: Rules, problems: Problems): AskedCarried {
  const domains = readDomains(values, problems)
  const fields = readFields(values, rules, problems)
  const email = fields.find(({ field }) => field === 'email')
  const addresses = splitUp(values.addresses).map(normaliseEmail)
  const binding = { addresses, domains, isBound: addresses.length > 0 || domains.length > 0 }
  if (email !== undefined && !isAllowed(binding, email.value))
    problems.fillEmail ??= { code: 'email-not-for-key' }
  if (Array.from(values.message).length > messageLength)
    problems.message = { code: 'too-long', limit: messageLength }
  const language = values.language === '' ? undefined : readGlpiLanguage(values.language)
  if (values.language !== '' && language === undefined) problems.language = { code: 'choice-gone' }

  return {
    domains,
    accountValidity: readValidity(values, rules, problems),
    language,
    fields,
    form: readForm(values, { ...rules, fields, language }, problems),
    needsProof: values.prove !== '',
    needsApproval: values.approve !== '',
    sharesInviter: values.share !== '',
    message: values.message === '' ? undefined : values.message,
  }
}

export const splitUp = (typed: string): string[] => typed.split(/[\s,;]+/).filter((one) => one !== '')

function readDomains(values: FormValues, problems: Problems): string[] {
  const domains = splitUp(values.domains).map(normaliseDomain)
  const wrong = domains.filter((domain) => !isDomain(domain))
  if (wrong.length > 0) problems.domains = { code: 'domains-invalid', entries: wrong.join(', ') }
  else if (domains.length > domainsAtMost)
    problems.domains = { code: 'domains-too-many', limit: domainsAtMost }
  return domains
}

function readValidity(values: FormValues, rules: Rules, problems: Problems): AccountValidity {
  const from = values.accountFrom === '' ? undefined : parseStart(values.accountFrom, rules.timeZone)
  if (values.accountFrom !== '' && from === undefined)
    problems.accountFrom = { code: 'account-from-unreadable' }
  const validity = { from, end: readAccountEnd(values, rules, problems) }
  if (problems.account === undefined) {
    const problem = problemOfDates(validity, rules)
    if (problem !== undefined) problems.account = { code: problem }
  }
  return validity
}

function readAccountEnd(
  { account, accountDays, accountMonths, accountUntil }: FormValues,
  { timeZone }: Rules,
  problems: Problems,
): AccountEnd | undefined {
  if (account === 'days' || account === 'months') {
    const limit = accountCeilings[account]
    const count = readCount(account === 'days' ? accountDays : accountMonths, limit)
    if (count === undefined) problems.account = { code: 'account-out-of-range', limit }
    return account === 'days' ? { kind: account, days: count ?? 1 } : { kind: account, months: count ?? 1 }
  }
  if (account === 'date') {
    const at = dayForm.test(accountUntil) ? parseEnd(accountUntil, timeZone) : undefined
    if (at === undefined) problems.account = { code: 'account-date-required' }
    return at === undefined ? undefined : { kind: 'date', at }
  }
  if (account !== '' && account !== 'for-good') problems.account = { code: 'account-missing' }
  return undefined
}

function problemOfDates(validity: AccountValidity, rules: Rules): MakingProblem | undefined {
  try {
    ensureDatesFit(validity, rules, rules.now, rules.timeZone)
    return undefined
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.code === 'ACCOUNT_END_TOO_LATE' ? 'account-too-late' : 'account-past'
  }
}

function readFields(values: FormValues, { side, maxUses }: Rules, problems: Problems): KeyField[] {
  const isLocked = (field: KeyFieldName) =>
    hasLockBox(field) ? values.locks.includes(field) : values.asks.includes(`${field}=locked`)
  const fields = keyFieldNames.flatMap((field): KeyField[] => {
    const value = values[fills[field]]
    return value === '' ? [] : [{ field, value, isLocked: isLocked(field) }]
  })
  for (const { field, value, isLocked } of fields) {
    const problem = problemOfField(side, field, value)
    if (problem !== undefined)
      problems[fills[field]] = { code: ofForm[problem.code] ?? 'name-characters', limit: problem.limit ?? 0 }
    else if (isLocked && (field === 'login' || field === 'email') && maxUses !== 1)
      problems[fills[field]] = { code: 'lock-one-person' }
  }
  return fields
}

/** What is wrong with it is told beside the lists, with the names of the fields. */
function readForm(
  { asks }: FormValues,
  { grant, settings, fields, language }: Rules & Pick<FormTerms, 'fields' | 'language'>,
  problems: Problems,
): FormModes {
  const form: Partial<Record<ModedField, FieldMode>> = {}
  for (const ask of asks.filter((one) => one !== '')) {
    const [name, typed] = ask.split('=')
    const field = modedFields.find((one) => one === name)
    const mode = fieldModes.find((one) => one === typed)
    if (field === undefined || mode === undefined || !possibleModes(field).includes(mode))
      problems.asks = { code: 'mode-impossible', fields: field === undefined ? [] : [field] }
    else form[field] = mode
  }
  const terms = { form, fields, grant, language }
  const empty = modedFields.filter((field) => form[field] === 'locked' && valueOf(terms, field) === '')
  const isMadeUp = form.login === 'optional' || form.login === 'hidden'
  if (form.terms === 'required' && settings.termsOfUse === undefined)
    problems.asks = { code: 'terms-missing' }
  else if (isMadeUp && settings.loginPattern === undefined && valueOf(terms, 'login') === '')
    problems.asks = { code: 'login-pattern-off' }
  else if (empty.length > 0) problems.asks = { code: 'locked-empty', fields: empty }
  return form
}

const ofForm: Readonly<Record<string, MakingProblem>> = {
  'too-long': 'too-long',
  'login-characters': 'login-characters',
  'name-characters': 'name-characters',
  'email-invalid': 'email-invalid',
  'phone-characters': 'phone-characters',
  'number-characters': 'number-characters',
}
