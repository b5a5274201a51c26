import { hash } from 'node:crypto'
import { base32, bytesFor } from '../shared/base32'
import type { Random } from '../shared/random'

/** Names what it is to programs that look for secrets where none should be. */
const prefix = 'glpiinv_'
const randomLength = 52
const checkLength = 6
const form = new RegExp(`^${prefix}[0-9a-hjkmnp-tv-z]{${randomLength + checkLength}}$`)

/** 260 random bits and a check, so that whoever finds one, or mistypes one, can tell without asking us. */
export function generateToken(random: Random): string {
  const body = prefix + base32(random.bytes(bytesFor(randomLength)), randomLength).toLowerCase()
  return body + checkOf(body)
}

/** Whether it can be one at all; most likely it was cut short where it was copied. */
export const isWellFormedToken = (text: string): boolean =>
  form.test(text) && checkOf(text.slice(0, -checkLength)) === text.slice(-checkLength)

/**
 * What the database knows of it. One round of SHA-256 is enough: nobody tries 2^260, and a slow hash at every call
 * would be a way to keep the server busy (OWASP ASVS 5.0, 6.5.2: a standard hash from 112 bits of entropy).
 */
export const hashOfToken = (token: string): Buffer => hash('sha256', token, 'buffer')

/** Enough to recognise it in a list, not to use it. */
export const hintOfToken = (token: string): string => token.slice(-4)

/** The first 30 bits of SHA-256 over all that stands before. */
const checkOf = (body: string): string => base32(hash('sha256', body, 'buffer'), checkLength).toLowerCase()
