import { z } from 'zod'
import type { EntityScope } from '../glpi'
import { change, type Db, select, uidFromBytes, uidToBytes } from '../shared/db'
import { conditionsOf, joined, marks, type Sql, sql } from './key-conditions-store'
import type { KeyFilter } from './key-filter'
import { selectFrom, type Source, sourcesOf } from './key-sources-store'
import { settleKeys } from './settle-keys-store'

/** Which keys: these, or all that match and were there already. Only those in scope are ever meant. */
export type KeySelection = { scope: EntityScope } & (
  | { uids: readonly string[] }
  | {
      filter: KeyFilter
      /** Keys made later do not belong to it: their uids come after this one. */
      upTo: string
    }
)

interface Chosen {
  sources: Source[]
  conditions: ReturnType<typeof conditionsOf>
}

async function choose(db: Db, selection: KeySelection, now: Date): Promise<Chosen> {
  if ('uids' in selection) {
    const { scope, uids } = selection
    const bytes = uids.map(uidToBytes)
    const oneOfThem = uids.length === 0 ? sql('FALSE') : sql(`k.uid IN (${marks(bytes)})`, ...bytes)
    return {
      sources: [
        {
          from: sql('registration_keys k FORCE INDEX (PRIMARY)'),
          where: oneOfThem,
          uid: 'k.uid',
          key: 'k',
          fulfils: [],
          tells: [],
          repeats: false,
        },
      ],
      conditions: conditionsOf({ scope, filter: {}, now, isSettled: true }),
    }
  }
  const listing = { ...selection, now, isSettled: await settleKeys(db, now) }
  const before = sql('k.uid <= ?', uidToBytes(selection.upTo))
  const conditions = conditionsOf(listing)
  const made = conditions.get('made')
  conditions.set('made', made === undefined ? before : joined([made, before], ' AND '))
  return { sources: await sourcesOf(db, listing, { sort: 'oldest', split: true }), conditions }
}

/** The next keys of a selection in order of uid, revoked ones left out. */
export async function nextToRevoke(
  db: Db,
  selection: KeySelection,
  { after, limit, now }: { after: string | undefined; limit: number; now: Date },
): Promise<string[]> {
  const { sources, conditions } = await choose(db, selection, now)
  const alive = sql('k.revoked_at IS NULL')
  const pieces = sources.map((source) => {
    const further =
      after === undefined ? alive : joined([alive, sql(`${source.uid} > ?`, uidToBytes(after))], ' AND ')
    const selected = selectFrom(source, conditions, { where: further, needsKey: true })
    const grouped = source.repeats ? joined([selected, sql(`GROUP BY ${source.uid}`)], ' ') : selected
    return joined([sql('('), grouped, sql(`ORDER BY ${source.uid} LIMIT ?)`, limit)], ' ')
  })
  if (pieces.length === 0) return []
  const all = joined(pieces, ' UNION ')
  const rows = await select(db, Uid, `SELECT uid FROM (${all.sql}) AS found ORDER BY uid LIMIT ?`, [
    ...all.bindings,
    limit,
  ])
  return rows.map(({ uid }) => uidFromBytes(uid))
}

const Uid = z.object({ uid: z.instanceof(Buffer) })

/** How many keys of a selection are alive, and how many are revoked already. */
export async function countRevocable(
  db: Db,
  selection: KeySelection,
  now: Date,
): Promise<{ alive: number; revoked: number }> {
  const { sources, conditions } = await choose(db, selection, now)
  if (sources.length === 0) return { alive: 0, revoked: 0 }
  const all: Sql = joined(
    sources.map((source) => selectFrom(source, conditions, { distinct: source.repeats })),
    ' UNION ',
  )
  const [row] = await select(
    db,
    z.object({ all: z.number(), revoked: z.coerce.number().nullable() }),
    `SELECT COUNT(*) AS \`all\`, SUM(k.revoked_at IS NOT NULL) AS revoked
     FROM (${all.sql}) AS found STRAIGHT_JOIN registration_keys k ON k.uid = found.uid`,
    all.bindings,
  )
  const revoked = row?.revoked ?? 0
  return { alive: (row?.all ?? 0) - revoked, revoked }
}

/** The uid of the newest key there is; undefined when there is none. */
export async function findNewestUid(db: Db): Promise<string | undefined> {
  const [row] = await select(db, Uid, 'SELECT uid FROM registration_keys ORDER BY uid DESC LIMIT 1')
  return row === undefined ? undefined : uidFromBytes(row.uid)
}

/** Marks those of the keys that are alive; call it in a transaction. @returns their uids */
export async function markManyRevoked(
  trx: Db,
  keyUids: readonly string[],
  { reason, now }: { reason: string | undefined; now: Date },
): Promise<string[]> {
  const asked = keyUids.map(uidToBytes)
  // Locked, so that of two who revoke the same key one finds it dead, and each death is recorded once.
  const alive = await select(
    trx,
    Uid,
    `SELECT uid FROM registration_keys WHERE uid IN (${marks(asked)}) AND revoked_at IS NULL
     ORDER BY uid FOR UPDATE`,
    asked,
  )
  if (alive.length === 0) return []
  await change(
    trx,
    `UPDATE registration_keys SET revoked_at = ?, revoked_reason = ? WHERE uid IN (${marks(alive)})`,
    [now, reason ?? null, ...alive.map(({ uid }) => uid)],
  )
  return alive.map(({ uid }) => uidFromBytes(uid))
}
