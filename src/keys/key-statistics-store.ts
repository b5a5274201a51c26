import { z } from 'zod'
import type { EntityScope } from '../glpi'
import { type Bindings, type Db, select, uidFromBytes } from '../shared/db'
import type { Day } from '../shared/time'
import { whereInScope } from './key-scope-store'
import { earliestStatedEnd, notYetEnded } from './stated-ends'

/** Counting stops here: nobody needs to know whether it is 12,000 or 13,000, and finding out takes its time. */
export const countCeiling = 10_000

const ofKey = { entity: 'k.entities_id', keyUid: 'k.uid' }

/** How many keys were made on each of these days, at most `countCeiling` a day. */
export async function countKeysMadeByDay(
  db: Db,
  scope: EntityScope,
  days: readonly Day[],
): Promise<number[]> {
  const inScope = whereInScope(scope, ofKey)
  // A uid begins with the time it was made at, which spares an index on created_at.
  return countByDay(db, days, (day) => ({
    sql: `SELECT 1 FROM registration_keys k WHERE k.uid >= ? AND k.uid < ? AND ${inScope.sql}`,
    bindings: [firstUidOf(day.start), firstUidOf(day.end), ...inScope.bindings],
  }))
}

const DayCount = z.object({ day: z.coerce.number(), n: z.coerce.number() })

/** Counts the rows that `rowsOf` selects for each day, in one round trip. */
export async function countByDay(
  db: Db,
  days: readonly Day[],
  rowsOf: (day: Day) => { sql: string; bindings: Bindings },
): Promise<number[]> {
  const parts = days.map(rowsOf)
  const counts = parts.map(
    ({ sql }, index) =>
      `SELECT ${index} AS day, COUNT(*) AS n FROM (${sql} LIMIT ${countCeiling}) AS day_${index}`,
  )
  const rows = await select(
    db,
    DayCount,
    counts.join(' UNION ALL '),
    parts.flatMap(({ bindings }) => [...bindings]),
  )
  const byDay = new Map(rows.map(({ day, n }) => [day, n]))
  return days.map((_, index) => byDay.get(index) ?? 0)
}

function firstUidOf(instant: Date): Buffer {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(instant.getTime(), 0, 6)
  return bytes
}

/** A key that somebody may want to do something about. */
export interface NoticedKey {
  uid: string
  label: string
  hint: string
  /** Undefined: unlimited. */
  maxUses: number | undefined
  usesCompleted: number
  /** Completed or held. */
  usesTaken: number
  /** Undefined: never. */
  expiresAt: Date | undefined
  graceDays: number
}

export const NoticedRow = z
  .object({
    uid: z.instanceof(Buffer),
    label: z.string(),
    hint: z.string().nullable(),
    max_uses: z.number().nullable(),
    uses_completed: z.number(),
    uses_held: z.number(),
    expires_at: z.date().nullable(),
    grace_days: z.number(),
  })
  .transform((row): NoticedKey => ({
    uid: uidFromBytes(row.uid),
    label: row.label,
    hint: row.hint ?? '',
    maxUses: row.max_uses ?? undefined,
    usesCompleted: row.uses_completed,
    usesTaken: row.uses_completed + row.uses_held,
    expiresAt: row.expires_at ?? undefined,
    graceDays: row.grace_days,
  }))

export const noticedColumns = `k.uid, k.label, k.max_uses, k.uses_completed, k.uses_held, k.expires_at, k.grace_days,
  (SELECT hint FROM key_codes c WHERE c.key_uid = k.uid ORDER BY c.created_at DESC LIMIT 1) AS hint`

const usableAt = `k.revoked_at IS NULL AND k.paused_at IS NULL AND (k.not_before IS NULL OR k.not_before <= ?)
  AND (k.max_uses IS NULL OR k.uses_completed + k.uses_held < k.max_uses)`

/** The usable keys that are said to end before `until`, in their days of grace too, the next one to end first, and how many there are (at most `countCeiling`). */
export async function listKeysEndingBefore(
  db: Db,
  scope: EntityScope,
  { now, until, limit }: { now: Date; until: Date; limit: number },
): Promise<{ keys: NoticedKey[]; count: number }> {
  const inScope = whereInScope(scope, ofKey)
  const from = `FROM registration_keys k
    WHERE ${notYetEnded} AND k.stated_end <= ? AND ${usableAt} AND ${inScope.sql}`
  const bindings = [earliestStatedEnd(now), now, until, now, ...inScope.bindings]
  const keys = await select(
    db,
    NoticedRow,
    `SELECT ${noticedColumns} ${from} ORDER BY k.stated_end, k.uid LIMIT ?`,
    [...bindings, limit],
  )
  return { keys, count: keys.length < limit ? keys.length : await countRows(db, from, bindings) }
}

/** How many keys somebody could use at this moment, at most `countCeiling`. */
export function countUsableKeys(db: Db, now: Date): Promise<number> {
  return countRows(
    db,
    `FROM registration_keys k WHERE (k.expires_at IS NULL OR k.expires_at > ?) AND ${usableAt}`,
    [now, now],
  )
}

/** How many keys that people may still come to use ask for proof of the address, at most `limit`. */
export async function countKeysToProve(
  db: Db,
  { now, limit }: { now: Date; limit: number },
): Promise<number> {
  const [row] = await select(
    db,
    z.object({ n: z.coerce.number() }),
    `SELECT COUNT(*) AS n FROM (SELECT 1 FROM registration_keys
     WHERE needs_proof = 1 AND revoked_at IS NULL AND NOT is_used_up
       AND (expires_at IS NULL OR expires_at > ?) LIMIT ?) AS found`,
    [now, limit],
  )
  return row?.n ?? 0
}

async function countRows(db: Db, from: string, bindings: Bindings): Promise<number> {
  const [row] = await select(
    db,
    z.object({ n: z.coerce.number() }),
    `SELECT COUNT(*) AS n FROM (SELECT 1 ${from} LIMIT ${countCeiling}) AS found`,
    bindings,
  )
  return row?.n ?? 0
}
