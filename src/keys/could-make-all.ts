import { type EntityScope, type GlpiSide, isInScope } from '../glpi'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import { ensureCouldMake, type KeyKeeper } from './could-make'
import { readStandings } from './key-checks-store'
import { readTerms } from './key-terms-store'

interface OneOfThem {
  uid: string
  maxUses: number | undefined
  expiresAt: Date | undefined
}

/**
 * Makes sure that this person looks after all of these keys, and could make each of them now. Keys that were made
 * together may give different things: each kind is asked about once.
 *
 * @throws {AppError} NOT_FOUND, NOT_ALLOWED, KEY_ISSUER_REFUSED, KEY_GRANT_REFUSED
 */
export async function ensureCouldMakeAll(
  db: Db,
  side: GlpiSide,
  by: KeyKeeper,
  { keys, scope, now }: { keys: readonly OneOfThem[]; scope: EntityScope; now: Date },
): Promise<void> {
  const byUid = new Map(keys.map((key) => [key.uid, key] as const))
  const kinds = new Map<string, OneOfThem>()
  for (const { uid, grant, isForOnePerson } of await readStandings(db, Array.from(byUid.keys()))) {
    const key = byUid.get(uid)
    if (key === undefined) continue
    const bounds = [key.maxUses === undefined, key.expiresAt === undefined]
    kinds.set(JSON.stringify([grant, isForOnePerson, bounds]), key)
  }
  for (const key of kinds.values()) {
    const { grant, ...whom } = await readTerms(db, key.uid)
    if (!grant.authorisations.every(({ entitiesId }) => isInScope(scope, entitiesId)))
      throw new AppError('NOT_FOUND', `key ${key.uid} gives something outside the entities of who asks`)
    await ensureCouldMake(db, side, by, { ...whom, ...key, grant }, now)
  }
}
