import { systemRandom, newUid } from '../../src/shared/random'
import { uidToBytes } from '../../src/shared/db'
import type { TestDatabase } from './test-database'

export interface PastKey {
  label: string
  madeAt: Date
  expiresAt: Date | undefined
  maxUses: number | undefined
  used: number
  /** Those in which it gives Self-Service; it is listed in the first. */
  entities: readonly number[]
  pausedAt: Date | undefined
  revokedAt: Date | undefined
}

/** A key as the past has left it: one of two places taken, made just now, ends in 30 days. @returns its uid */
export async function givenPastKey(
  { database, sql }: TestDatabase,
  wanted: Partial<PastKey> & { madeAt: Date },
): Promise<string> {
  const { madeAt } = wanted
  const key = {
    label: 'from the past',
    expiresAt: new Date(madeAt.getTime() + 30 * 86_400_000),
    maxUses: 2,
    used: 1,
    entities: [0],
    ...wanted,
  }
  const uid = newUid({ clock: { now: () => madeAt }, random: systemRandom })
  await sql(
    `INSERT INTO ??.registration_keys (uid, label, max_uses, uses_completed, expires_at, paused_at, revoked_at,
       entities_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      database,
      uidToBytes(uid),
      key.label,
      key.maxUses ?? null,
      key.used,
      key.expiresAt ?? null,
      key.pausedAt ?? null,
      key.revokedAt ?? null,
      key.entities[0] ?? 0,
      madeAt,
    ],
  )
  for (const entity of key.entities) {
    await sql(
      'INSERT INTO ??.key_authorisations (key_uid, profiles_id, entities_id, is_recursive) VALUES (?, 1, ?, 1)',
      [database, uidToBytes(uid), entity],
    )
  }
  return uid
}

/** Somebody registered with that key. */
export async function givenPastRegistration(
  { database, sql }: TestDatabase,
  { keyUid, at, login = 'somebody' }: { keyUid: string; at: Date; login?: string },
): Promise<void> {
  const uid = uidToBytes(newUid({ clock: { now: () => at }, random: systemRandom }))
  await sql(
    `INSERT INTO ??.registrations (uid, key_uid, submit_token, state, users_id, created_at, completed_at, entities_id)
     SELECT ?, k.uid, ?, 'completed', 5, ?, ?, k.entities_id FROM ??.registration_keys k WHERE k.uid = ?`,
    [database, uid, uid, at, at, database, uidToBytes(keyUid)],
  )
  await sql('INSERT INTO ??.registration_details (registration_uid, login, email) VALUES (?, ?, ?)', [
    database,
    uid,
    login,
    `${login}@example.org`,
  ])
}
