/** What happened, in the record and in the history of a key. */
export interface AuditMessages {
  title: string
  lead: string
  kinds: Record<EventKindName, string>
  /** Of a newer release. */
  unknownKind(kind: string): string
  /** Who did it. */
  actors: {
    system: string
    /** With the account of the operating system that sat there. */
    systemOf(osUser: string): string
    /** Somebody’s program, with a token of theirs. */
    overApi(name: string): string
    invitee: string
    stranger: string
    gone(id: number): string
    goneShort: string
  }
  details: {
    label: string
    limit(before: string, after: string): string
    begin(before: string, after: string): string
    end(before: string, after: string): string
    atOnce: string
    code(before: string, after: string): string
    issuer(before: string, after: string): string
    overlapUntil(until: string): string
    unlimited: string
    never: string
    everywhere: string
    /** How somebody signed in; a name that is missing is shown as it is. */
    ways: Readonly<Record<string, string>>
    reasons: Readonly<Record<string, string>>
    switchedTo(profile: string, entity: string): string
    forAccount(name: string): string
    account(login: string): string
    size(n: number): string
  }
  columns: Record<'when' | 'what' | 'who' | 'key' | 'from', string>
  filter: {
    title: string
    kind: string
    anyKind: string
    actor: string
    actorHint: string
    key: string
    keyHint: string
    from: string
    to: string
    submit: string
    clear: string
  }
  noSuchPerson(login: string): string
  noSuchKey: string
  count(n: string, isMore: boolean): string
  none: string
  older: string
  newest: string
  csv: string
  csvColumns: Record<
    | 'at'
    | 'kind'
    | 'what'
    | 'actor'
    | 'actorId'
    | 'key'
    | 'label'
    | 'registration'
    | 'details'
    | 'ip'
    | 'userAgent',
    string
  >
}

export type EventKindName =
  | 'key.made'
  | 'batch.made'
  | 'key.changed'
  | 'key.paused'
  | 'key.resumed'
  | 'key.revoked'
  | 'key.renewed'
  | 'key.reissued'
  | 'key.unrevoked'
  | 'key.transferred'
  | 'key.expired'
  | 'key.used-up'
  | 'key.link-shown'
  | 'key.sent'
  | 'link.requested'
  | 'link.granted'
  | 'link.declined'
  | 'registration.completed'
  | 'redemption.stopped'
  | 'redemption.resumed'
  | 'admin.signed-in'
  | 'admin.sign-in-refused'
  | 'admin.signed-out'
  | 'admin.switched'
  | 'console-link.made'
  | 'token.made'
  | 'token.rotated'
  | 'token.revoked'
  | 'key-ring.rotated'
  | 'details.exported'
  | 'details.erased'
  | 'registration.held'
  | 'registration.awaiting-approval'
  | 'registration.approved'
  | 'registration.rejected'
  | 'registration.released'
  | 'registration.taken'
  | 'mail.failed'
  | 'abuse.limited'
  | 'webhook.made'
  | 'webhook.changed'
  | 'webhook.secret-rotated'
  | 'webhook.switched-on'
  | 'webhook.switched-off'
  | 'webhook.deleted'
  | 'preset.made'
  | 'preset.changed'
  | 'preset.deleted'
