import type { ChosenField, ListedChoice } from '../glpi'
import { type ModedField, modedFields } from '../keys'
import { choicesLike, type OpenForm } from '../registration'
import type { FieldProblems } from '../shared/errors'
import { anyOf, type Language, type Messages } from '../shared/i18n'
import { languageOptions } from './language-options'
import type { FieldView, OptionView } from './views'

export type ShownField = Exclude<ModedField, 'terms'>

export interface FieldsOfForm {
  language: Language
  messages: Messages
  open: OpenForm
  /** As the form sends them; `titleText` and the like: what was typed to find one. */
  values: Readonly<Record<string, string | undefined>>
  problems: FieldProblems
  /** Finished. */
  errors: Readonly<Partial<Record<ModedField, string>>>
  /** That nobody has, for whoever chose another's. */
  freeLogins: readonly string[]
}

/** Those that stand before the password, in order; what is hidden is not among them. */
const order = modedFields.filter((field): field is ShownField => field !== 'terms')

export const fieldViews = (form: FieldsOfForm): FieldView[] =>
  order.filter((field) => form.open.modes[field] !== 'hidden').map((field) => fieldView(form, field))

function fieldView(form: FieldsOfForm, name: ShownField): FieldView {
  const { open, messages, values, errors } = form
  const isLocked = isReadOnly(open, name)
  const label = labelOf(messages, name)
  return {
    name,
    label: open.modes[name] === 'optional' ? `${label} ${messages.form.optional}` : label,
    value: values[name] ?? '',
    ...(isLocked ? lockedControl(form, name) : controlOf(form, name)),
    autocomplete: autocomplete[name],
    hint: hintFor(form, name),
    error: errors[name],
    isRequired: open.modes[name] === 'required',
    isLocked,
    freeLogins: name === 'login' ? form.freeLogins : [],
  }
}

export const labelOf = ({ register, form }: Messages, name: ModedField): string =>
  name in register.fields
    ? register.fields[name as keyof typeof register.fields]
    : form.fields[name as keyof typeof form.fields]

const isReadOnly = ({ modes, boundAddress }: OpenForm, name: ShownField): boolean =>
  modes[name] === 'locked' || (name === 'email' && boundAddress !== undefined)

const autocomplete: Record<ShownField, string> = {
  firstname: 'given-name',
  realname: 'family-name',
  email: 'email',
  phone: 'tel',
  mobile: 'tel',
  registrationNumber: 'off',
  title: 'organization-title',
  category: 'off',
  location: 'off',
  language: 'language',
  login: 'username',
}

type Control = Pick<FieldView, 'control'> & Partial<Pick<FieldView, 'value'>>

function controlOf(form: FieldsOfForm, name: ShownField): Control {
  if (name === 'title' || name === 'category' || name === 'location') return chooser(form, name)
  if (name === 'language') return { control: languageList(form) }
  const type = name === 'email' ? 'email' : name === 'phone' || name === 'mobile' ? 'tel' : 'text'
  const capitals = name === 'firstname' || name === 'realname' ? 'words' : 'none'
  return { control: { kind: 'line', type, capitals } }
}

function lockedControl(form: FieldsOfForm, name: ShownField): Control {
  const { open } = form
  if (name === 'title' || name === 'category' || name === 'location')
    return { control: shown, value: open.lockedChoices[name] ?? '' }
  if (name === 'language') {
    const value = open.values.language
    return { control: shown, value: languageOptions().find((one) => one.value === value)?.text ?? value }
  }
  return controlOf(form, name)
}

const shown = { kind: 'line', type: 'text', capitals: 'none' } as const

/** More than this is no list that a thumb gets through. */
const listedAtMost = 150
/** More than this makes a page that a slow line notices; the server finds them all the same. */
const suggestedAtMost = 1_000
const likeAtMost = 50

/** A list; or, where it would be too long, a line to type in, and then a list of what is like it. */
function chooser(form: FieldsOfForm, name: ChosenField): Control {
  const { values, problems, open } = form
  const choices = open.choices[name] ?? []
  const chosen = values[name] ?? ''
  if (choices.length <= listedAtMost) return { control: list(form, name, choices) }
  const typed = values[`${name}Text`] ?? ''
  const like = problems[name]?.code === 'choice-unknown' ? choicesLike(choices, typed) : []
  if (like.length > 0 && like.length <= likeAtMost) return { control: list(form, name, like) }
  const text = choices.find(({ id }) => String(id) === chosen)?.text ?? typed
  const suggestions = choices.length <= suggestedAtMost ? choices.map((choice) => choice.text) : []
  return { control: { kind: 'search', suggestions }, value: text }
}

function list(
  { messages: { form: t }, open, values }: FieldsOfForm,
  name: ChosenField,
  choices: readonly ListedChoice[],
): FieldView['control'] {
  const options: OptionView[] = choices.map(({ id, text }) => ({
    value: String(id),
    text,
    isChosen: String(id) === values[name],
  }))
  return { kind: 'list', none: open.modes[name] === 'required' ? t.choose : t.chooseNothing, options }
}

function languageList({ messages: { form: t }, open, values }: FieldsOfForm): FieldView['control'] {
  const options = languageOptions().map((one) => ({ ...one, isChosen: one.value === values['language'] }))
  return { kind: 'list', none: open.modes.language === 'required' ? t.choose : t.usualLanguage, options }
}

function hintFor({ language, messages, open }: FieldsOfForm, name: ShownField): string {
  const { register: t, form } = messages
  if (name === 'email' && open.boundAddress !== undefined) return t.emailLocked
  if (open.modes[name] === 'locked') return t.locked
  switch (name) {
    case 'login':
      return open.modes.login === 'optional' ? form.loginMadeUp : t.loginHint
    case 'email':
      return open.emailEndings.length > 0 ? t.emailEndings(anyOf(language, open.emailEndings)) : t.emailHint
    case 'phone':
    case 'mobile':
      return name === 'phone' || open.modes.phone === 'hidden' ? form.phoneHint : ''
    case 'registrationNumber':
      return form.numberHint
    case 'title':
    case 'category':
    case 'location':
      return (open.choices[name]?.length ?? 0) > listedAtMost ? form.search : ''
    default:
      return ''
  }
}
