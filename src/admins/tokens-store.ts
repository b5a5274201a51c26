import { z } from 'zod'
import type { EntityScope, UserIssuer } from '../glpi'
import {
  type Bindings,
  change,
  type Db,
  select,
  selectPrepared,
  uidFromBytes,
  uidToBytes,
} from '../shared/db'
import { type Scope, scopes } from '../shared/scopes'

/** A token as it was made. */
export interface TokenTerms extends UserIssuer {
  uid: string
  label: string
  scopes: ReadonlySet<Scope>
  /** CIDR; none: from anywhere. */
  networks: readonly string[]
}

export interface TokenSecret {
  hash: Buffer
  hint: string
  validUntil: Date
}

export async function insertToken(trx: Db, terms: TokenTerms, madeAt: Date): Promise<void> {
  await change(
    trx,
    `INSERT INTO api_tokens (uid, users_id, profiles_id, entities_id, label, scopes, networks, made_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      uidToBytes(terms.uid),
      terms.usersId,
      terms.profilesId,
      terms.entitiesId,
      terms.label,
      scopes.filter((scope) => terms.scopes.has(scope)).join(' '),
      terms.networks.join(' '),
      madeAt,
    ],
  )
}

/** @param rotation 0 for the first one of a token */
export async function insertTokenSecret(
  trx: Db,
  tokenUid: string,
  rotation: number,
  { hash, hint, validUntil }: TokenSecret,
  madeAt: Date,
): Promise<void> {
  await change(
    trx,
    `INSERT INTO api_token_secrets (hash, token_uid, rotation, hint, made_at, valid_until)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [hash, uidToBytes(tokenUid), rotation, hint, madeAt, validUntil],
  )
}

/** What a secret opens. */
export interface PresentedToken extends TokenTerms {
  revokedAt: Date | undefined
  /** Of the secret that was presented. */
  validUntil: Date
}

const TermsRow = z.object({
  uid: z.instanceof(Buffer),
  users_id: z.number(),
  profiles_id: z.number(),
  entities_id: z.number(),
  label: z.string(),
  scopes: z.string(),
  networks: z.string(),
})

const termsFrom = (row: z.output<typeof TermsRow>): TokenTerms => ({
  uid: uidFromBytes(row.uid),
  usersId: row.users_id,
  profilesId: row.profiles_id,
  entitiesId: row.entities_id,
  label: row.label,
  scopes: scopesFrom(row.scopes),
  networks: wordsOf(row.networks),
})

const PresentedRow = TermsRow.extend({ revoked_at: z.date().nullable(), valid_until: z.date() }).transform(
  (row): PresentedToken => ({
    ...termsFrom(row),
    revokedAt: row.revoked_at ?? undefined,
    validUntil: row.valid_until,
  }),
)

export async function findTokenByHash(db: Db, hash: Buffer): Promise<PresentedToken | undefined> {
  const [row] = await selectPrepared(
    db,
    PresentedRow,
    `SELECT t.uid, t.users_id, t.profiles_id, t.entities_id, t.label, t.scopes, t.networks, t.revoked_at,
       s.valid_until
     FROM api_token_secrets s JOIN api_tokens t ON t.uid = s.token_uid WHERE s.hash = ?`,
    [hash],
  )
  return row
}

/** A token with what has become of it. */
export interface KeptToken extends TokenTerms {
  /** The last four characters of its newest secret. */
  hint: string
  madeAt: Date
  /** How many secrets it has had since the first. */
  rotations: number
  /** When its newest secret was made, */
  renewedAt: Date
  /** and ends, and the token with it. */
  validUntil: Date
  /** Until when an earlier secret works, or worked; undefined when there never was one. */
  olderValidUntil: Date | undefined
  revokedAt: Date | undefined
  lastUsedAt: Date | undefined
  /** While that is kept. */
  lastUsedFrom: string | undefined
}

const KeptRow = TermsRow.extend({
  hint: z.string(),
  made_at: z.date(),
  rotations: z.number(),
  renewed_at: z.date(),
  valid_until: z.date(),
  older_valid_until: z.date().nullable(),
  revoked_at: z.date().nullable(),
  used_at: z.date().nullable(),
  ip: z.string().nullable(),
}).transform((row): KeptToken => ({
  ...termsFrom(row),
  hint: row.hint,
  madeAt: row.made_at,
  rotations: row.rotations,
  renewedAt: row.renewed_at,
  validUntil: row.valid_until,
  olderValidUntil: row.older_valid_until ?? undefined,
  revokedAt: row.revoked_at ?? undefined,
  lastUsedAt: row.used_at ?? undefined,
  lastUsedFrom: row.ip ?? undefined,
}))

