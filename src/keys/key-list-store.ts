import { z } from 'zod'
import type { EntityScope } from '../glpi'
import { type KeyProblem, keyProblems } from '../shared/key-problems'
import { type Db, select, uidFromBytes } from '../shared/db'
import { type KeyState, type RegistrationKey, stateOf } from './key'
import { type Conditions, conditionsOf, joined, type Listing, type Sql, sql } from './key-conditions-store'
import type { KeyFilter, KeySort } from './key-filter'
import { type KeyOrder, orderBy, orderOf, readCursor, segmentsAfter, writeCursor } from './key-order-store'
import { keyColumnsOf, keyFrom, KeyRow } from './key-row'
import { isCountedByIndex, selectFrom, type Source, sourcesOf } from './key-sources-store'
import { countCeiling } from './key-statistics-store'
import { settleKeys } from './settle-keys-store'
import { readTraits, type Traits } from './key-traits-store'

/** Which part of a list: after or before a key, or the last page; otherwise the first. */
export interface PageAsked {
  after?: string | undefined
  before?: string | undefined
  last?: boolean | undefined
}

export interface KeysAsked {
  /** Only keys that grant nothing outside of it. */
  scope: EntityScope
  filter: KeyFilter
  sort: KeySort
  page: PageAsked
  limit: number
  now: Date
}

/** A key as a list shows it. */
export interface KeyOfList extends RegistrationKey, Traits {
  state: KeyState
  /** Uses that nobody has taken or holds; undefined: unlimited. */
  usesLeft: number | undefined
  batchUid: string | undefined
  revokedReason: string | undefined
  /** As it was when it was last held against GLPI. */
  problem: KeyProblem | undefined
}

export interface KeyPage {
  keys: KeyOfList[]
  /** Cursors; undefined where the list ends. */
  previous: string | undefined
  next: string | undefined
}

/** A page of keys by keyset: it does not move while keys are made, and the last costs no more than the first. */
export async function listKeys(db: Db, asked: KeysAsked): Promise<KeyPage> {
  const { page, sort, limit, now } = asked
  const isBackwards = page.last === true || page.before !== undefined
  const order = orderOf(sort, isBackwards)
  const cursor = page.last === true ? undefined : isBackwards ? page.before : page.after
  const after = readCursor(order, cursor)
  const listing = { ...asked, isSettled: await settleKeys(db, now) }

  const sources = await sourcesOf(db, listing, { sort, split: true })
  const found = await readKeys(db, sources, { listing, order, after, limit: limit + 1 })
  const hasMore = found.length > limit
  const rows = isBackwards ? found.slice(0, limit).reverse() : found.slice(0, limit)
  const keys = await withTraits(db, rows, now)

  const [first] = rows
  const last = rows.at(-1)
  const [hasPrevious, hasNext] = isBackwards ? [hasMore, after !== undefined] : [after !== undefined, hasMore]
  return {
    keys,
    previous: hasPrevious && first !== undefined ? writeCursor(order, first) : undefined,
    next: hasNext && last !== undefined ? writeCursor(order, last) : undefined,
  }
}

/** Every key of a list, read in pieces: for exports, whatever their length. */
export async function* eachKey(
  db: Db,
  asked: Omit<KeysAsked, 'page' | 'limit'>,
): AsyncGenerator<KeyOfList, void, undefined> {
  let after: string | undefined
  do {
    const page = await listKeys(db, { ...asked, page: { after }, limit: keysAtOnce })
    yield* page.keys
    after = page.next
  } while (after !== undefined)
}

const keysAtOnce = 500

const ListRow = KeyRow.extend({
  stated_end: z.date().nullable(),
  batch_uid: z.instanceof(Buffer).nullable(),
  revoked_reason: z.string().nullable(),
  problem: z.enum(keyProblems).nullable(),
}).transform((row) => ({
  ...keyFrom(row),
  statedEnd: row.stated_end ?? undefined,
  batchUid: row.batch_uid === null ? undefined : uidFromBytes(row.batch_uid),
  revokedReason: row.revoked_reason ?? undefined,
  problem: row.problem ?? undefined,
}))

const listColumns = `${keyColumnsOf('k')}, k.stated_end, k.batch_uid, k.revoked_reason, k.problem`

interface Reading {
  listing: Listing
  order: KeyOrder
  after: ReturnType<typeof readCursor>
  limit: number
}

