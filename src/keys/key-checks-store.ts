import { z } from 'zod'
import type { Grant, Issuer } from '../glpi'
import { change, type Db, retryTransient, select, uidFromBytes, uidToBytes } from '../shared/db'
import { keyStates, lastingStates } from './key'
import { issuerFrom, IssuerRow } from './key-row'
import { type KeyProblem, keyProblems } from '../shared/key-problems'

/** Who answers for a key, what it gives, and the address its link carries. */
export interface StandingOfKey {
  uid: string
  issuer: Issuer
  grant: Grant
  /** One use, one address, which has to be proven: what GLPI's back office takes. */
  isForOnePerson: boolean
  /** Bound, and to nobody any more. */
  isForNobody: boolean
  /** When all accounts end that are made with it; undefined: not at one instant. */
  accountUntil: Date | undefined
  /** Of its newest code. */
  tag: string
}

/** The states of a key that people may still come to use. */
const lasting = lastingStates.map((state) => keyStates.indexOf(state) + 1)

const Uid = z.object({ uid: z.instanceof(Buffer) })

/** Some keys that people may still use and that were last checked before this instant, or never. */
export async function nextToCheck(
  db: Db,
  { before, limit }: { before: Date; limit: number },
): Promise<string[]> {
  // Two ranges of the index each: never looked at, and looked at too long ago.
  const pieces = lasting.flatMap((state) =>
    ['k.checked_at IS NULL', 'k.checked_at < ?'].map((when) => ({
      sql: `(SELECT k.uid FROM registration_keys k FORCE INDEX (registration_keys_by_check)
             WHERE k.state = ${state} AND ${when} LIMIT ?)`,
      bindings: when.includes('?') ? [before, limit] : [limit],
    })),
  )
  const rows = await select(db, Uid, `${pieces.map(({ sql }) => sql).join(' UNION ALL ')} LIMIT ?`, [
    ...pieces.flatMap(({ bindings }) => bindings),
    limit,
  ])
  return rows.map(({ uid }) => uidFromBytes(uid))
}

const StandingRow = Uid.extend(IssuerRow.shape).extend({
  usertitles_id: z.number(),
  usercategories_id: z.number(),
  locations_id: z.number(),
  is_for_one_person: z.number().nullable(),
  is_for_nobody: z.number(),
  account_until: z.date().nullable(),
  tag: z.string().nullable(),
})
const AuthorisationRow = z.object({
  key_uid: z.instanceof(Buffer),
  profiles_id: z.number(),
  entities_id: z.number(),
  is_recursive: z.number(),
})
const GroupRow = z.object({ key_uid: z.instanceof(Buffer), groups_id: z.number() })

/** How these keys stand, in three round trips however many they are. */
export async function readStandings(db: Db, uids: readonly string[]): Promise<StandingOfKey[]> {
  if (uids.length === 0) return []
  const bytes = uids.map(uidToBytes)
  const marks = bytes.map(() => '?').join()
  const keys = await select(
    db,
    StandingRow,
    `SELECT k.uid, k.issuer_users_id, k.issuer_profiles_id, k.issuer_entities_id, k.usertitles_id,
       k.usercategories_id, k.locations_id,
       k.needs_proof = 1 AND k.max_uses = 1 AND (SELECT COUNT(*) FROM key_addresses a WHERE a.key_uid = k.uid) = 1
         AND NOT EXISTS (SELECT 1 FROM key_domains d WHERE d.key_uid = k.uid) AS is_for_one_person,
       k.is_bound = 1 AND NOT EXISTS (SELECT 1 FROM key_addresses a WHERE a.key_uid = k.uid)
         AND NOT EXISTS (SELECT 1 FROM key_domains d WHERE d.key_uid = k.uid) AS is_for_nobody,
       k.account_until,
       (SELECT c.tag FROM key_codes c WHERE c.key_uid = k.uid ORDER BY c.created_at DESC LIMIT 1) AS tag
     FROM registration_keys k WHERE k.uid IN (${marks})`,
    bytes,
  )
  const authorisations = await select(
    db,
    AuthorisationRow,
    `SELECT key_uid, profiles_id, entities_id, is_recursive FROM key_authorisations
     WHERE key_uid IN (${marks}) ORDER BY key_uid, profiles_id, entities_id`,
    bytes,
  )
  const groups = await select(
    db,
    GroupRow,
    `SELECT key_uid, groups_id FROM key_groups WHERE key_uid IN (${marks}) ORDER BY key_uid, groups_id`,
    bytes,
  )
  const authorisationsOf = byKey(authorisations)
  const groupsOf = byKey(groups)
  return keys.map((row) => ({
    uid: uidFromBytes(row.uid),
    issuer: issuerFrom(row),
    grant: {
      authorisations: authorisationsOf(row.uid).map((one) => ({
        profilesId: one.profiles_id,
        entitiesId: one.entities_id,
        isRecursive: one.is_recursive === 1,
      })),
      groupIds: groupsOf(row.uid).map(({ groups_id }) => groups_id),
      usertitlesId: row.usertitles_id,
      usercategoriesId: row.usercategories_id,
      locationsId: row.locations_id,
    },
    isForOnePerson: row.is_for_one_person === 1,
    isForNobody: row.is_for_nobody === 1,
    accountUntil: row.account_until ?? undefined,
    tag: row.tag ?? '',
  }))
}

