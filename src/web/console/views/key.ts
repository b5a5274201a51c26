import type { KeyProblemMessages } from '../../../shared/i18n/key-problems'
import type { InvitationView } from '../making/invitation'
import type { EventRow } from './event-row'
import type { ConsolePageView } from './page'

export interface KeyView extends ConsolePageView {
  csrf: string
  /** Of this key, for links and form actions. */
  path: string
  state: { text: string; className: string; meaning: string; reason: string | undefined }
  /** Why people who come with it would be turned away, and what mends it. */
  trouble: KeyProblemMessages | undefined
  facts: Fact[]
  uses: { text: string; percent: number | undefined; held: string | undefined }
  funnel: { steps: Bar[]; refusals: Bar[] }
  registrations: { rows: RegistrationRow[]; older: string | undefined; newest: string | undefined }
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
  lastLogin: string
}

/** What is not there is not offered. */
export interface KeyActions {
  canShowLink: boolean
  /** Who could see the link cannot any more. */
  isLinkGone: boolean
  canPause: boolean
  canResume: boolean
  change: ChangeFormView | undefined
  revoke: { reason: string; error: string | undefined } | undefined
}

export interface ChangeFormView {
  isOpen: boolean
  values: { label: string; limit: string; isUnlimited: boolean; end: string; isNever: boolean }
  /** As the form was made: only what was changed in it is sent on. */
  was: { label: string; limit: string; end: string }
  /** Finished messages; `form` is about the whole. */
  errors: Partial<Record<'label' | 'limit' | 'end' | 'form', string>>
  limitHint: string
  endHint: string
  /** The person may only lower and shorten. */
  narrowOnly: boolean
  offersUnlimited: boolean
  offersNever: boolean
}

export interface KeyLinkView extends ConsolePageView {
  lead: string
  invitation: InvitationView
  cardTitle: string
  back: string
}
