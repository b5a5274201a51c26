import { z } from 'zod'
import type { Grant } from '../glpi'
import { type Db, select, uidFromBytes, uidToBytes } from '../shared/db'

/** What hangs on a key and is shown in lists. */
export interface Traits {
  /** Of its newest code. */
  hint: string
  authorisations: Grant['authorisations'][number][]
}

const Row = z.object({
  key_uid: z.instanceof(Buffer),
  hint: z.string(),
  created_at: z.date().nullable(),
  // In a UNION with a literal the servers widen unsigned integers to decimals, which arrive as text.
  profiles_id: z.coerce.number(),
  entities_id: z.coerce.number(),
  is_recursive: z.coerce.number(),
})

/** In one round trip for a whole page. */
export async function readTraits(db: Db, keyUids: readonly string[]): Promise<(keyUid: string) => Traits> {
  const traits = new Map<string, Traits>()
  const traitsOf = (uid: string) => traits.get(uid) ?? { hint: '', authorisations: [] }
  if (keyUids.length === 0) return traitsOf
  const uids = keyUids.map(uidToBytes)
  const marks = uids.map(() => '?').join()
  const rows = await select(
    db,
    Row,
    `SELECT key_uid, hint, created_at, 0 AS profiles_id, 0 AS entities_id, 0 AS is_recursive
     FROM key_codes WHERE key_uid IN (${marks})
     UNION ALL SELECT key_uid, '', NULL, profiles_id, entities_id, is_recursive
     FROM key_authorisations WHERE key_uid IN (${marks})`,
    [...uids, ...uids],
  )
  const newest = new Map<string, Date>()
  for (const { key_uid, hint, created_at, profiles_id, entities_id, is_recursive } of rows) {
    const uid = uidFromBytes(key_uid)
    const of = traitsOf(uid)
    traits.set(uid, of)
    if (created_at === null) {
      of.authorisations.push({
        profilesId: profiles_id,
        entitiesId: entities_id,
        isRecursive: is_recursive === 1,
      })
    } else if (created_at >= (newest.get(uid) ?? created_at)) {
      newest.set(uid, created_at)
      of.hint = hint
    }
  }
  return traitsOf
}
