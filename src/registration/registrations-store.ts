import { z } from 'zod'
import type { Origin } from '../audit'
import { change, type Db, duplicateKeyOf, select, uidFromBytes, uidToBytes } from '../shared/db'

/** One person's use of one key, with the account it became. */
export interface Registration {
  uid: string
  keyUid: string
  /** In `glpi_users`. */
  usersId: number
  login: string
  completedAt: Date
}

const Row = z
  .object({
    uid: z.instanceof(Buffer),
    key_uid: z.instanceof(Buffer),
    users_id: z.number(),
    login: z.string().nullable(),
    completed_at: z.date(),
  })
  .transform((row): Registration => ({
    uid: uidFromBytes(row.uid),
    keyUid: uidFromBytes(row.key_uid),
    usersId: row.users_id,
    login: row.login ?? '',
    completedAt: row.completed_at,
  }))

const selectCompleted = `SELECT r.uid, r.key_uid, r.users_id, d.login, r.completed_at
  FROM registrations r LEFT JOIN registration_details d ON d.registration_uid = r.uid
  WHERE r.state = 'completed'`

/** The account that a form has already become: the same form, sent again, answers with it. */
export async function findBySubmitToken(db: Db, submitToken: string): Promise<Registration | undefined> {
  const [row] = await select(db, Row, `${selectCompleted} AND r.submit_token = ?`, [uidToBytes(submitToken)])
  return row
}

/** The registrations of a key, oldest first. */
export async function listRegistrationsOf(db: Db, keyUid: string): Promise<Registration[]> {
  return select(db, Row, `${selectCompleted} AND r.key_uid = ? ORDER BY r.created_at, r.uid`, [
    uidToBytes(keyUid),
  ])
}

/** Opens the registration; false when the same form has been here before. The account's id is set at the end. */
export async function openRegistration(
  trx: Db,
  { uid, keyUid, submitToken, now }: { uid: string; keyUid: string; submitToken: string; now: Date },
): Promise<boolean> {
  try {
    await change(
      trx,
      `INSERT INTO registrations (uid, key_uid, submit_token, state, created_at, completed_at)
       VALUES (?, ?, ?, 'completed', ?, ?)`,
      [uidToBytes(uid), uidToBytes(keyUid), uidToBytes(submitToken), now, now],
    )
    return true
  } catch (error) {
    if (duplicateKeyOf(error) === 'registrations_submit_token') return false
    throw error
  }
}

export async function completeRegistration(
  trx: Db,
  { uid, usersId, login, email, from }: CompletedRegistration,
): Promise<void> {
  // Reads the key only now, when the claim has locked it: a lock to share it, taken before, would be a deadlock.
  await change(
    trx,
    `UPDATE registrations SET users_id = ?,
       entities_id = (SELECT entities_id FROM registration_keys k WHERE k.uid = registrations.key_uid)
     WHERE uid = ?`,
    [usersId, uidToBytes(uid)],
  )
  await change(
    trx,
    'INSERT INTO registration_details (registration_uid, login, email, ip, user_agent) VALUES (?, ?, ?, ?, ?)',
    [
      uidToBytes(uid),
      login,
      email,
      from?.ip.slice(0, 45) ?? null,
      from === undefined ? null : printable(from.userAgent),
    ],
  )
}

interface CompletedRegistration {
  uid: string
  usersId: number
  login: string
  email: string
  from: Origin | undefined
}

/** A browser may call itself anything; its name is no reason to turn a person away. */
const printable = (userAgent: string): string => userAgent.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').slice(0, 255)
