import type { RefusalReasons } from '../../refusal-reasons/messages'

/** Requests for new links, from people whose link is refused. */
export interface RequestsMessages {
  title: string
  lead: string
  /** In the menu, and read out with it. `written` is the number as the reader writes it. */
  waiting(n: number, written: string): string
  reasons: RefusalReasons
  empty: { heading: string; advice: string }
  answeredTitle: string
  columns: Record<'address' | 'key' | 'asked' | 'state', string>
  /** Beside the address. */
  invited: string
  unproven: string
  states: Record<'asked' | 'waiting' | 'mailed' | 'granted' | 'declined', string>
  /** `who` answered; a name, or the system. */
  by(who: string): string
  system: string
  gone(id: number): string
  more: string
  one: {
    title(address: string): string
    facts: Record<'address' | 'note' | 'reason' | 'key' | 'asked' | 'answered' | 'given', string>
    noNote: string
    /** Whose address it is. */
    invited: string
    unproven: string
    /** The first button mails a new link of the same key. */
    reissueLead(until: string): string
    reissue: string
    invitationLead: string
    invitation: string
    declineLead: string
    decline: string
    otherTitle: string
    other: string
    sending: string
    mayNot: string
    back: string
  }
  notices: Record<'granted' | 'queued' | 'declined', string>
  problems: Record<'answered' | 'not-yours' | 'account-past' | 'cannot', string>
}
