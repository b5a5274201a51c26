import { type End, endAfter, endAt, type EndRules } from '../shared/ends'
import { parseEnd, parseStart } from '../shared/time'
import type { AskedAccount, AskedKey, Note } from './asked-key'
import type { AccountEnd, AccountValidity } from './carried'
import type { PresetTerms } from './preset'

type Rules = EndRules & { now: Date }

const usualLife = '7d'

/** A bare date is the start of that day. */
export function understandBegin(
  asked: string | null | undefined,
  pointer: string,
  { timeZone }: EndRules,
  note: Note,
): Date | undefined {
  if (asked === undefined || asked === null) return undefined
  const begin = parseStart(asked, timeZone)
  if (begin === undefined) note(pointer, notADate(asked))
  return begin
}

/** When the key ends: as asked, else as the preset has it, else in a week. A life begins when the key does. */
export function understandEnd(
  { expiresAt, expiresIn }: Pick<AskedKey, 'expiresAt' | 'expiresIn'>,
  life: PresetTerms['life'] | undefined,
  notBefore: Date | undefined,
  rules: Rules,
  note: Note,
): { expiresAt: Date | undefined; graceDays?: number } {
  const begin = notBefore !== undefined && notBefore > rules.now ? notBefore : rules.now
  if (expiresAt !== undefined && expiresIn !== undefined)
    note('/expiresIn', 'say either when it ends (expiresAt) or how long it works (expiresIn)')
  if (expiresAt === null) return never
  if (expiresAt !== undefined) return endAt(expiresAt, rules) ?? missing('/expiresAt', notADate(expiresAt))
  if (expiresIn === undefined && life === 'never') return never
  const usual = life === undefined || life === 'never' ? usualLife : `${life.days}d`
  const asked = expiresIn ?? usual
  return endAfter(shortForm(asked), begin, rules) ?? missing('/expiresIn', notADuration(asked))

  function missing(pointer: string, reason: string): End {
    note(pointer, reason)
    return { expiresAt: begin, graceDays: 0 }
  }
}

const never = { expiresAt: undefined, graceDays: 0 }

/** `P7D`, `P2W`, `PT12H` and `PT30M` (ISO 8601) as we write them: `7d`, `2w`, `12h`, `30m`. */
export function shortForm(duration: string): string {
  const [, days, hours] = /^P(?:(\d+[DW])|T(\d+[HM]))$/.exec(duration.trim()) ?? []
  return (days ?? hours ?? duration).toLowerCase()
}

/** @param asked of its three ends at most one may be given */
export function understandAccount(asked: AskedAccount, rules: EndRules, note: Note): AccountValidity {
  const ends = [
    endIn('days', asked.days),
    endIn('months', asked.months),
    until(asked.until, rules, note),
  ].filter((end) => end !== undefined)
  if (ends.length > 1) note('/account', 'an account has one end: give days, months or until')
  return { from: understandBegin(asked.from, '/account/from', rules, note), end: ends[0] }
}

function endIn(kind: 'days' | 'months', count: number | null | undefined): AccountEnd | undefined {
  if (count === undefined || count === null) return undefined
  return kind === 'days' ? { kind, days: count } : { kind, months: count }
}

function until(asked: string | null | undefined, { timeZone }: EndRules, note: Note): AccountEnd | undefined {
  if (asked === undefined || asked === null) return undefined
  const at = parseEnd(asked, timeZone)
  if (at !== undefined) return { kind: 'date', at }
  note('/account/until', notADate(asked))
  return undefined
}

const notADate = (text: string) => `not a date: ${JSON.stringify(text)}. Try 2027-01-31 or 2027-01-31T18:00Z.`
const notADuration = (text: string) => `not a duration: ${JSON.stringify(text)}. Try P7D, P2W or PT12H.`
