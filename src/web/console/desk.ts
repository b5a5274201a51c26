import type { Actor } from '../../admins'
import type { EventActor } from '../../audit'
import type { GlpiSide, Issuer } from '../../glpi'
import type { Language } from '../../shared/i18n'
import type { ConsoleMessages } from '../../shared/i18n/console'
import type { ConsolePageView, ConsoleViews } from './views'
import type { Format } from './format'

/** What a page adds to what all pages of the console have. */
export type Own<Name extends keyof ConsoleViews> = Omit<
  ConsoleViews[Name],
  Exclude<keyof ConsolePageView, 'title'>
>

/** What a handler works with before anybody has signed in. */
export interface FrontDesk {
  language: Language
  t: ConsoleMessages
  /** Shows a page of the console; set another status on `res` before. `notice` is a finished sentence above it. */
  show: <Name extends keyof ConsoleViews>(name: Name, view: Own<Name>, notice?: string) => void
}

/** What a handler works with: who asks, in which language, and how to answer. */
export interface Desk extends FrontDesk {
  actor: Actor
  side: GlpiSide
  format: Format
  /** The actor, as keys remember who made them. */
  issuer: Extract<Issuer, { kind: 'user' }>
  /** The actor, as the record names who did it. */
  eventActor: EventActor
  /** `/console`, with what stands before it: for links to pages of the console. */
  root: string
  /** For the hidden field `csrf` of every form. */
  csrf: string
  /** Answers with a redirect to a page of the console, on which `notice` then stands once. */
  redirect: (path: string, notice?: string) => Promise<void>
}
