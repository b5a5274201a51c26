import type { EntityScope } from '../glpi'
import { z } from 'zod'
import { type Db, select, uidToBytes } from '../shared/db'
import { keyStates, type KeyState } from './key'
import {
  type ConditionName,
  type Conditions,
  conditionsOf,
  grantsNothingBeyond,
  hasProblem,
  hasWords,
  inTermsOf,
  isIssuer,
  joined,
  keysOfAddress,
  type Listing,
  marks,
  nothing,
  ofUidAlone,
  problemsOf,
  type Sql,
  sql,
} from './key-conditions-store'
import { keysWithMail } from './failed-mails-store'
import type { KeySort } from './key-filter'
import { findManyWords } from './key-words-store'
import { readSought } from './sought'
import { earliestStatedEnd, notYetEnded } from './stated-ends'

/**
 * One way to come to keys: a piece of an index in which they stand in the order asked for, so that a page is read
 * without reading what is before or behind it. A listing reads a page of each of its sources and merges them.
 */
export interface Source {
  from: Sql
  where: Sql
  /** The column that holds the uid. */
  uid: string
  /** Undefined where the source knows uids only; the key is joined to it when something else of it is asked. */
  key: 'k' | undefined
  /** What every key of the source fulfils already. */
  fulfils: readonly ConditionName[]
  /** What else can be told from the index, without reading the key. */
  tells: readonly ConditionName[]
  /** Whether one key may stand in it several times. */
  repeats: boolean
  /** What most of its keys fulfil, which this person then sees for sure: all that counting very many takes. */
  plain?: { where: Sql; repeats: boolean }
  /** Whether each key costs a look-up elsewhere, even if only to be counted. */
  looksUp?: true
}

/** Beyond this many entities, reading a page of each takes longer than walking over the keys of others. */
const splitsAtMost = 16

/**
 * Where to find the keys of a listing. The optimiser of neither server takes these ways by itself: it trusts its
 * estimates and sorts half a million keys to show twenty.
 *
 * @param split an index piece for each entity, which a listing in order needs; otherwise all entities at once
 */
export async function sourcesOf(
  db: Db,
  listing: Listing,
  { sort, split }: { sort: KeySort; split: boolean },
): Promise<Source[]> {
  const { filter } = listing
  const found = filter.search === undefined ? undefined : await soughtIn(db, filter.search, sort, split)
  if (found !== undefined) return found
  if (filter.address !== undefined) return [among(keysOfAddress(filter.address), ['address'])]
  if (filter.mail !== undefined) return [among(sql(keysWithMail(filter.mail)), ['mail'])]
  if (filter.batchUid !== undefined) {
    const ofBatch = sql('k.batch_uid = ?', uidToBytes(filter.batchUid))
    return [{ ...ofKeys('by_batch', ofBatch), fulfils: ['batch'] }]
  }
  if (filter.problem !== undefined) {
    return problemsOf(filter.problem).map((problem) => ({
      ...ofKeys('by_problem', hasProblem(problem)),
      fulfils: ['problem'],
    }))
  }
  if (filter.presetUid !== undefined) {
    const ofPreset = sql('k.preset_uid = ?', uidToBytes(filter.presetUid))
    const isInOrder = sort === 'newest' || sort === 'oldest'
    if (isInOrder || !split || (await isFew(db, 'by_preset', ofPreset)))
      return [{ ...ofKeys('by_preset', ofPreset), fulfils: ['preset'] }]
  }
  const places = placesOf(listing.scope, split)
  if (sort === 'label') return places.map((place) => ofPlace('by_label', 'by_entity_and_label', place))
  if (sort === 'ends-first' || sort === 'ends-last') return inOrderOfEnd(listing, places)
  if (split && (await endsInFew(db, listing))) return inOrderOfEnd(listing, places)
  return inOrderOfUid(listing, places)
}

const fewKeys = 10_000

/** Whether the keys that end in the time asked for are so few that they can be sorted. */
async function endsInFew(db: Db, listing: Listing): Promise<boolean> {
  const within = conditionsOf({ ...listing, scope: { kind: 'all' } }).get('ends')
  return within !== undefined && (await isFew(db, 'by_stated_end', within))
}

/** Whether there are so few of these keys that they can be sorted. */
async function isFew(db: Db, index: string, which: Sql): Promise<boolean> {
  const [row] = await select(
    db,
    z.object({ n: z.number() }),
    `SELECT COUNT(*) AS n FROM (SELECT 1 FROM registration_keys k FORCE INDEX (registration_keys_${index})
       WHERE ${which.sql} LIMIT ?) AS found`,
    [...which.bindings, fewKeys + 1],
  )
  return (row?.n ?? 0) <= fewKeys
}

