import type { FormField } from '../shared/errors'
import type { Language, Messages } from '../shared/i18n'
import type { BrandView } from './brand'
import type { LanguageSwitch } from './language-switch'
import type { PasswordView } from './password-view'

/** What every page needs. Everything in a view object is finished: templates look nothing up and format nothing. */
export interface PageView {
  language: Language
  dir: 'ltr' | 'rtl'
  t: Messages
  /** `''` or `/invite`: what stands before every link, form action and asset. */
  base: string
  /** For the tab and the screen reader; a form that comes back uses its `titleWithErrors`. */
  title: string
  /** Changes when an asset does, so that assets can be cached for good. */
  assetVersion: string
  languageSwitch: LanguageSwitch
  brand: BrandView
}

export interface OptionView {
  value: string
  text: string
  isChosen: boolean
}

/** One field of the form, finished. */
export interface FieldView {
  name: Exclude<FormField, 'password' | 'terms'>
  label: string
  value: string
  control:
    | { kind: 'line'; type: 'text' | 'email' | 'tel'; capitals: 'words' | 'none' }
    | { kind: 'list'; none: string; options: readonly OptionView[] }
    /** What is typed is looked for by the server; `suggestions` save typing. */
    | { kind: 'search'; suggestions: readonly string[] }
  autocomplete: string
  /** Finished sentences; empty: nothing to say. */
  hint: string
  error: string | undefined
  isRequired: boolean
  /** Shown, and not edited. */
  isLocked: boolean
  /** To choose one of, for a login that is taken. */
  freeLogins: readonly string[]
}

/** The registration form. There is no value for the password, so a template cannot print one. */
export interface RegisterView extends PageView {
  handle: string
  csrf: string
  /** What is wrong with it, sealed; undefined: nothing. */
  told: string | undefined
  /** Why the form comes back, when that is not what was typed: a finished message. */
  notice: string | undefined
  /** The work that the browser is asked for, if any. */
  altcha: string | undefined
  /** First and last name: side by side where there is room. */
  names: readonly FieldView[]
  fields: readonly FieldView[]
  /** Of the password. */
  errors: { password?: string | undefined }
  /** What is wrong, in the order of the fields; `name` is undefined where the form does not show the field. */
  errorLines: readonly { name: string | undefined; text: string }[]
  /** Fill in every field, or all but some. */
  whatToFill: string
  /** The key's own language, for the answer to be in it too. */
  formLanguage: Language | undefined
  /** The person's own choice, for the answer to be in it where cookies are refused. */
  chosenLanguage: Language | undefined
  password: PasswordView
  /** How logins are made of names as one types; undefined: they are not. */
  loginPattern: string | undefined
  /** What has to be accepted; undefined: nothing. */
  termsOfUse: TermsView | undefined
  instanceName: string
  /** A finished sentence for whoever has made an account with this key in this browser. */
  own: string | undefined
  signInUrl: string
}

export interface TermsView {
  version: string
  url: string | undefined
  /** Paragraphs. */
  text: readonly string[]
  /** Ticked before the form came back, for this version. */
  isAccepted: boolean
  error: string | undefined
}

/** The account exists. `login` is undefined when the page is opened again after it was forgotten. */
export interface DoneView extends PageView {
  login: string | undefined
  glpiUrl: string
}

/** Look into your mailbox: the address has to be confirmed. */
export interface WaitingView extends PageView {
  receipt: string
  csrf: string
  address: string
  until: string
  /** The mail was asked for again, or goes to another address. */
  isSentAgain: boolean
  /** Undefined: the key is for this address alone. */
  typed: string | undefined
  /** Finished message about the address that was typed. */
  error: string | undefined
  /** Why the mail is not sent again now. */
  throttled: string | undefined
  /** What is wrong with it, sealed; undefined: nothing. */
  told: string | undefined
}

/** There is nothing to do: somebody has to approve the registration. */
export interface ApprovalView extends PageView {
  instanceName: string
  /** Where the decision is mailed to. */
  address: string
  until: string
  /** The form for whoever else registers on this device with the same key. */
  anotherHref: string | undefined
}

/** Behind the mailed link. */
export interface ConfirmView extends PageView {
  link: string
  csrf: string
  address: string
  /** False in the browser that sent the form: a press is enough. */
  needsPassword: boolean
  error: string | undefined
  /** What is wrong with it, sealed; undefined: nothing. */
  told: string | undefined
}

/** The box for a code; `error` is a finished message about `value`. */
export interface CodeView extends PageView {
  value: string
  error: string | undefined
  /** The words for the check while one types, as JSON. */
  codeCheck: string
  /** Somebody was on the way to the form, and the page does not know any more with which invitation. */
  isLost: boolean
  /** A finished sentence for whoever has made an account in this browser. */
  own: string | undefined
  signInUrl: string
}

/** Where a new link can be asked for. */
export interface AskView {
  handle: string
  csrf: string
  email: string
  note: string
  /** Finished messages. */
  errors: { email?: string; note?: string }
  throttled: string | undefined
  /** The same, sealed. */
  told: string | undefined
  /** It was sent, and could not be passed on as it was. */
  isBack: boolean
}

export interface ContactView {
  text: string
  href: string | undefined
}

/** Bad news in general: nothing here, our fault, too many requests. */
export interface ErrorView extends PageView {
  heading: string
  reason: string
  advice: string
  requestId: string
}

/** A key that cannot be used. `showCodeBox` where another code may help, `signInUrl` where they may have an account. */
export interface RefusalView extends ErrorView {
  /** A finished sentence that says more than the reason: until when it was good, or from when on. */
  fact: string | undefined
  /** A finished sentence about links that were passed on. */
  shared: string | undefined
  whom: { inviter: string | undefined; contact: ContactView | undefined } | undefined
  ask: AskView | undefined
  codeCheck: string
  showCodeBox: boolean
  signInUrl: string | undefined
}

/** Which template takes which view object. */
export interface Views {
  register: RegisterView
  done: DoneView
  waiting: WaitingView
  approval: ApprovalView
  confirm: ConfirmView
  code: CodeView
  refusal: RefusalView
  asked: PageView
  error: ErrorView
}
