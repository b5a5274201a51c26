import type { KeyProblemMessages } from '../../../shared/i18n/key-problems'
import type { ChangeField, ChangeForm } from '../key/change-form'
import type { MakingFormParts } from './making'
import type { InvitationView } from '../making/invitation'
import type { EventRow } from './event-row'
import type { MailsView } from './mails'
import type { ConsolePageView } from './page'

export interface KeyView extends ConsolePageView {
  csrf: string
  uid: string
  /** Of this key, for links and form actions. */
  path: string
  state: { text: string; className: string; meaning: string; reason: string | undefined }
  /** Why people who come with it would be turned away, and what mends it. */
  trouble: KeyProblemMessages | undefined
  facts: Fact[]
  uses: { text: string; percent: number | undefined; held: string | undefined }
  funnel: { steps: Bar[]; refusals: Bar[] }
  /** Empty while it has had no other than its first. */
  codes: CodeRow[]
  registrations: { rows: RegistrationRow[]; older: string | undefined; newest: string | undefined }
  held: HeldRow[]
  mails: MailsView
  history: EventRow[]
  /** All events of the key. */
  historyHref: string
  actions: KeyActions
}

export interface Fact {
  term: string
  values: { text: string; href?: string; iso?: string }[]
}

export interface Bar {
  text: string
  n: string
  /** Of the longest bar. */
  percent: number
}

export interface RegistrationRow {
  when: string
  iso: string
  login: string
  /** The account in GLPI, while it is there. */
  account: { href: string; label: string } | undefined
  accountState: { text: string; tone: 'good' | 'warn' | 'bad' }
  email: string
  invited: string
  ip: string
  userAgent: string
  /** What they accepted, and when. */
  terms: string | undefined
  lastLogin: string
}

/** Somebody whose registration is not finished. */
export interface HeldRow {
  name: string
  login: string
  email: string
  state: string
  until: { text: string; iso: string }
  /** Where it is decided. */
  href: string | undefined
}

/** What is not there is not offered. */
export interface KeyActions {
  canShowLink: boolean
  /** Who could see the link cannot any more. */
  isLinkGone: boolean
  canPause: boolean
  canResume: boolean
  /** Takes a revocation back. */
  canReinstate: boolean
  canMakePreset: boolean
  renew: RenewFormView | undefined
  reissue: ReissueFormView | undefined
  change: ChangeFormView | undefined
  revoke: { reason: string; error: string | undefined } | undefined
}

/** What the forms that change and renew have in common. */
interface TermsFormView extends ChangeForm {
  isOpen: boolean
  /** Finished messages; `form` is about the whole. */
  errors: Partial<Record<ChangeField, string>>
  limitHint: string
  /** What the configuration allows; a key that is beyond it stays so. */
  limitMax: number
  limitMost: string
  endHint: string
  offersUnlimited: boolean
  offersNever: boolean
}

export interface ChangeFormView extends TermsFormView {
  beginHint: string
  /** The person may only lower and shorten. */
  narrowOnly: boolean
}

export interface RenewFormView extends TermsFormView {
  /** Whom it is for from now on, where that is not known any more. */
  addresses: { value: string; error: string | undefined } | undefined
  /** It was sent, and comes back. */
  isWrong: boolean
}

export interface ReissueFormView {
  isOpen: boolean
  errors: Partial<Record<ChangeField, string>>
  /** Makes sending it twice harmless. */
  token: string
  overlaps: { value: string; text: string; isChecked: boolean }[]
  /** Undefined when there is nobody to mail the new link to. */
  send: { isChecked: boolean; problem: string | undefined } | undefined
}

/** A code the key has or had. */
export interface CodeRow {
  hint: string
  made: { text: string; iso: string }
  by: string
  works: { text: string; tone: 'good' | 'warn' | 'bad' }
}

/** Whom the key is for and what it carries, to be changed. */
export interface KeyCarriedView extends ConsolePageView, MakingFormParts {
  /** Of this key, for links and form actions. */
  path: string
  /** Tells whether the key is still as the form shows it. */
  seen: string
  /** What is wrong with the whole. */
  formError: string | undefined
  isForNobody: boolean
  /** The person may take away, and not add. */
  narrowOnly: boolean
}

export interface KeyLinkView extends ConsolePageView {
  lead: string
  invitation: InvitationView
  cardTitle: string
  back: string
  /** What is mailed; undefined: nothing. */
  sentNote: string | undefined
}
