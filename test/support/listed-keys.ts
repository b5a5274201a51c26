import { v7 as uuidv7 } from 'uuid'
import { generateCode, hashOf, hintOf } from '../../src/keys/code'
import { wordsOf } from '../../src/keys/words'
import { systemRandom } from '../../src/shared/random'
import type { TestDatabase } from './test-database'

/** A key as a row of the list, whatever the rules for making keys are. */
export interface ListedKeyFields {
  label: string
  madeAt: Date
  maxUses: number | null
  completed: number
  held: number
  notBefore: Date | null
  expiresAt: Date | null
  graceDays: number
  pausedAt: Date | null
  revokedAt: Date | null
  issuer: number | null
  /** Profile and entity, each. */
  grants: [number, number][]
  batchUid: string | null
  addresses: string[]
}

export interface GivenListedKey {
  uid: string
  hint: string
  code: string
}

type Instance = Parameters<typeof generateCode>[1]

const toBytes = (uid: string) => Buffer.from(uid.replaceAll('-', ''), 'hex')
const dayMs = 86_400_000

const nothingSaid = (): Omit<ListedKeyFields, 'madeAt'> => ({
  label: '',
  maxUses: 1,
  completed: 0,
  held: 0,
  notBefore: null,
  expiresAt: new Date(Date.now() + 7 * dayMs),
  graceDays: 0,
  pausedAt: null,
  revokedAt: null,
  issuer: null,
  grants: [[1, 0]],
  batchUid: null,
  addresses: [],
})

/** Written past the application, a day old, for one use of Self-Service in the root: say what is different. */
export async function givenListedKey(
  database: TestDatabase,
  fields: Partial<ListedKeyFields> = {},
  instance?: Instance,
): Promise<GivenListedKey> {
  const [key] = await givenListedKeys(database, [fields], instance)
  if (key === undefined) throw new Error('a key for each that is wanted')
  return key
}

/** As many as there are differences, in one statement for each table. */
export async function givenListedKeys(
  database: TestDatabase,
  wanted: readonly Partial<ListedKeyFields>[],
  instance: Instance = { environment: 'production', publicUrl: 'http://127.0.0.1' },
): Promise<GivenListedKey[]> {
  const keys = wanted.map((fields) => {
    const key = { madeAt: new Date(Date.now() - dayMs), ...nothingSaid(), ...fields }
    const uid = uuidv7({ msecs: key.madeAt.getTime() })
    const entities = Array.from(new Set(key.grants.map(([, entity]) => entity)))
    const isInOne = entities.length === 1 ? 1 : 0
    return { ...key, uid, bytes: toBytes(uid), code: generateCode(systemRandom, instance), entities, isInOne }
  })
  const insert = async (table: string, columns: string, rows: unknown[][]) => {
    if (rows.length > 0)
      await database.sql(`INSERT IGNORE INTO ??.${table} (${columns}) VALUES ?`, [database.database, rows])
  }

  await insert(
    'registration_keys',
    `uid, label, max_uses, uses_completed, uses_held, not_before, expires_at, grace_days, paused_at, revoked_at, issuer_users_id,
     issuer_profiles_id, issuer_entities_id, created_at, entities_id, is_in_one_entity, batch_uid`,
    keys.map((key) => [
      key.bytes,
      key.label,
      key.maxUses,
      key.completed,
      key.held,
      key.notBefore,
      key.expiresAt,
      key.graceDays,
      key.pausedAt,
      key.revokedAt,
      key.issuer,
      key.issuer === null ? null : 4,
      key.issuer === null ? null : 0,
      key.madeAt,
      key.entities[0] ?? 0,
      key.isInOne,
      key.batchUid === null ? null : toBytes(key.batchUid),
    ]),
  )
  await insert(
    'key_codes',
    'hash, key_uid, hint, tag, created_at',
    keys.map(({ code, bytes, madeAt }) => [hashOf(code), bytes, hintOf(code), code.tag, madeAt]),
  )
  await insert(
    'key_authorisations',
    'key_uid, profiles_id, entities_id, is_recursive, is_in_one_entity',
    keys.flatMap(({ grants, bytes, isInOne }) =>
      grants.map(([profile, entity]) => [bytes, profile, entity, 1, isInOne]),
    ),
  )
  await insert(
    'key_words',
    'word, key_uid',
    keys.flatMap(({ label, bytes }) => wordsOf(label).map((word) => [word, bytes])),
  )
  await insert(
    'key_addresses',
    'key_uid, address',
    keys.flatMap(({ addresses, bytes }) => addresses.map((address) => [bytes, address])),
  )
  return keys.map(({ uid, code }) => ({ uid, hint: hintOf(code), code: code.normalForm }))
}
