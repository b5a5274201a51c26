import { domainToASCII, domainToUnicode } from 'node:url'
import { isSameEmail, normaliseEmail } from '../glpi'

/** Whom a key is for: holders of one of the addresses, and whoever has one in one of the domains. */
export interface Binding {
  addresses: readonly string[]
  domains: readonly string[]
  /** False: whoever has the link. True with nothing left to compare with: nobody. */
  isBound: boolean
}

const below = '*.'

/**
 * A domain as it is kept, in lower case and ASCII (RFC 5890), from `Example.org`, `@example.org`, `bücher.example` or,
 * for those below it and not itself, `*.example.org`. What is none comes back tidied, for `isDomain` to refuse.
 */
export function normaliseDomain(typed: string): string {
  const tidy = typed.trim().normalize('NFC').replace(/^@/, '').replace(/\.$/, '')
  const prefix = tidy.startsWith(below) ? below : ''
  // It reads a host as in an address of a page, and forgets what comes after.
  const ascii = /[/?#\\]/.test(tidy) ? '' : domainToASCII(tidy.slice(prefix.length))
  return ascii === '' ? tidy : `${prefix}${ascii}`
}

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const pattern = new RegExp(`^(?=.{4,253}$)(?:\\*\\.)?(?:${label}\\.)+(?!\\d+$)${label}$`)

/** Whether e-mail addresses can end in it; `normaliseDomain` comes first. */
export const isDomain = (text: string): boolean => pattern.test(text)

/** Whether somebody with this address may register. */
export function isAllowed({ addresses, domains, isBound }: Binding, email: string): boolean {
  if (!isBound) return true
  return addresses.some((address) => isSameEmail(address, email)) || isInDomains(domains, email)
}

/** Whether every address in this domain is in that other one. */
export const isDomainWithin =
  (domain: string) =>
  (other: string): boolean =>
    domain === other || (other.startsWith(below) && domain.endsWith(other.slice(below.length - 1)))

/** `example.org` stands for itself alone, `*.example.org` for all below it. */
function isInDomains(domains: readonly string[], email: string): boolean {
  const normal = normaliseEmail(email)
  const domain = normal.slice(normal.lastIndexOf('@') + 1).toLowerCase()
  return domains.some((one) =>
    one.startsWith(below) ? domain.endsWith(one.slice(below.length - 1)) : domain === one,
  )
}

/** How such addresses end, for people to read: `@bücher.example`, or `.example.org` for all below it. */
export const endingOf = (domain: string): string =>
  domain.startsWith(below) ? `.${domainToUnicode(domain.slice(below.length))}` : `@${domainToUnicode(domain)}`
