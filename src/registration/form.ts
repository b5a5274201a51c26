import { z } from 'zod'
import {
  type GlpiSide,
  type Identity,
  normaliseEmail,
  normaliseLogin,
  normaliseName,
  type PasswordRules,
  problemOfEmail,
  problemOfLogin,
  problemOfName,
  problemOfStrength,
  problemsOfPassword,
} from '../glpi'
import { type Binding, endingOf, isAllowed, type KeyField, type Terms } from '../keys'
import { type FieldProblems, type FormField, formFields, type Problem } from '../shared/errors'

/** A field that is missing, or sent twice, is an empty one: the person gets the form back with a word beside it. */
const Typed = z.string().catch('')

/** What was typed, as it was typed. */
export const RegistrationForm = z.object({
  login: Typed,
  firstname: Typed,
  realname: Typed,
  email: Typed,
  password: Typed,
})
export type RegistrationForm = z.output<typeof RegistrationForm>

/** Who registers: what they typed, and where the key locks a field the key's value, whatever was sent. */
export function identityFrom(form: RegistrationForm, fields: readonly KeyField[]): Identity {
  const locked = Object.fromEntries(
    fields.filter(({ isLocked }) => isLocked).map(({ field, value }) => [field, value]),
  )
  const own = { ...form, ...locked }
  return {
    login: normaliseLogin(own.login),
    firstname: normaliseName(own.firstname),
    realname: normaliseName(own.realname),
    email: normaliseEmail(own.email),
  }
}

/** What can be said without asking whether somebody has the login or the address already: one problem a field. */
export function problemsOf(
  { side, rules, terms }: { side: GlpiSide; rules: PasswordRules; terms: Binding },
  identity: Identity,
  password: string,
): FieldProblems {
  const found: Record<FormField, Problem | undefined> = {
    login: problemOfLogin(identity.login),
    firstname: problemOfName(side, identity.firstname),
    realname: problemOfName(side, identity.realname),
    email: problemOfEmail(side, identity.email) ?? problemsOfBinding(terms, identity).email,
    password: problemsOfPassword(rules, password)[0] ?? problemOfStrength(password, Object.values(identity)),
  }
  const problems: FieldProblems = {}
  for (const field of formFields) {
    const problem = found[field]
    if (problem !== undefined) problems[field] = problem
  }
  return problems
}

/** Domains may be told to whoever holds the link; the addresses of others never. */
export function problemsOfBinding(binding: Binding, { email }: Identity): FieldProblems {
  if (isAllowed(binding, email)) return {}
  const endings = binding.domains.map(endingOf)
  return {
    email: endings.length > 0 ? { code: 'email-not-in-domains', endings } : { code: 'email-not-invited' },
  }
}

/** Whoever has a login set for them is not told to choose another. */
export function withLockedLogin({ fields }: Pick<Terms, 'fields'>, problems: FieldProblems): FieldProblems {
  const isLocked = fields.some((one) => one.field === 'login' && one.isLocked)
  return isLocked && problems.login?.code === 'login-taken'
    ? { ...problems, login: { ...problems.login, code: 'locked-login-taken' } }
    : problems
}
