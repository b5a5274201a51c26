import type { ApprovalMailMessages } from './approval-messages'
import type { RefusalReasons } from '../refusal-reasons/messages'

/**
 * Every word of a mail. The new user may never have heard of GLPI and has only this mail: who sent it, why, what to do,
 * until when, and that nothing happens without them. Names and dates come finished.
 */
export interface MailMessages extends ApprovalMailMessages {
  hello(name: string | undefined): string
  /** A fact in the text part. */
  fact(label: string, value: string): string
  /** Above the address of a button. */
  plainLink: string
  contact(contact: string): string
  /** Of an invitation; undefined: at once, and for ever. */
  validity(from: string | undefined, until: string | undefined): string
  /** The second secret in a mailed link stands for its reader. */
  yours: string
  unnamedKey(hint: string): string
  /** After a list that was cut. */
  more(n: number): string

  invitation: {
    subject(inviter: string | undefined, instance: string): string
    heading(instance: string): string
    lead(inviter: string | undefined, instance: string): string
    todo: string
    todoFrom(from: string): string
    writes(inviter: string | undefined): string
    button: string
    why(inviter: string | undefined, address: string, instance: string): string
    ignore: string
  }
  reminder: {
    subject(instance: string, day: string): string
    heading(day: string): string
    lead(inviter: string | undefined, instance: string): string
    why(inviter: string | undefined, address: string, instance: string): string
    ignore: string
  }
  reissued: {
    subject(instance: string): string
    heading: string
    lead(inviter: string | undefined, instance: string): string
    oldUntil(until: string): string
    oldDead: string
  }
  confirmation: {
    subject(instance: string): string
    heading: string
    lead(address: string, instance: string): string
    button: string
    until(until: string): string
    why(instance: string): string
    ignore: string
  }
  accountExists: {
    subject(instance: string): string
    heading: string
    lead(address: string, instance: string): string
    forgotten: string
    why(instance: string): string
    ignore: string
  }
  welcome: {
    subject(instance: string): string
    heading: string
    lead(instance: string): string
    login: string
    password: string
    passwordValue: string
    address: string
    from: string
    until: string
    button: string
    why(address: string, instance: string, made: string): string
    ignore: string
  }
  joined: {
    subject(name: string, instance: string): string
    subjectOfMany(n: number, instance: string): string
    lead(name: string): string
    leadOfMany: string
    login: string
    key: string
    at: string
    uses: string
    usesOf(used: number, limit: number | undefined): string
    button: string
    buttonOfMany: string
    why: string
  }
  lapsed: {
    subject(key: string): string
    subjectOfMany(n: number): string
    heading(n: number): string
    lead(n: number): string
    ended(at: string): string
    invited(addresses: string): string
    next(n: number): string
    button(n: number): string
    why: string
  }
  keyInTrouble: {
    subject(n: number, instance: string): string
    heading(n: number): string
    lead(n: number): string
    button(n: number): string
    why: string
  }
  /** Somebody whose link is refused asks for a new one. */
  linkRequested: {
    subject(address: string, instance: string): string
    subjectOfMany(n: number, instance: string): string
    heading: string
    lead: string
    leadOfMany: string
    address: string
    reason: string
    key: string
    reasons: RefusalReasons
    /** Before their own words. */
    writes: string
    invited: string
    unproven: string
    next: string
    button: string
    buttonOfMany: string
    why: string
  }
  keysEnding: {
    subject(n: number, instance: string): string
    heading(n: number): string
    lead(n: number): string
    ends(until: string): string
    left(n: number | undefined): string
    next: string
    button: string
    why: string
  }
  /** An address that other programs were told of events at, which says that it is gone. */
  webhookGone: {
    subject(host: string, instance: string): string
    heading(host: string): string
    lead(host: string): string
    next: string
    button: string
  }
  issuerGone: {
    subject(name: string, instance: string): string
    heading(name: string): string
    lead(name: string, keys: number): string
    next: string
    button: string
    why: string
  }
}