/** The entities to look in, or undefined for everywhere. */
type Place = readonly number[] | undefined

function placesOf(scope: EntityScope, split: boolean): Place[] {
  if (scope.kind === 'all' || scope.ids.length > splitsAtMost) return [undefined]
  return split ? scope.ids.map((id) => [id]) : [scope.ids]
}

const isIn = (column: string, place: readonly number[]): Sql =>
  place.length === 1 ? sql(`${column} = ?`, ...place) : sql(`${column} IN (${marks(place)})`, ...place)

function inOrderOfUid({ scope, filter, isSettled }: Listing, places: readonly Place[]): Source[] {
  const { profilesId, entitiesId, issuer, state } = filter
  if (profilesId !== undefined || entitiesId !== undefined) {
    return grantSources({ profilesId, entitiesId }, scope, places)
  }
  if (issuer !== undefined) {
    return places.map((place) => ({
      ...ofPlace('by_issuer', 'by_issuer_and_entity', place, isIssuer(issuer)),
      fulfils: ['issuer'],
    }))
  }
  if (state !== undefined && isSettled) {
    const isState = sql('k.state = ?', keyStates.indexOf(state) + 1)
    return places.map((place) => ({
      ...ofPlace('by_state', 'by_entity_and_state', place, isState),
      fulfils: ['state'],
    }))
  }
  return places.map((place) => ofPlace('PRIMARY', 'by_entity', place))
}

/** What the state says of the end is said again as a range, so that the walk along the index begins there. */
function inOrderOfEnd({ filter: { state }, now }: Listing, places: readonly Place[]): Source[] {
  const implied = state === undefined ? undefined : impliedEnd(state, now)
  return places.map((place) => ({
    ...ofPlace('by_stated_end', 'by_entity_and_stated_end', place, implied),
    tells: place === undefined ? ['made', 'ends'] : ['made', 'scope', 'ends'],
  }))
}

function impliedEnd(state: KeyState, now: Date): Sql | undefined {
  if (state === 'expired') return sql('k.stated_end <= ?', now)
  if (state === 'usable' || state === 'used-up' || state === 'held-up') {
    return sql(`(${notYetEnded} OR k.stated_end IS NULL)`, earliestStatedEnd(now), now)
  }
  return undefined
}

function ofPlace(everywhere: string, inPlace: string, place: Place, where?: Sql): Source {
  const parts = [
    ...(place === undefined ? [] : [isIn('k.entities_id', place)]),
    ...(where === undefined ? [] : [where]),
  ]
  return ofKeys(
    place === undefined ? everywhere : inPlace,
    parts.length === 0 ? sql('TRUE') : joined(parts, ' AND '),
  )
}

function ofKeys(index: string, where: Sql): Source {
  const name = index === 'PRIMARY' ? index : `registration_keys_${index}`
  return {
    from: sql(`registration_keys k FORCE INDEX (${name})`),
    where,
    uid: 'k.uid',
    key: 'k',
    fulfils: [],
    tells: index.includes('entity') ? ['made', 'scope'] : ['made'],
    repeats: false,
    plain: { where: sql(index.includes('entity') ? 'k.is_in_one_entity = 1' : 'TRUE'), repeats: false },
  }
}

/** Keys that give a profile, or something in an entity, or that profile there. */
function grantSources(
  { profilesId, entitiesId }: { profilesId: number | undefined; entitiesId: number | undefined },
  scope: EntityScope,
  places: readonly Place[],
): Source[] {
  const source = (index: string, parts: readonly Sql[], repeats: boolean): Source => ({
    from: sql(`key_authorisations a FORCE INDEX (key_authorisations_${index})`),
    where: joined([...parts, ...(scope.kind === 'some' ? [isVisible(scope.ids)] : [])], ' AND '),
    uid: 'a.key_uid',
    key: undefined,
    fulfils: ['grant', 'scope'],
    tells: ['made'],
    repeats,
    plain: {
      where: sql(scope.kind === 'all' ? 'TRUE' : 'a.is_in_one_entity = 1'),
      repeats: index !== 'by_profile_and_entity', // that profile in that entity is there once
    },
  })
  const inEntity = entitiesId === undefined ? [] : [sql('a.entities_id = ?', entitiesId)]
  if (profilesId === undefined) return [source('by_entity', inEntity, true)]
  const profile = sql('a.profiles_id = ?', profilesId)
  if (entitiesId !== undefined) return [source('by_profile_and_entity', [profile, ...inEntity], false)]
  return places.map((place) =>
    place === undefined
      ? source('by_profile', [profile], true)
      : source('by_profile_and_entity', [profile, isIn('a.entities_id', place)], place.length > 1),
  )
}

