import { domainToASCII } from 'node:url'

/** The domain in lower-case ASCII (RFC 5890); the part before the @ is kept as typed, its owner decides about case. */
export function normaliseEmail(typed: string): string {
  const trimmed = typed.trim().normalize('NFC')
  const at = trimmed.lastIndexOf('@')
  if (at < 1) return trimmed
  const domain = domainToASCII(trimmed.slice(at + 1))
  return domain === '' ? trimmed : `${trimmed.slice(0, at)}@${domain}`
}

/** Enough of an address to tell it from others. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return `${Array.from(address.slice(0, at))[0] ?? ''}…${address.slice(at)}`
}

/** A text apart from the address in it, as in `Ada Lovelace <ada@example.org>`. What merely contains an @ was meant for one. */
export function readAddressCell(cell: string): { name: string; address: string | undefined } {
  const inBrackets = /^(.*)<\s*(?:mailto:)?([^<>]*@[^<>]*)>\s*$/su.exec(cell)
  if (inBrackets !== null) {
    const [, name = '', address = ''] = inBrackets
    return { name: unquoted(name), address: normaliseEmail(address) }
  }
  const words = cell.split(/\s+/).filter((word) => word !== '')
  const [typed, ...more] = words.filter((word) => word.includes('@'))
  if (typed === undefined || more.length > 0) {
    return { name: unquoted(cell), address: more.length > 0 ? cell.trim() : undefined }
  }
  const address = normaliseEmail(typed.replace(/^(mailto:|[(["'])+|[)\]"',;.]+$/gi, ''))
  return { name: unquoted(words.filter((word) => word !== typed).join(' ')), address }
}

const unquoted = (name: string): string =>
  name
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(["“«])\s*(.*?)\s*["”»]$/su, '$2')
