import { z } from 'zod'
import type { EntityScope, Grant, Issuer } from '../glpi'
import {
  type Bindings,
  change,
  changePrepared,
  type Db,
  insertRows,
  quoteName,
  select,
  selectPrepared,
  uidFromBytes,
  uidToBytes,
} from '../shared/db'
import { type Code, hashOf, hintOf } from './code'
import { type DetailedKey, endGraceMs, type RegistrationKey, type StoredCode } from './key'
import type { Carried } from './carried'
import { carriedColumns, insertCarried, valuesCarried } from './carried-store'
import { issuerFrom, keyColumnsOf, keyFrom, KeyRow } from './key-row'
import { whereInScope } from './key-scope-store'
import { readTerms } from './key-terms-store'
import { wordsOf } from './words'

const Bytes = z.instanceof(Buffer)
const OptionalDate = z.date().nullable()

export interface NewKeyRow extends Carried {
  uid: string
  label: string
  maxUses: number | undefined
  notBefore: Date | undefined
  expiresAt: Date | undefined
  graceDays?: number | undefined
  issuer: Issuer
  grant: Grant
  addresses: readonly string[]
  code: Code
  sealed: Buffer | undefined
  batchUid: string | undefined
}

/** Writes keys with everything that hangs on them, in few statements; call it in a transaction. */
export async function insertKeys(trx: Db, keys: readonly NewKeyRow[], now: Date): Promise<void> {
  const rows = keys.map((key) => ({ ...key, bytes: uidToBytes(key.uid) }))
  await insertRows(
    trx,
    `registration_keys (uid, label, max_uses, not_before, expires_at, grace_days, issuer_users_id, issuer_profiles_id,
       issuer_entities_id, entities_id, is_in_one_entity, batch_uid, usertitles_id, usercategories_id, locations_id,
       created_at, ${carriedColumns.join(', ')})`,
    rows.map((key) => valuesOf(key, now)),
  )
  await insertRows(
    trx,
    'key_codes (hash, key_uid, sealed, hint, tag, made_by, created_at)',
    rows.map(({ bytes, code, sealed, issuer }) => [
      hashOf(code),
      bytes,
      sealed ?? null,
      hintOf(code),
      code.tag,
      issuer.kind === 'user' ? issuer.usersId : null,
      now,
    ]),
  )
  await insertRows(
    trx,
    'key_authorisations (key_uid, profiles_id, entities_id, is_recursive, is_in_one_entity)',
    rows.flatMap(({ bytes, grant }) =>
      grant.authorisations.map(({ profilesId, entitiesId, isRecursive }) => [
        bytes,
        profilesId,
        entitiesId,
        isRecursive,
        isInOneEntity(grant),
      ]),
    ),
  )
  await insertRows(
    trx,
    'key_groups (key_uid, groups_id)',
    rows.flatMap(({ bytes, grant }) => grant.groupIds.map((groupId) => [bytes, groupId])),
  )
  await insertCarried(trx, rows)
  // Two words that differ by an accent alone are one to the index.
  await insertRows(
    trx,
    'key_words (word, key_uid)',
    rows.flatMap(({ bytes, label }) => wordsOf(label).map((word) => [word, bytes])),
    'INSERT IGNORE INTO',
  )
}

/** Spares a list from looking at what the key grants: whoever sees that entity sees the key. */
const isInOneEntity = ({ authorisations }: Grant): boolean =>
  new Set(authorisations.map(({ entitiesId }) => entitiesId)).size === 1

function valuesOf(key: NewKeyRow & { bytes: Buffer }, now: Date): Bindings {
  const issuer = key.issuer.kind === 'user' ? key.issuer : undefined
  return [
    key.bytes,
    key.label,
    key.maxUses ?? null,
    key.notBefore ?? null,
    key.expiresAt ?? null,
    key.graceDays ?? 0,
    issuer?.usersId ?? null,
    issuer?.profilesId ?? null,
    issuer?.entitiesId ?? null,
    key.grant.authorisations[0]?.entitiesId ?? 0,
    isInOneEntity(key.grant),
    key.batchUid === undefined ? null : uidToBytes(key.batchUid),
    key.grant.usertitlesId,
    key.grant.usercategoriesId,
    key.grant.locationsId,
    now,
    ...valuesCarried(key),
  ]
}

