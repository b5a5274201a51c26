type StateName = 'revoked' | 'paused' | 'not-yet-valid' | 'expired' | 'used-up' | 'held-up' | 'usable'
type SortName = 'newest' | 'oldest' | 'ends-first' | 'ends-last' | 'label'
type FieldName =
  | 'search'
  | 'state'
  | 'issuer'
  | 'entity'
  | 'profile'
  | 'batch'
  | 'preset'
  | 'problem'
  | 'mail'
  | 'address'
  | 'made-from'
  | 'made-to'
  | 'ends-from'
  | 'ends-to'

/** The list of keys, and revoking many of them. */
export interface KeyListMessages {
  title: string
  newKey: string
  exportCsv: string
  states: Record<StateName, string>
  sorts: Record<SortName, string>
  sortBy: string
  /** Names of what the list can be filtered by, and of their chips. */
  fields: Record<FieldName, string>
  searchHint: string
  anyOf: Record<'state' | 'issuer' | 'entity' | 'profile' | 'preset' | 'problem' | 'mail', string>
  /** For the keys that have a problem, whichever. */
  anyProblem: string
  moreFilters: string
  apply: string
  /** For the group of filters that apply. */
  active: string
  remove(field: string, value: string): string
  removeAll: string
  /** Names of filters that the address has and that cannot be read. */
  unread(fields: string): string
  codeMisspelt: string
  codeUnknown: string
  count(n: number, written: string): string
  countMore(written: string): string
  caption: string
  columns: Record<'select' | 'key' | 'state' | 'uses' | 'grant' | 'issuer' | 'ends' | 'made', string>
  untitled(hint: string): string
  hint(hint: string): string
  uses(used: string, limit: string): string
  usesUnlimited(used: string): string
  held(n: number, written: string): string
  left(n: number, written: string): string
  andMore(n: number): string
  nothingGranted: string
  /** In place of the name of something that is gone. */
  gone(id: number): string
  /** In place of a name, for keys made on its command line. */
  system: string
  never: string
  batch: string
  because(reason: string): string
  pages: Record<'label' | 'first' | 'previous' | 'next' | 'last', string>
  empty: Record<'heading' | 'advice' | 'adviceNew', string>
  nothingFound: Record<'heading' | 'advice', string>
  select: { one(name: string): string; all: string; chosen: string }
  revoke: {
    selected: string
    all: string
    title: string
    nothingSelected: string
    dies(n: number, written: string): string
    alreadyRevoked(n: number, written: string): string
    nothingToDo: string
    meaning: string
    sample: string
    sampleMore(written: string): string
    reason: string
    reasonHint: string
    reasonTooLong(limit: number): string
    confirm(n: number, written: string): string
    cancel: string
    sending: string
    done(n: number, written: string): string
  }
  csv: {
    columns: Record<
      | 'uid'
      | 'label'
      | 'hint'
      | 'state'
      | 'limit'
      | 'used'
      | 'held'
      | 'left'
      | 'profiles'
      | 'entities'
      | 'issuer'
      | 'made'
      | 'begins'
      | 'ends'
      | 'revoked'
      | 'reason'
      | 'batch'
      | 'problem',
      string
    >
    unlimited: string
    fileName: string
  }
}