function byKey<Row extends { key_uid: Buffer }>(rows: readonly Row[]): (uid: Buffer) => Row[] {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const uid = row.key_uid.toString('hex')
    const others = found.get(uid)
    if (others === undefined) found.set(uid, [row])
    else others.push(row)
  }
  return (uid) => found.get(uid.toString('hex')) ?? []
}

/** Notes down how these keys were found; since when a problem is there stays as long as it is the same. */
export async function markChecked(
  db: Db,
  uids: readonly string[],
  { problem, now }: { problem: KeyProblem | undefined; now: Date },
): Promise<void> {
  if (uids.length === 0) return
  const since = problem === undefined ? null : now
  await retryTransient(() =>
    change(
      db,
      // In the order of the primary key, so that two who check the same keys do not wait for each other in a circle.
      `UPDATE registration_keys
       SET problem_since = IF(problem <=> ?, problem_since, ?), problem = ?, checked_at = ?
       WHERE uid IN (${uids.map(() => '?').join()}) ORDER BY uid`,
      [problem ?? null, since, problem ?? null, now, ...uids.map(uidToBytes)],
    ),
  )
}

/** For the UPDATE that changes issuer or code of a key: what was found of it holds no longer. */
export const isUnchecked = 'checked_at = NULL, problem = NULL, problem_since = NULL'

/** The same by itself. */
export async function forgetCheck(trx: Db, keyUid: string): Promise<void> {
  await change(trx, `UPDATE registration_keys SET ${isUnchecked} WHERE uid = ?`, [uidToBytes(keyUid)])
}

export interface TroubledKey {
  uid: string
  /** In `glpi_users`; undefined: the server itself. */
  issuerId: number | undefined
  problem: KeyProblem
  since: Date
}

const TroubledRow = Uid.extend({
  issuer_users_id: z.number().nullable(),
  problem: z.enum(keyProblems),
  problem_since: z.date(),
}).transform((row): TroubledKey => ({
  uid: uidFromBytes(row.uid),
  issuerId: row.issuer_users_id ?? undefined,
  problem: row.problem,
  since: row.problem_since,
}))

/** Keys that may still be used, with a problem of which nobody has been told since it came up; those after `after`. */
export async function listUntoldTrouble(
  db: Db,
  { after, limit }: { after: TroubledKey | undefined; limit: number },
): Promise<TroubledKey[]> {
  const later = after === undefined ? '' : 'AND (k.problem > ? OR (k.problem = ? AND k.uid > ?))'
  return select(
    db,
    TroubledRow,
    `SELECT k.uid, k.issuer_users_id, k.problem, k.problem_since
     FROM registration_keys k FORCE INDEX (registration_keys_by_problem)
     WHERE k.problem IN (${keyProblems.map(() => '?').join()}) AND k.state IN (${lasting.join()}) ${later}
       AND NOT EXISTS (SELECT 1 FROM notices n
         WHERE n.kind = 'key-in-trouble' AND n.subject = k.uid AND n.occasion = k.problem_since)
     ORDER BY k.problem, k.uid LIMIT ?`,
    [
      ...keyProblems,
      ...(after === undefined ? [] : [after.problem, after.problem, uidToBytes(after.uid)]),
      limit,
    ],
  )
}