const isVisible = (ids: readonly number[]): Sql =>
  joined(
    [
      ids.length === 0 ? nothing : isIn('a.entities_id', ids),
      grantsNothingBeyond(ids, { flag: 'a.is_in_one_entity', uid: 'a.key_uid' }),
    ],
    ' AND ',
  )

/** Keys known by their uids. */
const among = (uids: Sql, fulfils: readonly ConditionName[]): Source => ({
  from: sql(`(${uids.sql}) AS f`, ...uids.bindings),
  where: sql('TRUE'),
  uid: 'f.key_uid',
  key: undefined,
  fulfils,
  tells: ['made'],
  repeats: false,
})

/** Undefined when so many keys are found that walking over all of them meets a page full sooner. */
async function soughtIn(db: Db, typed: string, sort: KeySort, split: boolean): Promise<Source[] | undefined> {
  const sought = readSought(typed)
  switch (sought.kind) {
    case 'misspelt-code':
      return []
    case 'uid':
      return [ofKeys('PRIMARY', sql('k.uid = ?', uidToBytes(sought.uid)))]
    case 'code':
      return [among(sql('SELECT key_uid FROM key_codes WHERE hash = ?', sought.hash), ['search'])]
    case 'text': {
      const { words, address, hint } = sought
      const ofWords = words.length === 0 ? [] : await wordSources(db, words, sort, split)
      if (ofWords === undefined) return undefined
      return [
        ...(address === undefined ? [] : [among(keysOfAddress(address), ['search'])]),
        ...(hint === undefined
          ? []
          : [among(sql('SELECT DISTINCT key_uid FROM key_codes WHERE hint = ?', hint), ['search'])]),
        ...ofWords,
      ]
    }
  }
}

async function wordSources(
  db: Db,
  words: readonly string[],
  sort: KeySort,
  split: boolean,
): Promise<Source[] | undefined> {
  const many = await findManyWords(db, words, split)
  const { rarest } = many
  const others = words.filter((word) => word !== rarest)
  const rest = others.length === 0 ? sql('TRUE') : hasWords(others)
  const source = (where: Sql, repeats: boolean): Source => ({
    from: sql('key_words w FORCE INDEX (PRIMARY)'),
    where: others.length === 0 ? where : joined([where, inTermsOf('w.key_uid', rest)], ' AND '),
    uid: 'w.key_uid',
    key: undefined,
    fulfils: ['search'],
    tells: ['made'],
    repeats,
    looksUp: true,
  })
  const anyOfThem = source(sql('w.word LIKE ?', `${rarest}%`), true)
  if (!split || many.kind === 'few-keys') return [anyOfThem]
  const isByUid = sort === 'newest' || sort === 'oldest'
  if (many.kind === 'few-words' && isByUid) {
    return many.words.map((word) => source(sql('w.word = ?', word), false))
  }
  return undefined
}

/** The keys of a source that fulfil what it does not vouch for. */
export function selectFrom(
  source: Source,
  conditions: Conditions,
  more: { where?: Sql | undefined; needsKey?: boolean; distinct?: boolean } = {},
): Sql {
  const left = leftFor(source, conditions)
  const isOfUidAlone = left.every(([name]) => ofUidAlone.has(name)) && more.needsKey !== true
  const needsKey = source.key === undefined && !isOfUidAlone
  const parts = [
    source.where,
    ...(more.where === undefined ? [] : [more.where]),
    ...left.map(([, part]) => part),
  ]
  const where = joined(parts, ' AND ')
  return joined(
    [
      sql(`SELECT ${more.distinct === true ? 'DISTINCT' : ''} ${source.uid} AS uid FROM`),
      source.from,
      ...(needsKey ? [sql(`STRAIGHT_JOIN registration_keys k ON k.uid = ${source.uid}`)] : []),
      sql('WHERE'),
      source.key === undefined && !needsKey ? inTermsOf(source.uid, where) : where,
    ],
    ' ',
  )
}

const leftFor = ({ fulfils }: Source, conditions: Conditions): [ConditionName, Sql][] =>
  Array.from(conditions).filter(([name]) => !fulfils.includes(name))

/** Whether the keys of a source can be counted without reading each. */
export const isCountedByIndex = (source: Source, conditions: Conditions): boolean =>
  source.looksUp !== true && leftFor(source, conditions).every(([name]) => source.tells.includes(name))
