import { z } from 'zod'
import { type Bindings, type Db, select, uidFromBytes, uidToBytes } from '../shared/db'

/** A key near its end, on one side of it or the other. */
export interface EndingKey {
  uid: string
  expiresAt: Date
  graceDays: number
  notBefore: Date | undefined
  createdAt: Date
  /** Undefined: the server itself. */
  issuersId: number | undefined
  /** As GLPI has it. */
  language: string | undefined
}

const Row = z
  .object({
    uid: z.instanceof(Buffer),
    expires_at: z.date(),
    grace_days: z.number(),
    not_before: z.date().nullable(),
    created_at: z.date(),
    issuer_users_id: z.number().nullable(),
    language: z.string().nullable(),
  })
  .transform((row): EndingKey => ({
    uid: uidFromBytes(row.uid),
    expiresAt: row.expires_at,
    graceDays: row.grace_days,
    notBefore: row.not_before ?? undefined,
    createdAt: row.created_at,
    issuersId: row.issuer_users_id ?? undefined,
    language: row.language ?? undefined,
  }))

const columns = 'k.uid, k.expires_at, k.grace_days, k.not_before, k.created_at, k.issuer_users_id, k.language'

export interface Sought {
  /** The end lies after this instant, */
  after: Date
  /** and not after this one. */
  upTo: Date
  where: { sql: string; bindings: Bindings }
}

const keysAtOnce = 500

/** The keys that end within some time, in the order in which they do, a few at a time: no statement is a long one. */
export async function* eachEndingKey(db: Db, sought: Sought): AsyncGenerator<EndingKey[], void, undefined> {
  let last: EndingKey | undefined
  for (;;) {
    const keys = await listEndingKeys(db, sought, last)
    if (keys.length > 0) yield keys
    if (keys.length < keysAtOnce) return
    last = keys.at(-1)
  }
}

/**
 * Days end for thousands of keys at one instant, so "after that one" is asked in two pieces, each of which the index
 * has in one: in an OR neither server sees the range that it is.
 */
async function listEndingKeys(
  db: Db,
  { after, upTo, where }: Sought,
  last: EndingKey | undefined,
): Promise<EndingKey[]> {
  const piece = (range: string) =>
    `(SELECT ${columns} FROM registration_keys k FORCE INDEX (registration_keys_by_end)
      WHERE ${range} AND ${where.sql} ORDER BY k.expires_at, k.uid LIMIT ${keysAtOnce})`
  const beyond = piece('k.expires_at > ? AND k.expires_at <= ?')
  const rest = [last?.expiresAt ?? after, upTo, ...where.bindings]
  const rows =
    last === undefined
      ? await select(db, Row, beyond, rest)
      : await select(db, Row, `${piece('k.expires_at = ? AND k.uid > ?')} UNION ALL ${beyond}`, [
          last.expiresAt,
          uidToBytes(last.uid),
          ...where.bindings,
          ...rest,
        ])
  return rows
    .sort(
      (one, other) => one.expiresAt.getTime() - other.expiresAt.getTime() || (one.uid < other.uid ? -1 : 1),
    )
    .slice(0, keysAtOnce)
}