/** Which of these codes exist, and whose they are. */
export async function findHoldersOf(
  db: Db,
  codes: readonly Code[],
): Promise<Map<Code, { keyUid: string; batchUid: string | undefined; issuer: Issuer }>> {
  if (codes.length === 0) return new Map()
  const rows = await select(
    db,
    HolderRow,
    `SELECT ${keyColumnsOf('k')}, k.batch_uid, c.hash
     FROM key_codes c JOIN registration_keys k ON k.uid = c.key_uid WHERE c.hash IN (${codes.map(() => '?').join()})`,
    codes.map(hashOf),
  )
  const byHash = new Map(rows.map((row) => [row.hash.toString('hex'), row]))
  return new Map(
    codes.flatMap((code) => {
      const row = byHash.get(hashOf(code).toString('hex'))
      if (row === undefined) return []
      const batchUid = row.batch_uid === null ? undefined : uidFromBytes(row.batch_uid)
      return [[code, { keyUid: uidFromBytes(row.uid), batchUid, issuer: issuerFrom(row) }] as const]
    }),
  )
}

const HolderRow = KeyRow.extend({ batch_uid: Bytes.nullable(), hash: Bytes })

/** What one look-up by code answers: the key, and whether the instance lets anybody register at all. */
export interface FoundKey {
  key: RegistrationKey
  /** When this code ends, for a code that was replaced; its key may live on. */
  codeValidUntil: Date | undefined
  redemptionStopped: boolean
  glpiInMaintenance: boolean
}

const FoundRow = KeyRow.extend({
  hash: Bytes,
  valid_until: OptionalDate,
  stopped: z.number(),
  maintenance: z.number(),
})

function foundFrom(row: z.output<typeof FoundRow>): FoundKey {
  return {
    key: keyFrom(row),
    codeValidUntil: row.valid_until ?? undefined,
    redemptionStopped: row.stopped === 1,
    glpiInMaintenance: row.maintenance === 1,
  }
}

const findByCodes = (glpiDatabase: string, count: number) => `
  SELECT ${keyColumnsOf('k')}, c.hash, c.valid_until,
    EXISTS (SELECT 1 FROM switches WHERE name = 'redemption-stopped') AS stopped,
    EXISTS (SELECT 1 FROM ${quoteName(glpiDatabase)}.glpi_configs
      WHERE context = 'core' AND name = 'maintenance_mode' AND value = '1') AS maintenance
  FROM key_codes c JOIN registration_keys k ON k.uid = c.key_uid
  WHERE c.hash IN (${new Array(count).fill('?').join()})`

/** One indexed SELECT for everything that the holders of these codes are told. A code nobody knows has no entry. */
export async function findKeysByCode(
  db: Db,
  glpiDatabase: string,
  codes: readonly Code[],
): Promise<Map<Code, FoundKey>> {
  const hashes = codes.map(hashOf)
  const asked = filledUp(hashes)
  const rows = await selectPrepared(db, FoundRow, findByCodes(glpiDatabase, asked.length), asked)
  const rowOf = new Map(rows.map((row) => [row.hash.toString('hex'), row]))

  const found = new Map<Code, FoundKey>()
  for (const [index, code] of codes.entries()) {
    const row = rowOf.get(hashes[index]?.toString('hex') ?? '')
    if (row !== undefined) found.set(code, foundFrom(row))
  }
  return found
}

/** As many as the next power of two, by repeating the first: a statement is prepared for each number there is. */
function filledUp(hashes: readonly Buffer[]): Buffer[] {
  const [first] = hashes
  if (first === undefined) return []
  const count = 2 ** Math.ceil(Math.log2(hashes.length))
  return [...hashes, ...new Array<Buffer>(count - hashes.length).fill(first)]
}

/**
 * Takes one use, or answers false: there was none to take. `completed` is for an account that is made in the same
 * transaction, `held` for one that waits for something.
 *
 * Every condition is repeated here, whatever a SELECT said before. Reading first and writing after lets two people
 * spend the same use even inside a transaction, since a plain SELECT takes no lock.
 *
 * @param openedAt when the person first opened the form: the key's end leaves them 30 minutes to send it
 */
export async function claimUse(
  trx: Db,
  { keyUid, code, now, openedAt }: { keyUid: string; code: Code; now: Date; openedAt: Date },
  as: 'completed' | 'held' = 'completed',
): Promise<boolean> {
  const uid = uidToBytes(keyUid)
  const grace = new Date(now.getTime() - endGraceMs)
  const { affectedRows } = await changePrepared(
    trx,
    `UPDATE registration_keys SET ${counters[as]} = ${counters[as]} + 1
     WHERE uid = ? AND revoked_at IS NULL AND paused_at IS NULL
       AND (not_before IS NULL OR not_before <= ?)
       AND (expires_at IS NULL OR expires_at > ? OR (expires_at > ? AND expires_at > ?))
       AND (max_uses IS NULL OR uses_completed + uses_held < max_uses)
       AND EXISTS (SELECT 1 FROM key_codes
         WHERE hash = ? AND key_uid = ? AND (valid_until IS NULL OR valid_until > ?))
       AND NOT EXISTS (SELECT 1 FROM switches WHERE name = 'redemption-stopped')`,
    [uid, now, now, grace, openedAt, hashOf(code), uid, now],
  )
  return affectedRows === 1
}

