type Obstacle = 'not-theirs-to-give' | 'grant-gone' | 'unbounded'

/** Named terms for making keys alike: their pages, and where keys are made with them. */
export interface PresetsMessages {
  title: string
  lead: string
  newPreset: string
  newTitle: string
  newTitleWithErrors: string
  editTitle(name: string): string
  editTitleWithErrors(name: string): string
  keysStay: string
  errorSummary: string
  empty: { heading: string; advice: string }
  columns: { name: string; grant: string; uses: string; days: string; owner: string; what: string }
  unlimited: string
  days(n: number, written: string): string
  never: string
  /** This person may not give what it gives. */
  notYours: string
  /** It gives several things, which no form of the console shows. */
  several: string
  use: string
  useOf(name: string): string
  useForMany: string
  useForManyOf(name: string): string
  edit: string
  editOf(name: string): string
  delete: string
  deleteOf(name: string): string
  keys: string
  keysOf(name: string): string
  fields: { name: string; days: string }
  hints: { name: string; days: string; uses: string; send: string }
  more: string
  neverEnds: string
  daysAtMost(n: number): string
  problems: {
    nameRequired: string
    nameTooLong(limit: number): string
    daysOutOfRange(limit: number): string
  }
  save: string
  cancel: string
  sending: string
  /** Handing one over, or all of its owner. */
  transfer: {
    open: string
    openOf(name: string): string
    title(name: string): string
    lead: string
    loginHint: string
    /** A box: `n` presets of this owner. */
    all(n: number, written: string, owner: string): string
    submit: string
    done(n: number, written: string, login: string): string
    stays(name: string, why: Obstacle): string
  }
  deletion: { title(name: string): string; lead: string; submit: string }
  /** In the form that makes a key. */
  choose: { label: string; none: string; submit: string; used(name: string): string }
  /** On the page of a key that was made with one. */
  ofKey: string
  /** On the page of a key. */
  like: { submit: string; hint: string; untitled(hint: string): string }
  notices: {
    made(name: string): string
    changed(name: string): string
    deleted(name: string): string
    madeLike: string
  }
}
