import { z } from 'zod'
import { type Db, select, uidFromBytes, uidToBytes } from '../shared/db'
import { keyStates, lastingStates } from './key'

/** A key whose link carries an address that is not the one of this instance. */
export interface KeyToMove {
  uid: string
  label: string
  hint: string
  /** To how many addresses it is bound, who can be sent the new link. */
  addresses: number
}

const Row = z
  .object({ uid: z.instanceof(Buffer), label: z.string(), hint: z.string(), addresses: z.number() })
  .transform((row): KeyToMove => ({ ...row, uid: uidFromBytes(row.uid) }))

const lasting = lastingStates.map((state) => keyStates.indexOf(state) + 1).join()

/**
 * The next keys, in order of uid, that somebody may still come with and whose newest code has another tag than this. A
 * key that has got its new code is not among them any more.
 */
export async function nextToMove(
  db: Db,
  { tag, after, limit }: { tag: string; after: string | undefined; limit: number },
): Promise<KeyToMove[]> {
  return select(
    db,
    Row,
    `SELECT k.uid, k.label, c.hint, (SELECT COUNT(*) FROM key_addresses a WHERE a.key_uid = k.uid) AS addresses
     FROM registration_keys k JOIN key_codes c ON c.key_uid = k.uid AND c.valid_until IS NULL
     WHERE k.uid > ? AND k.state IN (${lasting}) AND c.tag <> ? ORDER BY k.uid LIMIT ?`,
    [after === undefined ? Buffer.alloc(0) : uidToBytes(after), tag, limit],
  )
}
