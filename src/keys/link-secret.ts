import { hash } from 'node:crypto'
import type { Random } from '../shared/random'
import { base32, bytesFor } from '../shared/base32'

const length = 26

/**
 * What a mailed link carries so that opening it shows who reads the mailbox: 130 random bits in lower case. Made when
 * the mail is sent, and kept as a hash alone.
 */
export const newLinkSecret = (random: Random): string =>
  base32(random.bytes(bytesFor(length)), length).toLowerCase()

/** What the database knows of it. Undefined when it is none: nobody has to be asked. */
export function hashOfLinkSecret(given: string): Buffer | undefined {
  const secret = given.toLowerCase()
  return /^[0-9a-hjkmnp-tv-z]{26}$/.test(secret) ? hash('sha256', secret, 'buffer') : undefined
}
