import type { SentenceParts } from '../../../shared/i18n/console/messages/making'

export interface Told {
  /** Undefined: unlimited. */
  uses: number | undefined
  /** Of each of many keys. */
  isEach: boolean
  entity: string
  isRecursive: boolean
  profile: string
  /** As the reader writes instants. */
  start: string | undefined
  /** The last day. */
  end: string | undefined
  addresses: readonly string[]
  domains: readonly string[]
  /** Undefined: it lives for good. */
  account: { kind: 'days' | 'months'; n: number } | { kind: 'until'; text: string } | undefined
}

/** What a key does, in words: the last look before it is handed out. */
export function sentenceFor(parts: SentenceParts, told: Told): string {
  const whole = told.isEach
    ? parts.each
    : told.uses === undefined
      ? parts.unlimited
      : told.uses === 1
        ? parts.one
        : parts.many
  const sentence = fill(whole, {
    n: String(told.uses ?? ''),
    entity: told.isRecursive ? fill(parts.andBelow, { entity: told.entity }) : told.entity,
    profile: told.profile,
    from: told.start === undefined ? '' : fill(parts.from, { start: told.start }),
    until: untilFor(parts, told.end),
  })
  return [sentence, ...whoCanUseIt(parts, told), ...howLongItLives(parts, told.account)].join(' ')
}

function untilFor(parts: SentenceParts, end: Told['end']): string {
  return end === undefined ? parts.never : fill(parts.untilDay, { day: end })
}

function whoCanUseIt(parts: SentenceParts, { addresses, domains }: Told): string[] {
  const [only] = addresses
  const gaps = { domains: domains.join(', ') }
  if (only === undefined) return domains.length === 0 ? [] : [fill(parts.onlyDomains, gaps)]
  if (domains.length > 0) {
    const who = addresses.length === 1 ? only : fill(parts.addresses, { n: String(addresses.length) })
    return [fill(parts.onlyBoth, { ...gaps, who })]
  }
  return addresses.length === 1
    ? [fill(parts.onlyAddress, { address: only })]
    : [fill(parts.onlyAddresses, { n: String(addresses.length) })]
}

function howLongItLives(parts: SentenceParts, account: Told['account']): string[] {
  if (account === undefined) return []
  if (account.kind === 'until') return [fill(parts.accountUntil, { day: account.text })]
  const [one, many] =
    account.kind === 'days'
      ? [parts.accountDay, parts.accountDays]
      : [parts.accountMonth, parts.accountMonths]
  return [fill(account.n === 1 ? one : many, { n: String(account.n) })]
}

/** In one pass, so that a name with a gap in it stays as it is. */
const fill = (template: string, gaps: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap)
