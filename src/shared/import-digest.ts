import { createHmac } from 'node:crypto'

/**
 * What is kept of a row that was imported: digests, from which nothing can be read, under a salt of its list alone, so
 * that no table of known addresses fits. Whoever has the database and an address can still tell whether it is in there.
 */
export const importDigest = (salt: Buffer, kind: string, value: string): Buffer =>
  createHmac('sha256', salt).update(`${kind}\0${value}`).digest()
