/** What stands around every page, and what is said of a password while it is typed. */
export interface PageMessages {
  page: {
    /** Before the languages to choose from. */
    language: string
    /** A link to INSTANCE_NAME's own pages, at the foot. */
    helpdesk: string
    /** Before SUPPORT_CONTACT, which is an address, a number or a sentence. */
    questions: string
  }
  passwordStrength: {
    /** From the worst to the best; the last two are accepted. */
    scores: readonly [string, string, string, string, string]
    /** After a rule that is kept, for screen readers only. */
    kept: string
    /** Before the rules that are not, for screen readers only. */
    missing: string
  }
}