const keptColumns = `t.uid, t.users_id, t.profiles_id, t.entities_id, t.label, t.scopes, t.networks, t.made_at,
  t.rotations, t.revoked_at, s.hint, s.made_at AS renewed_at, s.valid_until, u.used_at, u.ip,
  (SELECT MAX(o.valid_until) FROM api_token_secrets o WHERE o.token_uid = t.uid AND o.rotation < t.rotations)
    AS older_valid_until`
const keptTables = `api_tokens t JOIN api_token_secrets s ON s.token_uid = t.uid AND s.rotation = t.rotations
  LEFT JOIN api_token_uses u ON u.token_uid = t.uid`

/** Nobody has so many; what ended long ago is deleted. */
const listedAtMost = 500

/** Of this person, or of everybody in these entities; the newest first. */
export function selectTokens(
  db: Db,
  whose: { usersId: number } | { scope: EntityScope },
): Promise<KeptToken[]> {
  const [condition, bindings] = conditionOf(whose)
  return select(
    db,
    KeptRow,
    `SELECT ${keptColumns} FROM ${keptTables} WHERE ${condition} ORDER BY t.uid DESC LIMIT ${listedAtMost}`,
    bindings,
  )
}

function conditionOf(whose: { usersId: number } | { scope: EntityScope }): [string, Bindings] {
  if ('usersId' in whose) return ['t.users_id = ?', [whose.usersId]]
  const { scope } = whose
  if (scope.kind === 'all') return ['TRUE', []]
  return scope.ids.length === 0
    ? ['FALSE', []]
    : [`t.entities_id IN (${scope.ids.map(() => '?').join()})`, scope.ids]
}

export async function findToken(db: Db, uid: string): Promise<KeptToken | undefined> {
  const [row] = await select(db, KeptRow, `SELECT ${keptColumns} FROM ${keptTables} WHERE t.uid = ?`, [
    uidToBytes(uid),
  ])
  return row
}

/** Whether this call revoked it. */
export async function markTokenRevoked(trx: Db, uid: string, now: Date): Promise<boolean> {
  const { affectedRows } = await change(
    trx,
    'UPDATE api_tokens SET revoked_at = ? WHERE uid = ? AND revoked_at IS NULL',
    [now, uidToBytes(uid)],
  )
  return affectedRows === 1
}

/** Whether nobody else has given it another secret, or revoked it, since it was read. */
export async function claimRotation(
  trx: Db,
  { uid, rotations }: Pick<KeptToken, 'uid' | 'rotations'>,
): Promise<boolean> {
  const { affectedRows } = await change(
    trx,
    'UPDATE api_tokens SET rotations = rotations + 1 WHERE uid = ? AND rotations = ? AND revoked_at IS NULL',
    [uidToBytes(uid), rotations],
  )
  return affectedRows === 1
}

/** What works longer ends then. */
export async function endSecretsBy(trx: Db, tokenUid: string, end: Date): Promise<void> {
  await change(trx, 'UPDATE api_token_secrets SET valid_until = ? WHERE token_uid = ? AND valid_until > ?', [
    end,
    uidToBytes(tokenUid),
    end,
  ])
}

const LabelRow = z.object({ uid: z.instanceof(Buffer), label: z.string() })

/** What they are called, as far as they are still there. */
export async function readTokenLabels(db: Db, uids: readonly string[]): Promise<Map<string, string>> {
  if (uids.length === 0) return new Map()
  const rows = await select(
    db,
    LabelRow,
    `SELECT uid, label FROM api_tokens WHERE uid IN (${uids.map(() => '?').join()})`,
    uids.map(uidToBytes),
  )
  return new Map(rows.map(({ uid, label }) => [uidFromBytes(uid), label]))
}

const wordsOf = (text: string): string[] => text.split(' ').filter((word) => word !== '')

/** A newer release may have written one that means nothing here. */
function scopesFrom(text: string): Set<Scope> {
  const words = wordsOf(text)
  return new Set(scopes.filter((scope) => words.includes(scope)))
}
