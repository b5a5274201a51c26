import type { KeyProblemMessages } from '../shared/i18n/key-problems'
import type { MailMessages } from '../shared/i18n/mail'
import type { KeyProblem } from '../shared/key-problems'
import type { Dates } from './dates'
import type { Block, Item, Letter, Row } from './letter'
import { plainLines, plainWords } from './plain-words'
import type { Invited, KeptKey, MailFrame, MailViews } from './views'

/** What every writer of letters has at hand. */
export interface Desk {
  t: MailMessages
  dates: Dates
  problems: Readonly<Record<KeyProblem, KeyProblemMessages>>
  instance: string
  address: string
  helpdeskUrl: string
}

/** What a writer adds to what all letters have. */
export interface Said extends Omit<Letter, 'foot'> {
  /** Why the mail came. */
  why: string
  /** What to do if it was not expected. */
  ignore?: string
}

export type Writers = { [Kind in keyof MailViews]: (view: MailViews[Kind] & MailFrame, desk: Desk) => Said }

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
export const facts = (rows: Row[]): Block => ({ kind: 'facts', rows })
export const button = (t: MailMessages, label: string, url: string): Block => ({
  kind: 'button',
  label,
  url,
  hint: t.plainLink,
})

export const nameOf = (inviter: string | undefined): string | undefined =>
  inviter === undefined || plainWords(inviter) === '' ? undefined : plainWords(inviter)

export const titleOf = (t: MailMessages, { label, hint }: KeptKey): string =>
  plainWords(label) || t.unnamedKey(hint)

export const validityOf = ({ from, until }: Invited, { t, dates }: Desk): string =>
  t.validity(
    from === undefined ? undefined : dates.instant(from),
    until === undefined ? undefined : dates.instant(until),
  )

/** The way in, and what the invited have to know of it. */
export const openingOf = (view: Invited, desk: Desk): Block[] => [
  button(desk.t, desk.t.invitation.button, view.link),
  paragraph(validityOf(view, desk)),
  paragraph(desk.t.yours),
]

export function quoteOf(message: string | undefined, by: string): Block[] {
  const lines = plainLines(message ?? '')
  return lines.every((line) => line === '') ? [] : [{ kind: 'quote', by, lines }]
}

const mostInvited = 5

/** A key may be for hundreds. */
export const someOf = (addresses: readonly string[]): string =>
  [
    ...addresses.slice(0, mostInvited).map((address) => plainWords(address, 255)),
    ...(addresses.length > mostInvited ? [`+${addresses.length - mostInvited}`] : []),
  ].join(', ')

export function listOf<Key extends KeptKey>(
  t: MailMessages,
  total: number,
  keys: readonly Key[],
  detailsOf: (key: Key) => string[],
): Block[] {
  const items = keys.map((key): Item => ({ title: titleOf(t, key), details: detailsOf(key), url: key.url }))
  return [{ kind: 'list', items }, ...(total > keys.length ? [paragraph(t.more(total - keys.length))] : [])]
}