const counters = { completed: 'uses_completed', held: 'uses_held' } as const

const CodeRow = z.object({
  hint: z.string(),
  tag: z.string(),
  sealed: Bytes.nullable(),
  valid_until: OptionalDate,
  made_by: z.number().nullable(),
  created_at: z.date(),
})

const DetailedRow = KeyRow.extend({
  batch_uid: Bytes.nullable(),
  revoked_reason: z.string().nullable(),
  preset_uid: Bytes.nullable(),
  message: z.string().nullable(),
  shares_inviter: z.number(),
})

export async function findKey(db: Db, keyUid: string): Promise<DetailedKey | undefined> {
  const [row] = await select(
    db,
    DetailedRow,
    `SELECT ${keyColumnsOf('registration_keys')}, batch_uid, revoked_reason, preset_uid, shares_inviter,
       (SELECT message FROM key_messages m WHERE m.key_uid = registration_keys.uid) AS message
     FROM registration_keys WHERE uid = ?`,
    [uidToBytes(keyUid)],
  )
  if (row === undefined) return undefined
  return {
    ...keyFrom(row),
    ...(await readTerms(db, keyUid)),
    codes: await listCodes(db, keyUid),
    batchUid: row.batch_uid === null ? undefined : uidFromBytes(row.batch_uid),
    revokedReason: row.revoked_reason ?? undefined,
    presetUid: row.preset_uid === null ? undefined : uidFromBytes(row.preset_uid),
    message: row.message ?? undefined,
    sharesInviter: row.shares_inviter === 1,
  }
}

async function listCodes(db: Db, keyUid: string): Promise<StoredCode[]> {
  const rows = await select(
    db,
    CodeRow,
    `SELECT hint, tag, sealed, valid_until, made_by, created_at FROM key_codes WHERE key_uid = ? ORDER BY created_at DESC`,
    [uidToBytes(keyUid)],
  )
  return rows.map((row) => ({
    hint: row.hint,
    tag: row.tag,
    sealed: row.sealed ?? undefined,
    validUntil: row.valid_until ?? undefined,
    madeBy: row.made_by ?? undefined,
    createdAt: row.created_at,
  }))
}

export interface ListedKey extends RegistrationKey {
  hint: string
}

const ListedRow = KeyRow.extend({ hint: z.string().nullable() })

/** The newest keys first, after the one that `before` names (keyset paging: no page moves while keys are made). */
export async function listNewestKeys(
  db: Db,
  { limit, before }: { limit: number; before: string | undefined },
): Promise<ListedKey[]> {
  const rows = await select(
    db,
    ListedRow,
    `SELECT ${keyColumnsOf('k')},
       (SELECT hint FROM key_codes c WHERE c.key_uid = k.uid ORDER BY created_at DESC LIMIT 1) AS hint
     FROM registration_keys k ${before === undefined ? '' : 'WHERE k.uid < ?'} ORDER BY k.uid DESC LIMIT ?`,
    [...(before === undefined ? [] : [uidToBytes(before)]), limit],
  )
  return rows.map((row) => ({ ...keyFrom(row), hint: row.hint ?? '' }))
}

/** Those of these keys that somebody who looks after these entities sees, in order of uid. */
export async function listTheseKeys(
  db: Db,
  scope: EntityScope,
  uids: readonly string[],
): Promise<ListedKey[]> {
  if (uids.length === 0) return []
  const visible = whereInScope(scope, { entity: 'k.entities_id', keyUid: 'k.uid' })
  const rows = await select(
    db,
    ListedRow,
    `SELECT ${keyColumnsOf('k')},
       (SELECT hint FROM key_codes c WHERE c.key_uid = k.uid ORDER BY created_at DESC LIMIT 1) AS hint
     FROM registration_keys k WHERE k.uid IN (${uids.map(() => '?').join()}) AND ${visible.sql} ORDER BY k.uid`,
    [...uids.map(uidToBytes), ...visible.bindings],
  )
  return rows.map((row) => ({ ...keyFrom(row), hint: row.hint ?? '' }))
}

/** Whether this call revoked it; false when it was revoked before, or is not there. */
export async function markRevoked(db: Db, keyUid: string, now: Date): Promise<boolean> {
  const { affectedRows } = await change(
    db,
    'UPDATE registration_keys SET revoked_at = ? WHERE uid = ? AND revoked_at IS NULL',
    [now, uidToBytes(keyUid)],
  )
  return affectedRows === 1
}