async function readKeys(
  db: Db,
  sources: readonly Source[],
  reading: Reading,
): Promise<z.output<typeof ListRow>[]> {
  const { order, limit } = reading
  const uids = mergedUids(sources, reading)
  if (uids === undefined) return []
  return select(
    db,
    ListRow,
    `SELECT ${listColumns} FROM (${uids.sql}) AS found STRAIGHT_JOIN registration_keys k ON k.uid = found.uid
     ORDER BY ${orderBy(order)} LIMIT ?`,
    [...uids.bindings, limit],
  )
}

/** The first uids of each piece of each source, each once; among them are the first of all. */
function mergedUids(sources: readonly Source[], { listing, order, after, limit }: Reading): Sql | undefined {
  const conditions = conditionsOf(listing)
  const pieces = sources.flatMap((source) =>
    segmentsAfter(order, after, source.uid).map((segment) => {
      const needsKey = order.column !== undefined
      const selected = selectFrom(source, conditions, { where: segment.where, needsKey })
      const inOrder = sql(`ORDER BY ${segment.orderBy} LIMIT ?`, limit)
      return joined([grouped(selected, source), inOrder], ' ')
    }),
  )
  if (pieces.length === 0) return undefined
  return joined(
    pieces.map((piece) => ({ ...piece, sql: `(${piece.sql})` })),
    ' UNION ',
  )
}

const grouped = (selected: Sql, { repeats, uid }: Source): Sql =>
  repeats ? joined([selected, sql(`GROUP BY ${uid}`)], ' ') : selected

async function withTraits(db: Db, rows: z.output<typeof ListRow>[], now: Date): Promise<KeyOfList[]> {
  const traitsOf = await readTraits(
    db,
    rows.map(({ uid }) => uid),
  )
  return rows.map((row) => ({
    ...row,
    ...traitsOf(row.uid),
    state: stateOf(row, now),
    usesLeft:
      row.maxUses === undefined ? undefined : Math.max(0, row.maxUses - row.usesCompleted - row.usesHeld),
  }))
}

/** Counting stops earlier where each key has to be read to be counted. */
const countCeilingOfReading = 300

export interface KeyCount {
  count: number
  /** There are more than that. */
  isMore: boolean
}

/** How many keys a list has, as far as counting goes. */
export async function countKeys(
  db: Db,
  asked: Omit<KeysAsked, 'page' | 'limit' | 'sort'>,
): Promise<KeyCount> {
  const listing = { ...asked, isSettled: await settleKeys(db, asked.now) }
  const { endsFrom, endsTo } = asked.filter
  const sort = endsFrom === undefined && endsTo === undefined ? 'newest' : 'ends-first'
  const sources = await sourcesOf(db, listing, { sort, split: false })
  const conditions = conditionsOf(listing)
  const isFast = sources.every((source) => isCountedByIndex(source, conditions))
  if (isFast && (await hasMoreThan(db, countCeiling, sources, conditions))) {
    return { count: countCeiling, isMore: true }
  }
  const ceiling = isFast ? countCeiling : countCeilingOfReading
  const parts = sources.map((source) =>
    joined(
      [sql('('), selectFrom(source, conditions, { distinct: source.repeats }), sql('LIMIT ?)', ceiling + 1)],
      ' ',
    ),
  )
  if (parts.length === 0) return { count: 0, isMore: false }
  const all = joined(parts, ' UNION ')
  const [row] = await select(
    db,
    z.object({ n: z.number() }),
    `SELECT COUNT(*) AS n FROM (${all.sql}) AS found`,
    all.bindings,
  )
  const n = row?.n ?? 0
  return { count: Math.min(n, ceiling), isMore: n > ceiling }
}

/** Says yes quickly where there are very many: a walk along the index, with nothing gathered and nothing looked up. */
async function hasMoreThan(
  db: Db,
  ceiling: number,
  [source, ...others]: readonly Source[],
  conditions: Conditions,
): Promise<boolean> {
  if (source?.plain === undefined || others.length > 0) return false
  const plain = selectFrom({ ...source, fulfils: [...source.fulfils, 'scope'] }, conditions, {
    where: source.plain.where,
  })
  const { sql: walk, bindings } = grouped(plain, { ...source, repeats: source.plain.repeats })
  const rows = await select(db, z.unknown(), `${walk} LIMIT 1 OFFSET ?`, [...bindings, ceiling])
  return rows.length > 0
}
