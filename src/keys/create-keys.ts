import { type AskedGrant, wholeGrant } from '../glpi'
import { AppError } from '../shared/errors'
import { type AskedCarried, type KeyField, wholeCarried } from './carried'
import { type CreateKeyDeps, type MadeKeys, type Maker, makeKeys } from './make-keys'

/** More at once would be no batch that anybody looks through. */
export const batchCeiling = 1_000

export interface NewKeys {
  /** What all have in common, and what the batch is called. */
  shared: {
    label: string
    maxUses: number | undefined
    notBefore: Date | undefined
    expiresAt: Date | undefined
    graceDays?: number | undefined
    grant: AskedGrant
  } & AskedCarried
  /** One key for each; who has an address is the only one to use theirs. */
  people: readonly {
    label: string
    address?: string | undefined
    /** Before those that all have. */
    fields?: readonly KeyField[] | undefined
  }[]
  /** Makes asking twice harmless: the second time gives the keys of the first. */
  seed?: Buffer | undefined
  /** Mail their link to those who have an address; left out: no. */
  send?: boolean | undefined
}

interface MadeBatch extends MadeKeys {
  batchUid: string
}

/**
 * Makes a key for each of these people, all under one batch: all of them or none.
 *
 * @throws {AppError} INPUT_INVALID, KEY_GRANT_REFUSED, KEY_ISSUER_REFUSED, NOT_ALLOWED, SENDING_LIMITED
 */
export async function createKeys(
  deps: CreateKeyDeps,
  by: Maker,
  { shared, people, seed, send = false }: NewKeys,
): Promise<MadeBatch> {
  if (people.length < 1 || people.length > batchCeiling) {
    throw new AppError('INPUT_INVALID', `the number of keys must be from 1 to ${batchCeiling}`)
  }
  const { label, ...terms } = shared
  const { batchUid, ...made } = await makeKeys(deps, by, {
    terms: { ...terms, ...wholeCarried(terms), grant: wholeGrant(terms.grant) },
    keys: people.map((person) => ({
      label: person.label,
      addresses: person.address === undefined ? [] : [person.address],
      fields: person.fields,
    })),
    batch: label,
    seed,
    send,
  })
  if (batchUid === undefined) throw new Error('keys that were made together are in no batch')
  return { ...made, batchUid }
}
