import { z } from 'zod'
import type { Issuer, UserIssuer } from '../glpi'
import { change, type Db, select, uidFromBytes, uidToBytes } from '../shared/db'
import { isUnchecked } from './key-checks-store'

const marks = (values: readonly unknown[]): string => values.map(() => '?').join()

const UnboundedRow = z.object({ uid: z.instanceof(Buffer) })

/** Which of these keys have no limit or no end. */
export async function findUnbounded(db: Db, uids: readonly string[]): Promise<Set<string>> {
  if (uids.length === 0) return new Set()
  const rows = await select(
    db,
    UnboundedRow,
    `SELECT uid FROM registration_keys
     WHERE uid IN (${marks(uids)}) AND (max_uses IS NULL OR expires_at IS NULL)`,
    uids.map(uidToBytes),
  )
  return new Set(rows.map(({ uid }) => uidFromBytes(uid)))
}

const IssuerRow = z.object({ uid: z.instanceof(Buffer), issuer_users_id: z.number().nullable() })

/**
 * Gives those of the keys to somebody else that still have the issuer that was read, and are not revoked; call it in a
 * transaction. What was found of them under the issuer before holds no longer.
 *
 * @returns their uids
 */
export async function replaceIssuer(
  trx: Db,
  keys: readonly { uid: string; issuer: Issuer }[],
  heir: UserIssuer,
): Promise<string[]> {
  const was = new Map(
    keys.map(({ uid, issuer }) => [uid, issuer.kind === 'user' ? issuer.usersId : null] as const),
  )
  // Locked, so that of two who transfer the same key one comes too late, and each transfer is recorded once.
  const rows = await select(
    trx,
    IssuerRow,
    `SELECT uid, issuer_users_id FROM registration_keys
     WHERE uid IN (${marks(keys)}) AND revoked_at IS NULL ORDER BY uid FOR UPDATE`,
    keys.map(({ uid }) => uidToBytes(uid)),
  )
  const theirs = rows.filter(({ uid, issuer_users_id: now }) => was.get(uidFromBytes(uid)) === now)
  if (theirs.length === 0) return []
  await change(
    trx,
    `UPDATE registration_keys SET issuer_users_id = ?, issuer_profiles_id = ?, issuer_entities_id = ?, ${isUnchecked}
     WHERE uid IN (${marks(theirs)})`,
    [heir.usersId, heir.profilesId, heir.entitiesId, ...theirs.map(({ uid }) => uid)],
  )
  return theirs.map(({ uid }) => uidFromBytes(uid))
}
