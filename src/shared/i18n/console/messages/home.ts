/** The first page after signing in. `written` is the number as the reader writes it, such as `10,000+`. */
export interface HomeMessages {
  title: string
  needs: {
    title: string
    nothing: string
    /** How many keys end soon, of those that have places left. */
    ending(n: number, written: string): string
    usedUp(n: number, written: string): string
    usedUpHint: string
    placesLeft(n: number, written: string): string
    unlimited: string
    endsIn(left: string): string
    allUsed(n: number, written: string): string
    all: string
    /** Keys that would be refused. */
    inTrouble(n: number, written: string): string
    inTroubleHint: string
    checkNow: string
    checkNowHint: string
    /** After the button. */
    checked: string
    checkBusy: string
  }
  chart: {
    title: string
    /** For those who cannot see the picture. */
    description(accounts: string, keys: string): string
    accounts(n: number): string
    keys(n: number): string
    day(day: string, accounts: string, keys: string): string
    nothing: string
    asTable: string
    columns: Record<'day' | 'accounts' | 'keys', string>
  }
  newest: {
    title: string
    none: string
    columns: Record<'who' | 'key' | 'when', string>
  }
}
