/** The page on which what is kept about somebody is looked up, given out and erased. */
export interface PrivacyMessages {
  title: string
  lead: string
  email: string
  login: string
  whoHint: string
  lookUp: string
  sending: string
  nobodyNamed: string
  lapsed: string
  result: string
  knownBy: string
  nothing: string
  sections: {
    registrations: string
    keys: string
    mails: string
    proofs: string
    requests: string
    imports: string
    origins: string
    texts: string
  }
  registered: (at: string) => string
  waits: (at: string) => string
  from: (ip: string) => string
  noLabel: string
  theirs: string
  othersToo: string
  ofKey: string
  mailed: (at: string) => string
  more: (n: string) => string
  places: Record<
    | 'registration_keys.label'
    | 'registration_keys.revoked_reason'
    | 'key_messages.message'
    | 'registration_details.reason'
    | 'batches.label'
    | 'presets.name'
    | 'presets.terms'
    | 'outbox.facts'
    | 'outbox.failure'
    | 'outbox_details.name'
    | 'link_requests.note'
    | 'admin_sessions.data',
    string
  >
  exportTitle: string
  exportLead: string
  exportSubmit: string
  eraseTitle: string
  eraseLead: string
  revokes: (n: number, written: string) => string
  lookAt: string
  shared: (n: number) => string
  inGlpi: (usersId: number, login: string) => string
  retype: (asked: string) => string
  retyped: string
  eraseSubmit: string
  erased: (n: number, written: string) => string
}
