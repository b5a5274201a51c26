import { z } from 'zod'
import type { EntityScope } from '../glpi'
import { countByDay, type NoticedKey, noticedColumns, NoticedRow, whereInScope } from '../keys'
import { type Db, select, uidFromBytes } from '../shared/db'
import type { Day } from '../shared/time'

const ofRegistration = { entity: 'r.entities_id', keyUid: 'r.key_uid' }

/** How many accounts were made on each of these days, at most 10,000 a day. */
export async function countAccountsByDay(
  db: Db,
  scope: EntityScope,
  days: readonly Day[],
): Promise<number[]> {
  const inScope = whereInScope(scope, ofRegistration)
  return countByDay(db, days, (day) => ({
    sql: `SELECT 1 FROM registrations r WHERE r.completed_at >= ? AND r.completed_at < ? AND ${inScope.sql}`,
    bindings: [day.start, day.end, ...inScope.bindings],
  }))
}

/** Somebody who has just registered. */
export interface NewcomerRow {
  /** In `glpi_users`; undefined while there is no account. */
  usersId: number | undefined
  /** Empty once the details were erased. */
  login: string
  keyUid: string
  keyLabel: string
  keyHint: string
  completedAt: Date
}

const Newcomer = z
  .object({
    users_id: z.number().nullable(),
    login: z.string().nullable(),
    key_uid: z.instanceof(Buffer),
    label: z.string(),
    hint: z.string().nullable(),
    completed_at: z.date(),
  })
  .transform((row): NewcomerRow => ({
    usersId: row.users_id ?? undefined,
    login: row.login ?? '',
    keyUid: uidFromBytes(row.key_uid),
    keyLabel: row.label,
    keyHint: row.hint ?? '',
    completedAt: row.completed_at,
  }))

/** The newest registrations since then, the last one first. */
export async function listNewestRegistrations(
  db: Db,
  scope: EntityScope,
  { since, limit }: { since: Date; limit: number },
): Promise<NewcomerRow[]> {
  const inScope = whereInScope(scope, ofRegistration)
  return select(
    db,
    Newcomer,
    // The inner SELECT reads nothing but an index.
    `SELECT own.users_id, d.login, n.key_uid, k.label, n.completed_at,
       (SELECT hint FROM key_codes c WHERE c.key_uid = k.uid ORDER BY c.created_at DESC LIMIT 1) AS hint
     FROM (SELECT r.uid, r.key_uid, r.completed_at FROM registrations r
       WHERE r.completed_at >= ? AND ${inScope.sql}
       ORDER BY r.completed_at DESC, r.key_uid DESC LIMIT ?) n
     JOIN registrations own ON own.uid = n.uid
     JOIN registration_keys k ON k.uid = n.key_uid
     LEFT JOIN registration_details d ON d.registration_uid = n.uid
     ORDER BY n.completed_at DESC, n.key_uid DESC`,
    [since, ...inScope.bindings, limit],
  )
}

/** Among so many of the newest registrations are those that used a key up: looking at all of them takes its time. */
const registrationsLookedAt = 10_000

/**
 * The keys whose last place was taken since then and which would be usable with more: keys for several people first,
 * since one for one person has done all it was for.
 */
export async function listKeysUsedUp(
  db: Db,
  scope: EntityScope,
  { now, since, limit }: { now: Date; since: Date; limit: number },
): Promise<{ keys: NoticedKey[]; count: number }> {
  const inScope = whereInScope(scope, ofRegistration)
  const from = `FROM (SELECT r.key_uid, r.completed_at FROM registrations r
      WHERE r.completed_at >= ? AND ${inScope.sql}
      ORDER BY r.completed_at DESC, r.key_uid DESC LIMIT ${registrationsLookedAt}) n
    JOIN registration_keys k ON k.uid = n.key_uid
    WHERE k.is_used_up = 1 AND k.revoked_at IS NULL AND k.paused_at IS NULL
      AND (k.expires_at IS NULL OR k.expires_at > ?)`
  const bindings = [since, ...inScope.bindings, now]
  const keys = await select(
    db,
    NoticedRow,
    `SELECT ${noticedColumns}
     FROM (SELECT k.uid, k.max_uses > 1 AS is_for_several, MAX(n.completed_at) AS last_used ${from}
       GROUP BY k.uid, k.max_uses ORDER BY is_for_several DESC, last_used DESC LIMIT ?) found
     JOIN registration_keys k ON k.uid = found.uid
     ORDER BY found.is_for_several DESC, found.last_used DESC`,
    [...bindings, limit],
  )
  if (keys.length < limit) return { keys, count: keys.length }
  const [row] = await select(
    db,
    z.object({ n: z.coerce.number() }),
    `SELECT COUNT(DISTINCT k.uid) AS n ${from}`,
    bindings,
  )
  return { keys, count: row?.n ?? 0 }
}
