import { z } from 'zod'
import type { Issuer } from '../glpi'
import { type Bindings, change, type Db, select, uidFromBytes, uidToBytes } from '../shared/db'
import { isAsRead, valuesOf } from './change-key-store'
import { type Code, hashOf, hintOf } from './code'
import { isUnchecked } from './key-checks-store'
import type { Terms } from './key-terms'

const setIssuer = 'issuer_users_id = ?, issuer_profiles_id = ?, issuer_entities_id = ?'

function issuerValues(issuer: Issuer): Bindings {
  if (issuer.kind === 'system') return [null, null, null]
  return [issuer.usersId, issuer.profilesId, issuer.entitiesId]
}

/** Gives a key new terms and a new issuer, if it still is as it was read; false otherwise. */
export async function replaceTermsAndIssuer(
  trx: Db,
  keyUid: string,
  { before, after, issuer }: { before: Terms; after: Terms; issuer: Issuer },
): Promise<boolean> {
  const { affectedRows } = await change(
    trx,
    `UPDATE registration_keys
     SET label = ?, max_uses = ?, not_before = ?, expires_at = ?, grace_days = ?, ${setIssuer}, ${isUnchecked}
     WHERE uid = ? AND ${isAsRead}`,
    [...valuesOf(after), ...issuerValues(issuer), uidToBytes(keyUid), ...valuesOf(before)],
  )
  return affectedRows === 1
}

/** Whether this call took back the revocation of that moment; false when somebody else was faster. */
export async function markUnrevoked(trx: Db, keyUid: string, revokedAt: Date): Promise<boolean> {
  const { affectedRows } = await change(
    trx,
    'UPDATE registration_keys SET revoked_at = NULL, revoked_reason = NULL WHERE uid = ? AND revoked_at = ?',
    [uidToBytes(keyUid), revokedAt],
  )
  return affectedRows === 1
}

/** Lets every code of a key end by then; those that end sooner stay as they are. Whoever calls it holds the key's lock. */
export async function endCodes(trx: Db, keyUid: string, until: Date): Promise<void> {
  await change(
    trx,
    'UPDATE key_codes SET valid_until = ? WHERE key_uid = ? AND (valid_until IS NULL OR valid_until > ?)',
    [until, uidToBytes(keyUid), until],
  )
}

export async function insertCode(
  trx: Db,
  keyUid: string,
  { code, sealed, madeBy, at }: { code: Code; sealed: Buffer | undefined; madeBy: Issuer; at: Date },
): Promise<void> {
  await change(
    trx,
    'INSERT INTO key_codes (hash, key_uid, sealed, hint, tag, made_by, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [
      hashOf(code),
      uidToBytes(keyUid),
      sealed ?? null,
      hintOf(code),
      code.tag,
      madeBy.kind === 'user' ? madeBy.usersId : null,
      at,
    ],
  )
}

const HolderRow = z.object({ key_uid: z.instanceof(Buffer), valid_until: z.date().nullable() })

/** Whose code this is; undefined when it is nobody's. */
export async function findHolderOf(
  db: Db,
  code: Code,
): Promise<{ keyUid: string; isNewest: boolean } | undefined> {
  const [row] = await select(db, HolderRow, 'SELECT key_uid, valid_until FROM key_codes WHERE hash = ?', [
    hashOf(code),
  ])
  return row && { keyUid: uidFromBytes(row.key_uid), isNewest: row.valid_until === null }
}
