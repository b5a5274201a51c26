import type { Context } from '../context'
import { createGlpiUser, ensureMayGrant, noParticulars } from '../glpi'
import { change, type Db, insertRows, inTransaction, uidToBytes } from '../shared/db'
import { newUid, systemRandom } from '../shared/random'
import type { LaidKey } from './lay-keys'
import { createChance } from './sample-chance'
import { sharedPasswordHash } from './sample-company'
import { momentsBetween, newcomer, type Newcomer } from './sample-newcomers'

/** Somebody who registered, with the account they got. */
export interface Registered extends Newcomer {
  usersId: number
}

/**
 * Everybody who has registered with these keys, each with the account that GLPI would have of them. The rows are
 * written, not asked for: hashing some hundred passwords takes minutes, and people who are made up can share one.
 */
export async function layRegistrations(
  context: Context,
  keys: readonly LaidKey[],
  now: Date,
): Promise<Registered[]> {
  const chance = createChance(20_26)
  const registered: Registered[] = []
  const side = await context.glpi.side()
  await inTransaction(context.db, async (trx) => {
    for (const key of keys) {
      const { grant, issuer, uid } = key
      const targets = await ensureMayGrant(trx, side, { issuer, grant, now: key.from })
      for (const at of momentsBetween(key.from, key.to, key.used, chance)) {
        const person = newcomer(registered.length, { keyUid: uid, at, now, chance })
        const particulars = { ...noParticulars, ...grant }
        const account = { ...person, particulars, passwordHash: sharedPasswordHash, grant, targets }
        registered.push({ ...person, usersId: await createGlpiUser(trx, side, account, at) })
      }
      await change(trx, 'UPDATE registration_keys SET uses_completed = ? WHERE uid = ?', [
        key.used,
        uidToBytes(uid),
      ])
    }
    await writeRows(trx, keys, registered)
    await writeFunnel(trx, keys, chance)
  })
  return registered
}

async function writeRows(
  trx: Db,
  keys: readonly LaidKey[],
  registered: readonly Registered[],
): Promise<void> {
  const entityOf = new Map(keys.map(({ uid, entitiesId }) => [uid, entitiesId]))
  const rows = registered.map((person) => ({
    ...person,
    uid: uidAt(person.at),
    key: uidToBytes(person.keyUid),
  }))
  await insertRows(
    trx,
    'registrations (uid, key_uid, submit_token, state, users_id, created_at, completed_at, entities_id)',
    rows.map(({ uid, key, at, usersId, keyUid }) => [
      uid,
      key,
      systemRandom.bytes(16),
      'completed',
      usersId,
      at,
      at,
      entityOf.get(keyUid) ?? 0,
    ]),
  )
  await insertRows(
    trx,
    'registration_details (registration_uid, login, email, ip, user_agent)',
    rows.map(({ uid, login, email, ip, userAgent }) => [uid, login, email, ip, userAgent]),
  )
  await insertRows(
    trx,
    'audit_events (uid, at, kind, key_uid, registration_uid, actor_kind)',
    rows.map(({ uid, key, at }) => [uidAt(at), at, 'registration.completed', key, uid, 'invitee']),
  )
}

/** Some look twice, some give up, some have to think of another password. */
async function writeFunnel(trx: Db, keys: readonly LaidKey[], chance: () => number): Promise<void> {
  const rows = keys
    .filter(({ used }) => used > 0)
    .flatMap(({ uid, used, to }) => {
      const weak = Math.round(used * 0.25 * chance())
      const taken = Math.round(used * 0.12 * chance())
      const refused = weak + taken
      const started = used + Math.round(used * 0.3 * chance())
      const opened = started + 1 + Math.round(used * 0.4 * chance())
      const counts: [string, string, number][] = [
        ['opened', '', opened],
        ['started', '', started],
        ['sent', '', used + refused],
        ['refused', '', refused],
        ['refused', 'password-weak', weak],
        ['refused', 'email-taken', taken],
      ]
      return counts
        .filter(([, , n]) => n > 0)
        .map(([step, reason, n]) => [uidToBytes(uid), step, reason, n, to] as const)
    })
  await insertRows(trx, 'key_funnel (key_uid, step, reason, n, last_at)', rows)
}

const uidAt = (at: Date): Buffer => uidToBytes(newUid({ clock: { now: () => at }, random: systemRandom }))
