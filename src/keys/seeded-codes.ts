import { hkdfSync } from 'node:crypto'
import type { Random } from '../shared/random'
import { type Code, generateCode, type Instance } from './code'

/** Enough for the 130 random bits of every code. */
export const seedBytes = 32

/**
 * The codes that this seed always gives, in order (HKDF, RFC 5869). A form carries a seed, so that the same form sent
 * twice meets its own codes in the table instead of making more keys. A seed is as secret as the codes.
 */
export function codesFromSeed(seed: Buffer, count: number, instance: Instance): Code[] {
  return Array.from({ length: count }, (_, index) => generateCode(randomOf(seed, index), instance))
}

const randomOf = (seed: Buffer, index: number): Random => ({
  bytes: (length) => Buffer.from(hkdfSync('sha256', seed, '', `glpi-invite code ${index}`, length)),
})
