import { z } from 'zod'
import type { UserIssuer } from '../glpi'
import { change, type Db, selectPrepared, uidFromBytes, uidToBytes } from '../shared/db'
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

const PresentedRow = z
  .object({
    uid: z.instanceof(Buffer),
    users_id: z.number(),
    profiles_id: z.number(),
    entities_id: z.number(),
    label: z.string(),
    scopes: z.string(),
    networks: z.string(),
    revoked_at: z.date().nullable(),
    valid_until: z.date(),
  })
  .transform((row): PresentedToken => ({
    uid: uidFromBytes(row.uid),
    usersId: row.users_id,
    profilesId: row.profiles_id,
    entitiesId: row.entities_id,
    label: row.label,
    scopes: scopesFrom(row.scopes),
    networks: wordsOf(row.networks),
    revokedAt: row.revoked_at ?? undefined,
    validUntil: row.valid_until,
  }))

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

const wordsOf = (text: string): string[] => text.split(' ').filter((word) => word !== '')

/** A newer release may have written one that means nothing here. */
function scopesFrom(text: string): Set<Scope> {
  const words = wordsOf(text)
  return new Set(scopes.filter((scope) => words.includes(scope)))
}
