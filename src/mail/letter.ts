/** What a mail says, before it becomes text or HTML: both are made of the same blocks, so neither says less. */
export interface Letter {
  subject: string
  heading: string
  /** What lists of mails show after the subject. */
  preview: string
  blocks: Block[]
  /** Below a line, smaller: why it came, what to do if it was not expected, whom to ask. */
  foot: Block[]
}

/** Every text is finished and plain; addresses stand in `url` and `href` alone. */
export type Block =
  | { kind: 'paragraph'; text: string }
  /** The one thing to do, and its address in plain text for whom the button does not work. */
  | { kind: 'button'; label: string; url: string; hint: string }
  | { kind: 'facts'; rows: Row[] }
  /** Somebody else's words, line by line. */
  | { kind: 'quote'; by: string; lines: string[] }
  | { kind: 'list'; items: Item[] }

export interface Row {
  label: string
  value: string
  href?: string | undefined
}

export interface Item {
  title: string
  details: string[]
  url: string
}
