/**
 * Keys as a helpdesk has them after three years, written past the application: making keys is not what is measured.
 * Whatever the number, the shares of states, issuers, entities and words are the same, and in a thousand keys there is
 * a page full of each.
 */
import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { hashOf, hintOf, generateCode } from '../dist/keys/code.js'
import { uidFromBytes, uidToBytes } from '../dist/shared/db.js'
import { systemRandom } from '../dist/shared/random.js'

const dayMs = 86_400_000
const rowsAtOnce = 2_000

/** Ids in the sample helpdesk: the root, Paris with two entities below it, Lyon, Montréal. */
const entities = [
  [0, 20],
  [1, 20],
  [4, 15],
  [5, 10],
  [2, 20],
  [3, 15],
]

const states = [
  ['expired', 45],
  ['used-up', 20],
  ['usable', 15],
  ['revoked', 8],
  ['paused', 4],
  ['not-yet-valid', 4],
  ['held-up', 4],
]
const issuers = [
  [2, 40],
  [4, 25],
  [7, 15],
  [8, 5],
  [null, 15],
]
const profiles = [
  [1, 85],
  [2, 10],
  [6, 5],
]
const occasions = [
  ['Intern', 30],
  ['New colleague', 30],
  ['Contractor', 15],
  ['Fair stand', 10],
  ['Workshop', 10],
  ['Visitor Paris', 5],
]
const batchSize = 40

const tables = ['registration_keys', 'key_codes', 'key_authorisations', 'key_words', 'key_addresses']

/**
 * Indexes are built afterwards, which takes a fraction of the time.
 *
 * @returns one of each kind to look for
 */
export async function writeKeys(connection, database, options) {
  const restore = await dropIndexes(connection, database)
  const looked = await writeRows(connection, database, options)
  for (const statement of restore) await connection.query(statement)
  for (const table of tables) await connection.query(`ANALYZE TABLE ${database}.${table}`)
  return looked
}

/** @returns the statements that make them again */
async function dropIndexes(connection, database) {
  const [indexes] = await connection.query(
    `SELECT table_name AS t, index_name AS i,
       GROUP_CONCAT(CONCAT('\`', column_name, '\`') ORDER BY seq_in_index) AS columns
     FROM information_schema.statistics
     WHERE table_schema = ? AND table_name IN (?) AND non_unique = 1 GROUP BY table_name, index_name`,
    [database, tables],
  )
  const restore = []
  for (const table of tables) {
    const ofTable = indexes.filter(({ t }) => t === table)
    if (ofTable.length === 0) continue
    const alter = (changes) => `ALTER TABLE ${database}.${table} ${changes.join(', ')}`
    await connection.query(alter(ofTable.map(({ i }) => `DROP KEY \`${i}\``)))
    restore.push(alter(ofTable.map(({ i, columns }) => `ADD KEY \`${i}\` (${columns})`)))
  }
  return restore
}

async function writeRows(connection, database, { count, now }) {
  const insert = (table, columns, rows) =>
    rows.length === 0
      ? undefined
      : connection.query(`INSERT INTO ${database}.${table} (${columns}) VALUES ?`, [rows])
  const instance = { environment: 'production', publicUrl: 'https://help.example.org/invite' }
  let batch
  let looked

  for (let from = 0; from < count; from += rowsAtOnce) {
    const keys = []
    for (let n = from; n < Math.min(from + rowsAtOnce, count); n += 1) {
      if (n % batchSize === 0) batch = uuidBytes(createdAtOf(n, count, now))
      keys.push(makeKey({ n, count, now, batch, instance }))
    }
    await insert('registration_keys', keyColumns, keys.map(keyRow))
    await insert(
      'key_codes',
      'hash, key_uid, hint, tag, created_at',
      keys.map(({ code, uid, createdAt }) => [hashOf(code), uid, hintOf(code), code.tag, createdAt]),
    )
    await insert(
      'key_authorisations',
      'key_uid, profiles_id, entities_id, is_recursive, is_in_one_entity',
      keys.flatMap(({ uid, profile, grants }) =>
        grants.map((entity) => [uid, profile, entity, 1, grants.length === 1 ? 1 : 0]),
      ),
    )
    await insert(
      'key_words',
      'word, key_uid',
      keys.flatMap(({ uid, words }) => words.map((word) => [word, uid])),
    )
    await insert(
      'key_addresses',
      'key_uid, address',
      keys.flatMap(({ uid, address }) => (address === undefined ? [] : [[uid, address]])),
    )
    looked ??=
      from + rowsAtOnce >= count / 2 ? keys.findLast(({ address }) => address !== undefined) : undefined
  }
  return {
    batch: uidFromBytes(looked.batch),
    hint: hintOf(looked.code),
    address: looked.address,
  }
}

