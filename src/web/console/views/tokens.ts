import type { ConsolePageView } from './page'

export interface TokensView extends ConsolePageView {
  lead: string
  newHref: string | undefined
  /** To the other list: of everybody, or one's own. */
  other: { href: string; text: string } | undefined
  /** Whether there is a column for whose they are. */
  hasOwners: boolean
  rows: TokenRowView[]
}

export interface TokenRowView {
  label: string
  /** `…4x7q` */
  hint: string
  scopes: string[]
  place: string
  onlyFrom: string | undefined
  owner: string
  state: { text: string; className: string }
  /** When it ends, or ended. */
  end: string
  older: string | undefined
  used: string
  usedFrom: string | undefined
  rotateHref: string | undefined
  revokeHref: string | undefined
}

export interface NewTokenView extends ConsolePageView {
  csrf: string
  /** Sealed: the form sent twice makes one token. */
  formToken: string
  action: string
  backHref: string
  actsAs: string
  label: string
  days: string
  daysMax: number
  daysHint: string
  networks: string
  scopes: { value: string; text: string; isTicked: boolean }[]
  errors: Record<string, string | undefined>
  errorLines: { field: string; text: string }[]
}

export interface TokenMadeView extends ConsolePageView {
  label: string
  /** The only time that anybody sees it. */
  token: string
  until: string
  older: string | undefined
  backHref: string
}

export interface TokenRotationView extends ConsolePageView {
  csrf: string
  action: string
  backHref: string
  /** How often it was rotated before: sent twice, the form does it once. */
  rotations: number
  overlaps: { value: string; text: string; isChosen: boolean }[]
}

export interface TokenRevocationView extends ConsolePageView {
  csrf: string
  action: string
  backHref: string
  /** Of somebody else's. */
  owner: string | undefined
}
