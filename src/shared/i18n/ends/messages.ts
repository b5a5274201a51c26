/** What is read where a link leads no further: whom to ask, a new link, the box for the code. */
export interface EndMessages {
  deadEnd: {
    /** `until` is a day and a time. */
    ended(until: string): string
    begins(from: string): string
    /** What a used-up link is, for whoever shared it or was given it by a friend. */
    shared: string
    /** Whom to turn to. */
    whom: { title: string; inviter: string; helpdesk: string }
    ask: {
      title: string
      lead: string
      address: string
      addressHint: string
      note: string
      noteHint: string
      noteTooLong(limit: number): string
      submit: string
      sending: string
      titleWithErrors(title: string): string
      throttled(minutes: number): string
    }
    /** Whoever comes back with the link that made their account. `when` is a day and a time. */
    own: {
      heading: string
      reason(when: string): string
      advice: string
      /** Where the link still works, for others. */
      again(when: string): string
    }
  }
  /** After asking: the same for everybody, whatever the address is. */
  asked: { title: string; lead: string; mailbox: string; others: string }
  /** Beside the box for the code. */
  codeBox: {
    /** Where the page no longer knows whose invitation it was. */
    lost: string
    /** Said while one types: also read out. */
    check: {
      complete: string
      completeLink: string
      test: string
      otherStart: string
      otherCharacter(character: string): string
      more(n: number): string
      tooMany(n: number): string
      mistyped: string
    }
  }
  /** A form that is being sent, or cannot be. */
  sending: { slow: string; offline: string }
}
