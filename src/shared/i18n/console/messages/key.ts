import type { FurtherProblem } from '../../form/messages'
import type { ProblemCode } from '../../../errors'

/** The page of one key, and of its link. */
export interface KeyMessages {
  /** Heads what is wrong with the key. */
  trouble: string
  /** For a key without a label. */
  untitled(hint: string): string
  /** What the state means for somebody who has the link. */
  stateMeanings: Record<KeyStateName, string>
  /** The last of them, for a key that is for certain addresses or domains. */
  usableByThose: string
  revokedBecause(reason: string): string
  summary: {
    title: string
    hint: string
    grants: string
    grant(profile: string, entity: string): string
    grantBelow(profile: string, entity: string): string
    /** In place of the name of something that is gone. */
    gone(id: number): string
    groups: string
    jobTitle: string
    category: string
    location: string
    onlyFor: string
    anybody: string
    /** `@example.org`, or `.example.org` for all below it. */
    domain(ending: string): string
    addressesErased: string
    proof: string
    proofNeeded: string
    inviter: string
    inviterHidden: string
    account: string
    accountFrom(day: string): string
    accountDays(n: number): string
    accountMonths(n: number): string
    accountUntil(end: string): string
    language: string
    fields: string
    field(name: string, value: string): string
    fieldLocked(name: string, value: string): string
    message: string
    issuer: string
    system: string
    /** The profile and entity that somebody acted under. */
    actingAs(profile: string, entity: string): string
    uses: string
    usesOf(used: string, limit: string): string
    usesUnlimited(used: string): string
    held(n: number): string
    begins: string
    ends: string
    never: string
    timeLeft(left: string): string
    /** Beside the end that is told. */
    grace(days: number, until: string): string
    made: string
    batch: string
    batchUntitled: string
  }
  funnel: {
    title: string
    hint: string
    steps: Record<'opened' | 'started' | 'sent' | 'refused' | 'made' | 'signedIn', string>
    why: string
    reasons: Record<Exclude<ProblemCode, FurtherProblem>, string>
    /** A form that the key itself refused. */
    because(heading: string): string
    other(code: string): string
  }
  registrations: {
    title: string
    none: string
    columns: Record<'when' | 'login' | 'email' | 'invited' | 'from' | 'account' | 'lastLogin', string>
    erased: string
    anybody: string
    account: Record<'active' | 'inactive' | 'deleted' | 'gone', string>
    notYet: string
    openInGlpi(login: string): string
    /** `when` is a day and a time. */
    terms(version: string, when: string): string
    older: string
    newest: string
  }
  history: { title: string; all: string }
  actions: {
    title: string
    showLink: string
    /** Why there is no button for it. */
    linkGone: string
    pause: string
    pauseHint: string
    resume: string
    change: string
    revoke: string
    revokeHint: string
    reason: string
    reasonHint: string
    revokeSubmit: string
    reinstate: string
    reinstateHint: string
  }
  /** A later end or more places, under the same link. */
  renew: { open: string; lead: string; limitHint(used: number): string; submit: string }
  /** A new link. */
  reissue: {
    open: string
    lead: string
    overlap: string
    send: string
    overlaps: Record<'none' | 'hour' | 'day' | 'week' | 'month', string>
    submit: string
    done: string
    oldDead: string
    oldUntil(until: string): string
  }
  /** Those the key has and had. */
  codes: {
    title: string
    hint: string
    columns: Record<'code' | 'made' | 'by' | 'works', string>
    newest: string
    until(at: string): string
    over(at: string): string
  }
  change: {
    label: string
    labelHint: string
    limit: string
    limitHint(used: number): string
    unlimited: string
    begin: string
    beginHint: string
    end: string
    endHint(zone: string, skipsDays: boolean): string
    /** The parts of a moment. */
    day: string
    time: string
    never: string
    addresses: string
    /** For somebody who may only lower and shorten. */
    narrowOnly: string
    submit: string
    errorSummary: string
    problems: Record<ChangeProblemName, string>
  }
  notices: Record<
    'changed' | 'unchanged' | 'paused' | 'resumed' | 'revoked' | 'renewed' | 'unrevoked',
    string
  >
  link: { title: string; lead: string; back: string }
}

export type KeyStateName =
  'revoked' | 'paused' | 'not-yet-valid' | 'expired' | 'used-up' | 'held-up' | 'usable'

export type ChangeProblemName =
  | 'label-too-long'
  | 'limit-unreadable'
  | 'limit-out-of-range'
  | 'end-unreadable'
  | 'end-in-past'
  | 'end-before-begin'
  | 'begin-unreadable'
  | 'begin-after-end'
  | 'nothing-more'
  | 'still-used-up'
  | 'nobody-could-use-it'
  | 'overlap-out-of-range'
  | 'replaced-since'
  | 'addresses-forgotten'
  | 'addresses-unreadable'
  | 'unbounded'
  | 'revoked'
  | 'beyond-uses'
  | 'beyond-life'
  | 'beyond-unlimited'
  | 'beyond-never'
  | 'not-yours-to-widen'
  | 'not-yours-to-unbound'
  | 'reason-too-long'
