import { z } from 'zod'
import {
  type GlpiSide,
  type Identity,
  isSameEmail,
  isStrongPassword,
  normaliseEmail,
  normaliseLogin,
  normaliseName,
  type PasswordRules,
  problemOfEmail,
  problemOfLogin,
  problemOfName,
  problemOfPassword,
} from '../glpi'
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

export function identityFrom(form: RegistrationForm): Identity {
  return {
    login: normaliseLogin(form.login),
    firstname: normaliseName(form.firstname),
    realname: normaliseName(form.realname),
    email: normaliseEmail(form.email),
  }
}

/** What can be said without asking whether somebody has the login or the address already: one problem a field. */
export function problemsOf(
  { side, rules, addresses }: { side: GlpiSide; rules: PasswordRules; addresses: readonly string[] },
  identity: Identity,
  password: string,
): FieldProblems {
  const found: Record<FormField, Problem | undefined> = {
    login: problemOfLogin(identity.login),
    firstname: problemOfName(side, identity.firstname),
    realname: problemOfName(side, identity.realname),
    email: problemOfEmail(side, identity.email) ?? problemsOfBinding(addresses, identity).email,
    password: problemOfPassword(rules, password) ?? problemOfStrength(identity, password),
  }
  const problems: FieldProblems = {}
  for (const field of formFields) {
    const problem = found[field]
    if (problem !== undefined) problems[field] = problem
  }
  return problems
}

/** A key that is bound to addresses is for whoever has one of them. */
export function problemsOfBinding(addresses: readonly string[], { email }: Identity): FieldProblems {
  if (addresses.length === 0 || addresses.some((address) => isSameEmail(address, email))) return {}
  return { email: { code: 'email-not-invited' } }
}

function problemOfStrength(identity: Identity, password: string): Problem | undefined {
  return isStrongPassword(password, Object.values(identity)) ? undefined : { code: 'password-weak' }
}
