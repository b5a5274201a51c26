import type { EntityScope } from '../glpi'
import { type Bindings, uidToBytes } from '../shared/db'
import { type KeyProblem, keyProblems } from '../shared/key-problems'
import { keysWithMail } from './failed-mails-store'
import { type KeyState, keyStates, lastingStates } from './key'
import type { KeyFilter } from './key-filter'
import { readSought, type Sought } from './sought'

/** A piece of SQL with what stands for its question marks. `k` is the row of `registration_keys`. */
export interface Sql {
  sql: string
  bindings: Bindings
}

export const sql = (text: string, ...bindings: Bindings): Sql => ({ sql: text, bindings })
export const nothing = sql('FALSE')

export const joined = (parts: readonly Sql[], separator: string): Sql => ({
  sql: parts.map((part) => part.sql).join(separator),
  bindings: parts.flatMap((part) => [...part.bindings]),
})

export const allOf = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? sql('TRUE') : joined(parts, ' AND ')

const anyOf = (parts: readonly Sql[]): Sql => {
  const { sql: text, bindings } = joined(parts, ' OR ')
  return sql(`(${text})`, ...bindings)
}

/** A list to be looked at: what is asked, by whom, when. */
export interface Listing {
  scope: EntityScope
  filter: KeyFilter
  now: Date
  /** Whether `state` holds for every key at `now`. */
  isSettled: boolean
}

/** What a key has to fulfil, each under a name, so that whoever finds keys by one of them need not ask for it again. */
export type Conditions = Map<ConditionName, Sql>
export type ConditionName =
  | 'scope'
  | 'state'
  | 'issuer'
  | 'grant'
  | 'batch'
  | 'preset'
  | 'problem'
  | 'search'
  | 'address'
  | 'mail'
  | 'made'
  | 'ends'

export function conditionsOf({ scope, filter, now, isSettled }: Listing): Conditions {
  const { state, issuer, batchUid, presetUid, search, address } = filter
  const conditions: Conditions = new Map()
  if (scope.kind === 'some') {
    const inThese =
      scope.ids.length === 0 ? nothing : sql(`k.entities_id IN (${marks(scope.ids)})`, ...scope.ids)
    conditions.set('scope', joined([inThese, grantsNothingBeyond(scope.ids)], ' AND '))
  }
  if (state !== undefined) {
    const number = numberOf(state)
    conditions.set('state', isSettled ? sql('k.state = ?', number) : stateAt(now, number))
  }
  if (issuer !== undefined) conditions.set('issuer', isIssuer(issuer))
  if (filter.profilesId !== undefined || filter.entitiesId !== undefined)
    conditions.set('grant', grants(filter))
  if (batchUid !== undefined) conditions.set('batch', sql('k.batch_uid = ?', uidToBytes(batchUid)))
  if (filter.problem !== undefined)
    conditions.set('problem', anyOf(problemsOf(filter.problem).map(hasProblem)))
  if (presetUid !== undefined) conditions.set('preset', sql('k.preset_uid = ?', uidToBytes(presetUid)))
  if (search !== undefined) conditions.set('search', matches(readSought(search)))
  if (address !== undefined) conditions.set('address', hasAddress(address))
  if (filter.mail !== undefined) conditions.set('mail', sql(`k.uid IN (${keysWithMail(filter.mail)})`))
  const made = madeWithin(filter)
  if (made.length > 0) conditions.set('made', allOf(made))
  const ends = endsWithin(filter)
  if (ends.length > 0) conditions.set('ends', allOf(ends))
  return conditions
}

/** Those that can be asked of a uid alone; the others need the key's row. */
export const ofUidAlone: ReadonlySet<ConditionName> = new Set(['grant', 'search', 'address', 'made'])

/** A condition of a uid alone, of a uid in another column. */
export const inTermsOf = (column: string, condition: Sql): Sql => ({
  ...condition,
  sql: condition.sql.replaceAll('k.uid', column),
})

export const marks = (values: readonly unknown[]): string => values.map(() => '?').join()

/**
 * All that the key gives is in these entities. Looked up only for keys that give something in several.
 *
 * A scalar subquery stays what it is, a look-up for each key looked at. From an EXISTS the optimisers make a join, or a
 * list of every key there is.
 */
export const grantsNothingBeyond = (
  ids: readonly number[],
  { flag, uid } = { flag: 'k.is_in_one_entity', uid: 'k.uid' },
): Sql =>
  ids.length === 0
    ? nothing
    : sql(
        `(${flag} = 1 OR (SELECT 1 FROM key_authorisations beyond
           WHERE beyond.key_uid = ${uid} AND beyond.entities_id NOT IN (${marks(ids)}) LIMIT 1) IS NULL)`,
        ...ids,
      )

