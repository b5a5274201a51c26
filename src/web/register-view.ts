import { isAsked, type ModedField } from '../keys'
import type { OpenForm, RegistrationForm } from '../registration'
import { type FieldProblems, formFields } from '../shared/errors'
import type { Language, Messages } from '../shared/i18n'
import { messagesFor } from './form-messages'
import { glpiLanguageOf } from './language-options'
import type { Own } from './pages'
import { passwordViewOf } from './password-view'
import { fieldViews, labelOf } from './register-fields'
import type { TermsView } from './views'

export interface ShownRegister {
  language: Language
  messages: Messages
  open: OpenForm
  /** The address that opening the link has proven. */
  proven: { email?: string }
  /** Undefined when the form is opened. */
  typed: RegistrationForm | undefined
  problems: FieldProblems
  /** It comes back for another reason than what was typed. */
  hasNotice: boolean
  /** Logins that nobody has, the likeliest first. */
  freeLogins: readonly string[]
}

/** What the route knows. */
type NotOfForm =
  | 'handle'
  | 'csrf'
  | 'told'
  | 'notice'
  | 'altcha'
  | 'formLanguage'
  | 'chosenLanguage'
  | 'instanceName'
  | 'own'
  | 'signInUrl'

/** The form, finished: what the key says, what was typed over it, and what is wrong with that. */
export function registerView(shown: ShownRegister): Omit<Own<'register'>, NotOfForm> {
  const { language, messages, open, typed, problems, freeLogins } = shown
  const { register: t } = messages
  // Whoever left the login empty finds one in the field; whoever typed another's keeps it and is offered some.
  const isProposed = problems.login?.code === 'required' && freeLogins[0] !== undefined
  const told = messagesFor(language, messages, problems)
  const errors = isProposed ? { ...told, login: messages.form.loginProposed } : told
  const views = fieldViews({
    language,
    messages,
    open,
    values: { ...valuesOf(shown), ...(isProposed ? { login: freeLogins[0] } : {}) },
    problems,
    errors,
    freeLogins: isProposed ? [] : freeLogins,
  })
  const isName = ({ name }: { name: string }) => name === 'firstname' || name === 'realname'
  return {
    title: shown.hasNotice || Object.keys(problems).length > 0 ? t.titleWithErrors : t.title,
    names: views.filter(isName),
    fields: views.filter((one) => !isName(one)),
    errors: { password: errors.password },
    errorLines: formFields.flatMap((field) => {
      const message = errors[field]
      if (message === undefined) return []
      const label = field === 'password' ? t.fields.password : labelOf(messages, field)
      const isShown = field === 'password' || open.modes[field] !== 'hidden'
      return [{ name: isShown ? field : undefined, text: t.errorLine(label, message) }]
    }),
    whatToFill: Object.values(open.modes).includes('optional') ? messages.form.optionalNote : t.allRequired,
    password: passwordViewOf(messages, open.passwordRules),
    loginPattern: open.loginPattern,
    termsOfUse: termsView(open, typed, errors.terms),
  }
}

/** What was typed stands where the key asks; what it locks is its own, whatever was sent. */
function valuesOf({ language, open, proven, typed }: ShownRegister): Record<string, string | undefined> {
  const own = { ...open.values, ...(open.values.email === '' ? proven : {}) }
  const sent = Object.entries(typed ?? {}).filter(
    ([name]) => !(name in open.modes) || isAsked(open.modes[name as ModedField]),
  )
  const values = {
    ...own,
    ...(typed === undefined ? proposed(language, open) : {}),
    ...Object.fromEntries(sent),
  }
  return open.boundAddress === undefined ? values : { ...values, email: open.boundAddress }
}

/** Whoever reads the page in French most likely wants GLPI in French. */
const proposed = (language: Language, { values }: OpenForm) =>
  values.language === '' ? { language: glpiLanguageOf(language) } : {}

function termsView(
  { termsOfUse }: OpenForm,
  typed: RegistrationForm | undefined,
  error: string | undefined,
): TermsView | undefined {
  if (termsOfUse === undefined) return undefined
  const { version, url, text = '' } = termsOfUse
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) => paragraph.trim())
  const isAccepted = (typed?.terms ?? '') !== '' && typed?.termsVersion === version
  return { version, url, text: paragraphs.filter((paragraph) => paragraph !== ''), isAccepted, error }
}
