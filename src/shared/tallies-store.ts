import { z } from 'zod'
import { change, type Db, retryTransient, select } from './db'
import type { Sealer } from './sealing'
import type { Limit, Sum, TallyStore } from './tallies'

const Row = z.object({ key: z.string(), points: z.number(), expire: z.coerce.number() })

interface KeyedSum extends Sum {
  key: string
}

/** Sums in our table `rate_limits`: two or three statements for all that has gathered, however much that is. */
export function talliesInDatabase(db: Db, sealer: Sealer): TallyStore {
  return {
    add: async (counts, now) => {
      const keyed = counts.map(({ limit, subject, sum }) => ({
        kind: limit.kind,
        key: keyOf(sealer, limit.name, subject),
        ...sum,
      }))
      for (const kind of ['window', 'drip'] as const)
        await addSums(
          db,
          kind,
          keyed.filter((one) => one.kind === kind),
          now,
        )
      const sums = await readSums(db, keyed)
      return keyed.map(({ key }) => sums.get(key))
    },
    claim: async (name, subject, until, now) => {
      const key = keyOf(sealer, name, subject)
      return retryTransient(async () => {
        const made = await change(
          db,
          'INSERT IGNORE INTO rate_limits (`key`, points, expire) VALUES (?, 1, ?)',
          [key, until],
        )
        if (made.affectedRows === 1) return true
        const renewed = await change(
          db,
          'UPDATE rate_limits SET expire = ? WHERE `key` = ? AND expire <= ?',
          [until, key, now],
        )
        return renewed.affectedRows === 1
      })
    },
  }
}

/** Hexadecimal, since the table's keys are compared without regard to case; with a secret, so that nobody is found. */
export const keyOf = (sealer: Sealer, name: string, subject: string): string =>
  `${name}:${Buffer.from(sealer.sign('tallies', `${name} ${subject}`), 'base64url').toString('hex')}`

/** Of a window that is over nothing counts any more; a drip runs dry by itself. In order, so that two servers that write the same do not deadlock. */
async function addSums(db: Db, kind: Limit['kind'], sums: readonly KeyedSum[], now: number): Promise<void> {
  if (sums.length === 0) return
  const rows = sums.toSorted((one, other) => (one.key < other.key ? -1 : 1))
  const [update, bindings] =
    kind === 'window'
      ? [
          'points = IF(expire <= ?, 0, points) + VALUES(points), expire = IF(expire <= ?, VALUES(expire), expire)',
          [now, now],
        ]
      : ['points = points + VALUES(points), expire = GREATEST(expire, ?) + (VALUES(expire) - ?)', [now, now]]
  await retryTransient(() =>
    change(
      db,
      `INSERT INTO rate_limits (\`key\`, points, expire) VALUES ${rows.map(() => '(?, ?, ?)').join()}
       ON DUPLICATE KEY UPDATE ${update}`,
      [...rows.flatMap(({ key, n, until }) => [key, n, until]), ...bindings],
    ),
  )
}

async function readSums(db: Db, sums: readonly KeyedSum[]): Promise<Map<string, Sum>> {
  const rows = await select(
    db,
    Row,
    `SELECT \`key\`, points, expire FROM rate_limits WHERE \`key\` IN (${sums.map(() => '?').join()})`,
    sums.map(({ key }) => key),
  )
  return new Map(rows.map(({ key, points, expire }) => [key, { n: points, until: expire }]))
}
