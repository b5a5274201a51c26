import type { Scope } from '../../../scopes'

type State = 'revoked' | 'expired' | 'owner-gone' | 'usable'

/** API tokens: their list, making, renewing and revoking them. */
export interface TokensMessages {
  title: string
  lead: string
  /** A link to the page for that. */
  tryApi: string
  newToken: string
  /** Those of everybody, for whoever may revoke them. */
  everybody: { title: string; lead: string; show: string; back: string }
  empty: { heading: string; advice: string }
  columns: {
    label: string
    scopes: string
    place: string
    owner: string
    state: string
    used: string
    what: string
  }
  states: Record<State, string>
  until(day: string, left: string): string
  ended(day: string): string
  neverUsed: string
  usedFrom(ip: string): string
  onlyFrom(networks: string): string
  /** The secret before the newest still works. */
  olderUntil(instant: string): string
  rotate: string
  rotateOf(label: string): string
  revoke: string
  revokeOf(label: string): string
  form: {
    title: string
    titleWithErrors: string
    errorSummary: string
    actsAs(place: string): string
    worth: string
    fields: { label: string; scopes: string; days: string; networks: string }
    hints: { label: string; scopes: string; days(most: number): string; networks: string }
    submit: string
    sending: string
  }
  scopes: Record<Scope, string>
  problems: {
    labelRequired: string
    labelTooLong(limit: number): string
    scopesRequired: string
    daysOutOfRange(limit: number): string
    networkInvalid(text: string): string
    networksTooMany(limit: number): string
  }
  made: {
    title: string
    rotatedTitle: string
    shownOnce: string
    token: string
    copy: string
    copied: string
    copyFailed: string
    how: string
    until(instant: string): string
    back: string
  }
  rotation: {
    title(label: string): string
    lead: string
    overlap: string
    overlaps: Record<'0' | '1' | '24' | '72' | '168', string>
    submit: string
    sending: string
  }
  revocation: {
    title(label: string): string
    lead: string
    ofSomebody(owner: string): string
    submit: string
  }
  cancel: string
  notices: { revoked(label: string): string; shownBefore: string }
}
