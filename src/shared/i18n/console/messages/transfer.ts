type Obstacle = 'not-theirs-to-give' | 'grant-gone' | 'unbounded'

/** Handing keys over to another administrator. */
export interface TransferMessages {
  selected: string
  all: string
  /** On the page of a key. */
  one: string
  title: string
  lead: string
  nothingSelected: string
  login: string
  loginHint: string
  look: string
  goes(n: number, written: string, login: string): string
  stays(n: number, written: string, why: Obstacle): string
  theirsAlready: string
  confirm(n: number, written: string): string
  cancel: string
  sending: string
  problems: Record<'missing' | 'unknown' | 'several' | 'no-maker', string>
  done(n: number, written: string, login: string): string
  stayed(n: number, written: string): string
}
