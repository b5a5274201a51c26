import { type EntityScope, isInScope } from '../glpi'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import type { DetailedKey } from './key'
import { getKey } from './revoke-key'

/**
 * The key, for somebody who looks after all that it gives. To anybody else it is not there, so that nobody learns which
 * ids exist.
 *
 * @throws {AppError} NOT_FOUND
 */
export async function getKeyInScope(db: Db, keyUid: string, scope: EntityScope): Promise<DetailedKey> {
  const key = await getKey(db, keyUid)
  if (key.grant.authorisations.every(({ entitiesId }) => isInScope(scope, entitiesId))) return key
  throw new AppError('NOT_FOUND', `key ${keyUid} gives something outside the entities of who asks`)
}
