import { z } from 'zod'
import { type Db, select, uidFromBytes, uidToBytes } from '../shared/db'

/** A key of a batch that somebody with an address can still join with. */
export interface InvitedOfBatch {
  uid: string
  addresses: string[]
  language: string | undefined
  maxUses: number | undefined
  expiresAt: Date | undefined
  /** Whether its code can be had again. */
  isSealed: boolean
  /** Whether its link was mailed, or is about to be. */
  wasMailed: boolean
}

const Row = z.object({
  uid: z.instanceof(Buffer),
  address: z.string(),
  language: z.string().nullable(),
  max_uses: z.number().nullable(),
  expires_at: z.date().nullable(),
  is_sealed: z.coerce.number(),
  was_mailed: z.coerce.number(),
})

/** In the order in which they were made. */
export async function listInvitedOfBatch(db: Db, batchUid: string, now: Date): Promise<InvitedOfBatch[]> {
  const rows = await select(
    db,
    Row,
    `SELECT k.uid, a.address, k.language, k.max_uses, k.expires_at,
       (SELECT sealed FROM key_codes c WHERE c.key_uid = k.uid ORDER BY c.created_at DESC LIMIT 1) IS NOT NULL
         AS is_sealed,
       (SELECT 1 FROM outbox o WHERE o.key_uid = k.uid AND o.kind IN ('invitation', 'reissued')
         AND o.state IN ('waiting', 'sent') LIMIT 1) IS NOT NULL AS was_mailed
     FROM registration_keys k JOIN key_addresses a ON a.key_uid = k.uid
     WHERE k.batch_uid = ? AND k.revoked_at IS NULL AND k.paused_at IS NULL
       AND (k.expires_at IS NULL OR k.expires_at > ?)
       AND (k.max_uses IS NULL OR k.uses_completed + k.uses_held < k.max_uses)
     ORDER BY k.uid, a.address`,
    [uidToBytes(batchUid), now],
  )
  const keys = new Map<string, InvitedOfBatch>()
  for (const row of rows) {
    const uid = uidFromBytes(row.uid)
    const known = keys.get(uid)
    if (known !== undefined) known.addresses.push(row.address)
    else
      keys.set(uid, {
        uid,
        addresses: [row.address],
        language: row.language ?? undefined,
        maxUses: row.max_uses ?? undefined,
        expiresAt: row.expires_at ?? undefined,
        isSealed: row.is_sealed === 1,
        wasMailed: row.was_mailed === 1,
      })
  }
  return Array.from(keys.values())
}
