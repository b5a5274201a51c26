import type { ApprovalMessages } from './approvals/messages'
import type { Explanation } from './explanation'
import type { EndMessages } from './ends/messages'
import type { FormMessages, FurtherField, FurtherProblem } from './form/messages'
import type { HoldMessages } from './holds/messages'
import type { PageMessages } from './page/messages'
import type { LimitMessages } from './limits/messages'
import type { FormField, ProblemCode, RefusalCode } from '../errors'

/**
 * Every word a new user reads. A dictionary that lacks one does not compile.
 *
 * The reader is on a phone, on their first day, and may never have heard of GLPI: plain words, no blame, and always
 * somebody to ask.
 */
export interface Messages
  extends ApprovalMessages, EndMessages, FormMessages, HoldMessages, LimitMessages, PageMessages {
  layout: {
    /** Beside the mark at the top of every page. */
    brand: string
    /** Before the request id. */
    reference: string
    /** Under every form. */
    help: string
  }
  register: {
    title: string
    /** The title when the form comes back: a screen reader says it first. */
    titleWithErrors: string
    lead(instanceName: string): string
    allRequired: string
    errorSummary: string
    /** One line of the error summary: the messages themselves do not name their field. */
    errorLine(label: string, message: string): string
    fields: Record<Exclude<FormField, FurtherField>, string>
    loginHint: string
    emailHint: string
    emailLocked: string
    /** The key is for certain domains. */
    emailEndings(endings: string): string
    /** A field that the key fills in and locks. */
    locked: string
    show: string
    hide: string
    /** What `show` and `hide` act on; follows them, for screen readers only. */
    showWhat: string
    passwordShown: string
    passwordHidden: string
    submit: string
    sending: string
  }
  done: {
    title: string
    lead: string
    login: string
    password: string
    passwordNote: string
    address: string
    signIn: string
  }
  code: {
    title: string
    lead: string
    label: string
    hint: string
    empty: string
    submit: string
    sending: string
    /** Above the box on a page of bad news. */
    enterHere: string
  }
  refusals: Record<RefusalCode, Explanation>
  /**
   * `limit` is in characters, or in bytes for `password-too-many-bytes`; `endings` are those of addresses that may be
   * used. Most messages need neither.
   */
  problems: Record<Exclude<ProblemCode, FurtherProblem>, (limit: number, endings: string) => string>
  passwordHints: {
    length(min: number): string
    maxBytes(max: number): string
    number: string
    lowercase: string
    uppercase: string
    symbol: string
    strength: string
  }
  errors: Record<'notFound' | 'internal' | 'formUnreadable' | 'confirmationUnknown', Explanation>
}
