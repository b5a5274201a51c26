import { z } from 'zod'
import { change, type Db, retryTransient, select, uidFromBytes } from '../shared/db'

export interface SealedCode {
  hash: Buffer
  keyUid: string
  sealed: Buffer
}

const Row = z
  .object({ hash: z.instanceof(Buffer), key_uid: z.instanceof(Buffer), sealed: z.instanceof(Buffer) })
  .transform(({ hash, key_uid, sealed }): SealedCode => ({ hash, keyUid: uidFromBytes(key_uid), sealed }))

/** What this key of the ring has sealed, in order of hash. */
export async function listSealedWith(
  db: Db,
  ringId: string,
  { after, limit }: { after: Buffer; limit: number },
): Promise<SealedCode[]> {
  return select(
    db,
    Row,
    `SELECT hash, key_uid, sealed FROM key_codes FORCE INDEX (key_codes_by_ring)
     WHERE ring_id = ? AND hash > ? ORDER BY hash LIMIT ?`,
    [Buffer.from(ringId, 'hex'), after, limit],
  )
}

/** @returns how many were still sealed with that key */
export async function replaceSealed(
  db: Db,
  formerRingId: string,
  codes: readonly Pick<SealedCode, 'hash' | 'sealed'>[],
): Promise<number> {
  if (codes.length === 0) return 0
  const { affectedRows } = await retryTransient(() =>
    change(
      db,
      `UPDATE key_codes SET sealed = CASE hash ${codes.map(() => 'WHEN ? THEN ?').join(' ')} ELSE sealed END
       WHERE hash IN (${codes.map(() => '?').join()}) AND ring_id = ? ORDER BY hash`,
      [
        ...codes.flatMap(({ hash, sealed }) => [hash, sealed]),
        ...codes.map(({ hash }) => hash),
        Buffer.from(formerRingId, 'hex'),
      ],
    ),
  )
  return affectedRows
}

/** How many codes each key has sealed, by its id. */
export async function countSealed(db: Db): Promise<Map<string, number>> {
  const rows = await select(
    db,
    z.object({ ring_id: z.instanceof(Buffer), n: z.number() }),
    'SELECT ring_id, COUNT(*) AS n FROM key_codes WHERE ring_id IS NOT NULL GROUP BY ring_id',
  )
  return new Map(rows.map(({ ring_id, n }) => [ring_id.toString('hex'), n]))
}
