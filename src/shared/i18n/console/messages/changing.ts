/** Changing whom a key is for and what it carries, after it was made. */
export interface ChangingMessages {
  /** On the page of a key. */
  open: string
  title(key: string): string
  titleWithErrors(key: string): string
  lead: string
  /** For somebody who may take away, but not add. */
  narrowOnly: string
  /** Whom it was for is not known any more. */
  forgotten: string
  errorSummary: string
  submit: string
  /** It has changed while the form was open. */
  meanwhile: string
  notYours: string
  /** In the record: what of it has changed. */
  changed(parts: string): string
  parts: Readonly<Record<string, string>>
}