const createdAtOf = (n, count, now) =>
  new Date(now.getTime() - Math.floor(((count - n) / count) * 1095 * dayMs))
const uuidBytes = (at) => uidToBytes(uuidv7({ msecs: at.getTime(), random: randomBytes(16) }))

function makeKey({ n, count, now, batch, instance }) {
  const createdAt = createdAtOf(n, count, now)
  const uid = uuidBytes(createdAt)
  const entity = draw(entities)
  const label = `${draw(occasions)} ${syllables()}${syllables()} ${syllables()}${Math.floor(Math.random() * 5000)}`
  return {
    uid,
    createdAt,
    batch,
    label,
    words: Array.from(new Set(label.toLowerCase().match(/[\p{L}\p{N}]+/gu))),
    code: generateCode(systemRandom, instance),
    profile: draw(profiles),
    // One in thirty grants something in another entity too.
    grants: n % 30 === 0 ? [entity, entity === 2 ? 3 : 2] : [entity],
    address: n % 2 === 0 ? `person${n}@example.org` : undefined,
    issuer: draw(issuers),
    ...limitsFor(draw(states), createdAt, now),
  }
}

/** What makes it be in that state now. Ends are spread over as many days whatever the number of keys. */
function limitsFor(state, createdAt, now) {
  const ahead = new Date(now.getTime() + Math.ceil(Math.random() * 400 * dayMs))
  const past = new Date(
    createdAt.getTime() + Math.floor(Math.random() * (now.getTime() - createdAt.getTime())),
  )
  const base = {
    maxUses: 1,
    completed: 0,
    held: 0,
    notBefore: null,
    end: ahead,
    pausedAt: null,
    revokedAt: null,
  }
  switch (state) {
    case 'expired':
      return { ...base, end: past, completed: Math.random() < 0.7 ? 1 : 0 }
    case 'used-up':
      return { ...base, completed: 1 }
    case 'revoked':
      return { ...base, revokedAt: past }
    case 'paused':
      return { ...base, pausedAt: past }
    case 'not-yet-valid':
      return { ...base, notBefore: new Date(ahead.getTime() - 1), end: null }
    case 'held-up':
      return { ...base, held: 1 }
    default:
      return { ...base, maxUses: Math.random() < 0.5 ? 1 : 30, end: Math.random() < 0.1 ? null : ahead }
  }
}

const keyColumns = `uid, label, max_uses, uses_completed, uses_held, not_before, expires_at, paused_at, revoked_at,
  issuer_users_id, issuer_profiles_id, issuer_entities_id, created_at, entities_id, is_in_one_entity, batch_uid`
const keyRow = (key) => [
  key.uid,
  key.label,
  key.maxUses,
  key.completed,
  key.held,
  key.notBefore,
  key.end,
  key.pausedAt,
  key.revokedAt,
  key.issuer,
  key.issuer === null ? null : 4,
  key.issuer === null ? null : 0,
  key.createdAt,
  Math.min(...key.grants),
  key.grants.length === 1 ? 1 : 0,
  key.batch,
]

function draw(weighted) {
  let at = Math.random() * 100
  for (const [value, share] of weighted) {
    at -= share
    if (at < 0) return value
  }
  return weighted[0][0]
}

const consonants = 'bcdfghjklmnprstvz'
const vowels = 'aeiou'
const syllables = () => Array.from({ length: 2 }, () => pick(consonants) + pick(vowels)).join('')
const pick = (letters) => letters[Math.floor(Math.random() * letters.length)]