export const isIssuer = (issuer: number | 'system'): Sql =>
  issuer === 'system' ? sql('k.issuer_users_id IS NULL') : sql('k.issuer_users_id = ?', issuer)

export const problemsOf = (problem: KeyProblem | 'any'): readonly KeyProblem[] =>
  problem === 'any' ? keyProblems : [problem]

/** What was wrong with a key when it ended is of no interest any more. */
export const hasProblem = (problem: KeyProblem): Sql =>
  sql(`(k.problem = ? AND k.state IN (${lastingStates.map(numberOf).join()}))`, problem)

const numberOf = (state: KeyState): number => keyStates.indexOf(state) + 1

/** As `stateOf`, for the moment in which not every key is settled. */
const stateAt = (now: Date, number: number): Sql =>
  sql(
    `(CASE
      WHEN k.revoked_at IS NOT NULL THEN 1
      WHEN k.paused_at IS NOT NULL THEN 2
      WHEN k.not_before > ? THEN 3
      WHEN k.expires_at <= ? THEN 4
      WHEN k.max_uses IS NULL THEN 7
      WHEN k.uses_completed >= k.max_uses THEN 5
      WHEN k.uses_completed + k.uses_held >= k.max_uses THEN 6
      ELSE 7 END) = ?`,
    now,
    now,
    number,
  )

/** An EXISTS that stays a look-up: see above. */
const holds = (from: string, ...bindings: Bindings): Sql =>
  sql(`(SELECT 1 FROM ${from} LIMIT 1) IS NOT NULL`, ...bindings)

function grants({ profilesId, entitiesId }: KeyFilter): Sql {
  const given = [
    ...(profilesId === undefined ? [] : [sql('g.profiles_id = ?', profilesId)]),
    ...(entitiesId === undefined ? [] : [sql('g.entities_id = ?', entitiesId)]),
  ]
  const { sql: where, bindings } = allOf(given)
  return holds(`key_authorisations g WHERE g.key_uid = k.uid AND ${where}`, ...bindings)
}

export const beginsWith = (word: string): string => `${word}%`

function matches(sought: Sought): Sql {
  switch (sought.kind) {
    case 'misspelt-code':
      return nothing
    case 'uid':
      return sql('k.uid = ?', uidToBytes(sought.uid))
    case 'code':
      return holds('key_codes c WHERE c.hash = ? AND c.key_uid = k.uid', sought.hash)
    case 'text': {
      const { words, address, hint } = sought
      const ways = [
        ...(words.length === 0 ? [] : [hasWords(words)]),
        ...(address === undefined ? [] : [hasAddress(address)]),
        ...(hint === undefined ? [] : [holds('key_codes c WHERE c.key_uid = k.uid AND c.hint = ?', hint)]),
      ]
      return ways.length === 0 ? nothing : sql(`(${joined(ways, ' OR ').sql})`, ...joined(ways, '').bindings)
    }
  }
}

export const hasWords = (words: readonly string[]): Sql =>
  allOf(words.map((word) => holds('key_words w WHERE w.key_uid = k.uid AND w.word LIKE ?', beginsWith(word))))

const hasAddress = (address: string): Sql => {
  const { sql: candidates, bindings } = keysOfAddress(address)
  return sql(`k.uid IN (SELECT key_uid FROM (${candidates}) AS of_address)`, ...bindings)
}

/** Bound to it, or used by it. */
export const keysOfAddress = (address: string): Sql =>
  sql(
    `SELECT key_uid FROM key_addresses WHERE address = ?
     UNION SELECT r.key_uid FROM registration_details d JOIN registrations r ON r.uid = d.registration_uid
     WHERE d.email = ?`,
    address,
    address,
  )

/** A uid begins with the instant it was made at. */
function madeWithin({ madeFrom, madeTo }: KeyFilter): Sql[] {
  return [
    ...(madeFrom === undefined ? [] : [sql('k.uid >= ?', firstUidAt(madeFrom))]),
    ...(madeTo === undefined ? [] : [sql('k.uid < ?', firstUidAt(madeTo))]),
  ]
}

function firstUidAt(instant: Date): Buffer {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(Math.max(0, instant.getTime()), 0, 6)
  return bytes
}

/** By the end that people are told. */
const endsWithin = ({ endsFrom, endsTo }: KeyFilter): Sql[] => [
  ...(endsFrom === undefined ? [] : [sql('k.stated_end >= ?', endsFrom)]),
  ...(endsTo === undefined ? [] : [sql('k.stated_end < ?', endsTo)]),
]
