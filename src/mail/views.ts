import type { AskableRefusal } from '../shared/askable'
import type { KeyProblem } from '../shared/key-problems'
import type { MailKind } from './outbox-store'

/** What every mail is told, whatever it is about. */
export interface MailFrame {
  /** What people call the helpdesk. */
  instanceName: string
  /** Where they sign in. */
  helpdeskUrl: string
  /** Whom to ask: an address, or a sentence. */
  contact: string | undefined
  timeZone: string
  to: { address: string; name: string | undefined }
}

/** An invitation as the invited see it. Names come as they are: what could harm a line is taken out later. */
export interface Invited {
  link: string
  /** Undefined: the server itself. */
  inviter: string | undefined
  /** Undefined: now. */
  from: Date | undefined
  /** The end that was promised. Undefined: never. */
  until: Date | undefined
}

/** A key as its keeper sees it. */
export interface KeptKey {
  label: string
  hint: string
  /** Its page in the console. */
  url: string
}

export interface EndingKey extends KeptKey {
  until: Date
  /** Undefined: unlimited. */
  usesLeft: number | undefined
}

export interface TroubledKey extends KeptKey {
  problem: KeyProblem
}

/** Somebody who has an account now, with the key that gave it and how much it is used. */
export interface Joiner {
  name: string
  login: string
  at: Date
  key: KeptKey
  used: number
  /** Undefined: unlimited. */
  limit: number | undefined
}

export interface LapsedKey extends KeptKey {
  endedAt: Date
  /** The addresses it was for; empty: whoever had the link, or they were forgotten. */
  invited: readonly string[]
}

/** Somebody whose registration waits for a decision. */
export interface WaitingPerson {
  name: string
  login: string
  address: string
  isProven: boolean
  key: KeptKey
  until: Date
  /** Where it is decided. */
  url: string
}

/** Somebody whose link is refused, and who asks for a new one. */
export interface Asking {
  address: string
  /** The key is for this address; nobody has shown that it is theirs. */
  isInvited: boolean
  note: string
  refusal: AskableRefusal
  key: KeptKey
  /** Where it is answered. */
  url: string
}

/** What there is to say, by kind of mail. */
export interface MailViews {
  invitation: Invited & { message: string | undefined }
  reminder: Invited & { until: Date }
  /** `oldLinkUntil`: the link before this one works until then; undefined when it is dead. */
  reissued: Invited & { oldLinkUntil: Date | undefined }
  confirmation: { link: string; until: Date }
  /** `login`: theirs; undefined when it is not known. */
  'account-exists': { login: string | undefined }
  /** `accountFrom`, `accountUntil`: when the account begins and ends; undefined when it does not. */
  welcome: { login: string; madeAt: Date; accountFrom: Date | undefined; accountUntil: Date | undefined }
  joined: { joiners: readonly Joiner[]; total: number; url: string }
  lapsed: { keys: readonly LapsedKey[]; total: number; url: string }
  'key-in-trouble': { keys: readonly TroubledKey[]; total: number; url: string }
  'link-requested': { requests: readonly Asking[]; total: number; url: string }
  'keys-ending': { keys: readonly EndingKey[]; total: number; url: string }
  'approval-waiting': { login: string; until: Date }
  /** `why`: what whoever rejected it has written. */
  'not-approved': { outcome: 'rejected' | 'undecided' | 'revoked'; why: string | undefined }
  'approval-asked': { waiting: readonly WaitingPerson[]; total: number; url: string }
  'approval-reminder': MailViews['approval-asked']
  'issuer-gone': { issuer: string; keys: number; url: string }
  'webhook-gone': { host: string; url: string }
}

export type MailView<Kind extends MailKind> = MailFrame & MailViews[Kind]
