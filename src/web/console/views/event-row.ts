/** One event, told to a person. Everything is finished. */
export interface EventRow {
  when: string
  /** For `<time datetime>`. */
  iso: string
  what: string
  /** More about it, a phrase each. */
  details: string[]
  who: string
  key: { text: string; href: string } | undefined
  /** The account in GLPI that it was about. */
  account: { text: string; href: string } | undefined
  from: { ip: string; userAgent: string } | undefined
}
