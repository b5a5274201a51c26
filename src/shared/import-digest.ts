import { hash } from 'node:crypto'

/**
 * What is kept of a row that was imported: digests, from which nothing can be read, under a salt of its list alone, so
 * that no table of known addresses fits. Whoever has the database and an address can still tell whether it is in there.
 */
export const importDigest = (salt: Buffer, kind: string, value: string): Buffer =>
  hash('sha256', `${salt.toString('base64')}\0${kind}\0${value}`, 'buffer')
