import { z } from 'zod'
import {
  type GlpiSide,
  type Identity,
  normaliseEmail,
  normaliseLogin,
  normaliseName,
  type Particulars,
  type PasswordRules,
  problemOfEmail,
  problemOfLogin,
  problemOfName,
  problemOfNumber,
  problemOfPhone,
  problemOfStrength,
  problemsOfPassword,
} from '../glpi'
import {
  type Binding,
  endingOf,
  type FormTerms,
  isAllowed,
  isAsked,
  modeOf,
  type Terms,
  valueOf,
} from '../keys'
import { type FieldProblems, type FormField, formFields, type Problem } from '../shared/errors'

/** A field that is missing, or sent twice, is an empty one: the person gets the form back with a word beside it. */
const Typed = z.string().catch('')

const Form = z.object({
  login: Typed,
  firstname: Typed,
  realname: Typed,
  email: Typed,
  phone: Typed,
  mobile: Typed,
  registrationNumber: Typed,
  /** Ids; or, of a list too long to be shown, what was typed to find them. */
  title: Typed,
  titleText: Typed,
  category: Typed,
  categoryText: Typed,
  location: Typed,
  locationText: Typed,
  language: Typed,
  password: Typed,
  /** Not empty: accepted, and which. */
  terms: Typed,
  termsVersion: Typed,
})
type WholeForm = z.output<typeof Form>
type UsualField = 'login' | 'firstname' | 'realname' | 'email' | 'password'

/** What was typed, as it was typed. */
export const RegistrationForm = Form
export type RegistrationForm = Pick<WholeForm, UsualField> & Partial<Omit<WholeForm, UsualField>>

/** Who registers: what they typed where the key asks for it, and elsewhere the key's value, whatever was sent. */
export function identityFrom(form: RegistrationForm, terms: FormTerms): Identity {
  const said = (field: 'login' | 'firstname' | 'realname' | 'email') =>
    isAsked(modeOf(terms, field)) ? form[field] : valueOf(terms, field)
  return {
    login: normaliseLogin(said('login')),
    firstname: normaliseName(said('firstname')),
    realname: normaliseName(said('realname')),
    email: normaliseEmail(said('email')),
  }
}

/** What can be said without asking whether somebody has the login or the address already: one problem a field. */
export function problemsOf(
  { side, rules, terms }: { side: GlpiSide; rules: PasswordRules; terms: Binding & FormTerms },
  { identity, particulars }: { identity: Identity; particulars: Particulars },
  password: string,
): FieldProblems {
  const { login, firstname, realname, email } = identity
  const { phone, mobile, registrationNumber, usertitlesId, usercategoriesId, locationsId } = particulars
  const chosen = (is: boolean): Problem | undefined => (is ? undefined : { code: 'required' })
  const found: Record<Exclude<FormField, 'password' | 'terms'>, Problem | undefined> = {
    firstname: problemOfName(side, firstname),
    realname: problemOfName(side, realname),
    email: problemOfEmail(side, email) ?? problemsOfBinding(terms, identity).email,
    phone: problemOfPhone(side, phone),
    mobile: problemOfPhone(side, mobile),
    registrationNumber: problemOfNumber(side, registrationNumber),
    title: chosen(usertitlesId !== 0),
    category: chosen(usercategoriesId !== 0),
    location: chosen(locationsId !== 0),
    language: chosen(particulars.language !== undefined),
    login: problemOfLogin(login),
  }
  const problems: FieldProblems = {}
  for (const field of formFields) {
    if (field === 'password' || field === 'terms') continue
    const problem = found[field]
    const mayBeEmpty = problem?.code === 'required' && modeOf(terms, field) !== 'required'
    if (problem !== undefined && !mayBeEmpty) problems[field] = problem
  }
  const own = [login, firstname, realname, email, phone, mobile, registrationNumber].filter(
    (text) => text !== '',
  )
  const ofPassword = problemsOfPassword(rules, password)[0] ?? problemOfStrength(password, own)
  return ofPassword === undefined ? problems : { ...problems, password: ofPassword }
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
