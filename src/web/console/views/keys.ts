import type { ConsolePageView } from './page'

/** A choice of a select box. */
export interface Choice {
  value: string
  text: string
  isChosen: boolean
}

/** A key as a row shows it, or as a card on a phone. */
export interface KeyRowView {
  uid: string
  href: string
  /** The label, or what stands for it. */
  name: string
  hint: string
  state: string
  stateClass: string
  /** What would have people turned away who come with it. */
  problem: string | undefined
  /** Why it was revoked, if somebody said. */
  reason: string | undefined
  uses: string
  /** Held and left, as far as they tell something. */
  usesMore: string | undefined
  /** Profile and entity of the first; then how many more. */
  grant: string
  place: string
  grantMore: string | undefined
  issuer: string
  ends: string
  endsIso: string | undefined
  timeLeft: string | undefined
  made: string
  madeIso: string
  batchHref: string | undefined
  selectLabel: string
  /** That an invitation did not arrive. */
  mailFailed: string | undefined
}

interface SortView {
  href: string
  /** For `aria-sort`. */
  direction: 'ascending' | 'descending' | 'none'
}

export interface KeysView extends ConsolePageView {
  csrf: string
  /** What the list is filtered and sorted by, as a query string: for what is done with all that match. */
  query: string
  values: Record<'search' | 'address' | 'made-from' | 'made-to' | 'ends-from' | 'ends-to' | 'batch', string>
  sort: string
  choices: Record<
    'state' | 'issuer' | 'entity' | 'profile' | 'preset' | 'problem' | 'mail' | 'sort',
    Choice[]
  >
  /** Whether one of the filters is in use that are folded away. */
  isMoreOpen: boolean
  chips: { field: string; value: string; href: string; label: string }[]
  /** A finished sentence. */
  unread: string | undefined
  count: string
  keys: KeyRowView[]
  sorts: Record<'key' | 'ends' | 'made', SortView>
  pages: Record<'first' | 'previous' | 'next' | 'last', string | undefined>
  newHref: string | undefined
  csvHref: string
  mayRevoke: boolean
}

export interface KeyRevocationView extends ConsolePageView {
  csrf: string
  /** Hidden fields that say again what was chosen. */
  hidden: { name: string; value: string }[]
  dies: string | undefined
  alreadyRevoked: string | undefined
  sample: { name: string; state: string; stateClass: string; grant: string; place: string }[]
  sampleMore: string | undefined
  reason: string
  reasonError: string | undefined
  confirm: string
  backHref: string
}

export interface KeyTransferView extends ConsolePageView {
  csrf: string
  /** Hidden fields that say again what was chosen. */
  hidden: { name: string; value: string }[]
  /** The login of the new owner, as it was typed. */
  to: string
  error: string | undefined
  /** What would happen; undefined until somebody is named. */
  outcome: { goes: string; stays: string[]; confirm: string | undefined } | undefined
  backHref: string
}
