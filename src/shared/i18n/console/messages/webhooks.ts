/** Addresses of other programs that are told what happens. */
export interface WebhooksMessages {
  title: string
  lead: string
  make: string
  newTitle: string
  empty: { heading: string; advice: string }
  columns: Record<'url' | 'types' | 'state', string>
  states: { active: string; failing: string; off: string; gone: string; since(at: string): string }
  everything: string
  types: Readonly<Record<string, string>>
  fields: Record<'url' | 'description' | 'types', string>
  hints: Record<'url' | 'description', string>
  save: string
  cancel: string
  errorSummary: string
  problems: Record<
    | 'url-invalid'
    | 'url-too-long'
    | 'url-credentials'
    | 'url-not-https'
    | 'url-private'
    | 'description-too-long'
    | 'types-missing'
    | 'too-many'
    | 'replaced-since',
    string
  >
  secret: Record<
    'title' | 'lead' | 'label' | 'copy' | 'copied' | 'copyFailed' | 'next' | 'shownBefore' | 'toWebhook',
    string
  >
  test: {
    title: string
    lead: string
    submit: string
    sending: string
    taken(status: number): string
    refused: string
  }
  change: { title: string }
  rotate: { title: string; lead: string; both(until: string): string; atOnce: string; submit: string }
  switch: { off: string; offLead: string; on: string; onLead: string; goneLead: string }
  deletion: { title: string; open: string; lead: string; submit: string }
  deliveries: {
    title: string
    none: string
    kept: string
    columns: Record<'when' | 'what' | 'state' | 'again', string>
    states: Record<'waiting' | 'delivered' | 'failed', string>
    answered(status: number): string
    attempts(n: number): string
    next(at: string): string
    failures: Record<
      | 'answered'
      | 'redirected'
      | 'gone'
      | 'timeout'
      | 'no-address'
      | 'address-refused'
      | 'no-connection'
      | 'tls'
      | 'no-http'
      | 'secret-unreadable'
      | 'switched-off'
      | 'not-composed',
      string
    >
    again: string
    againOf(what: string): string
    older: string
    newest: string
  }
  notices: Record<'changed' | 'off' | 'on' | 'deleted' | 'again', string>
  cannotAgain: string
  /** On the first page. */
  home: {
    heading(n: number, written: string): string
    hint: string
    failing(since: string): string
    gone: string
  }
}
