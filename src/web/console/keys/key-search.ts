import type { Db } from '../../../shared/db'
import { listKeys, readSought } from '../../../keys'
import type { Desk } from '../desk'

/** What is searched instead of a code that was pasted, and what to say about it. */
interface Replacement {
  search: string | undefined
  notice: string | undefined
}

/**
 * A pasted code or link does not stay in the address, nor come back on the page: the key it opens is looked for by its
 * uid instead. Undefined for everything else that people search for.
 */
export async function withoutCode(
  db: Db,
  { actor, t: { keyList } }: Desk,
  typed: string,
  now: Date,
): Promise<Replacement | undefined> {
  const sought = readSought(typed)
  if (sought.kind === 'misspelt-code') return { search: undefined, notice: keyList.codeMisspelt }
  if (sought.kind !== 'code') return undefined
  const asked = {
    scope: actor.scope,
    filter: { search: typed },
    sort: 'newest',
    page: {},
    limit: 1,
    now,
  } as const
  const [key] = (await listKeys(db, asked)).keys
  return key === undefined
    ? { search: undefined, notice: keyList.codeUnknown }
    : { search: key.uid, notice: undefined }
}
