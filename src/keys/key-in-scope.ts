import { type EntityScope, isInScope } from '../glpi'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import type { DetailedKey } from './key'
import { findKey } from './keys-store'

/**
 * The key, for somebody who looks after all that it gives. To anybody else it is not there, so that nobody learns which
 * ids exist.
 *
 * @param what is asked for, which may be something of the key
 * @throws {AppError} NOT_FOUND
 */
export async function getKeyInScope(
  db: Db,
  keyUid: string,
  scope: EntityScope,
  what = `key ${keyUid}`,
): Promise<DetailedKey> {
  const key = await findKey(db, keyUid)
  const isTheirs = key?.grant.authorisations.every(({ entitiesId }) => isInScope(scope, entitiesId))
  if (key !== undefined && isTheirs === true) return key
  const why =
    isTheirs === false ? 'it gives something outside the entities of who asks' : 'nobody has made it'
  throw new AppError('NOT_FOUND', `there is no ${what}`, { cause: new Error(why) })
}
