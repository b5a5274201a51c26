import type { Permission } from '../../../permissions'
import type { Explanation } from '../../explanation'

/** What stands around every page of the console, and what it says when there is no page to show. */
export interface FrameMessages {
  brand: string
  skipToContent: string
  menu: string
  nav: Record<
    | 'home'
    | 'keys'
    | 'newKey'
    | 'batch'
    | 'presets'
    | 'requests'
    | 'audit'
    | 'tokens'
    | 'status'
    | 'webhooks'
    | 'privacy'
    | 'killSwitch',
    string
  >
  /** Beside the name of the person, and read out as one. */
  actingAs(profile: string, entity: string): string
  switchTitle: string
  switchLabel: string
  switchSubmit: string
  andBelow: string
  signOut: string
  /** Signs out wherever else the person is signed in, too. */
  signOutEverywhere: string
  toGlpi: string
  stopped(since: string): string
  stoppedLink: string
  reference: string
  /** In the list of what was done, after a form. */
  notices: Record<'signedOut' | 'signedOutEverywhere' | 'switched', string>
  errors: Record<'notFound' | 'formUnreadable' | 'internal' | 'unavailable' | 'input' | 'policy', Explanation>
  /** The page is there and is not for this person. */
  notAllowed: Explanation & { missing: Record<Permission, string> }
  time: {
    never: string
    over: string
    days(n: number): string
    hours(n: number): string
    minutes(n: number): string
  }
}
